// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/power/recorder.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <cstdlib>

namespace morgue::power {
namespace {

constexpr int kMostDescriptors = 4096;
std::array<std::atomic<bool>, kMostDescriptors> watched;
// Recursive: libc may reach one of our functions from another.
pthread_mutex_t mutex = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

using WriteCall = ssize_t (*)(int, const void*, size_t);
WriteCall real_write() {
  static const auto call = reinterpret_cast<WriteCall>(dlsym(RTLD_NEXT, "write"));
  return call;
}

std::string from_environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): read once, before threads
  return value == nullptr ? "" : value;
}

}  // namespace

Recorder& Recorder::get() {
  static auto* recorder = new Recorder;  // lives as long as the process: libraries write while they are unloaded
  return *recorder;
}

Recorder::Recorder() : root_(from_environment("MORGUE_RECORD_ROOT")) {
  const std::string log = from_environment("MORGUE_RECORD_LOG");
  if (root_.empty() || log.empty()) return;
  using OpenCall = int (*)(const char*, int, ...);
  const auto real_open = reinterpret_cast<OpenCall>(dlsym(RTLD_NEXT, "open"));
  const int fd = real_open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  constexpr int kOutOfTheWay = 900;
  log_ = fcntl(fd, F_DUPFD_CLOEXEC, kOutOfTheWay);
  if (fd < 0 || log_ < 0) std::abort();
}

std::string Recorder::absolute(int at, const char* path) {
  std::string out = path;
  if (!out.starts_with('/')) {
    std::array<char, PATH_MAX> folder{};
    const std::string link = at == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/" + std::to_string(at);
    const ssize_t size = readlink(link.c_str(), folder.data(), folder.size());
    out = std::string(folder.data(), size > 0 ? static_cast<std::size_t>(size) : 0) + "/" + out;
  }
  while (out.size() > 1 && out.ends_with('/')) out.pop_back();
  return out;
}

bool Recorder::watches(const std::string& path) const {
  return log_ >= 0 && path.starts_with(root_) && (path.size() == root_.size() || path[root_.size()] == '/');
}

bool Recorder::watches(int fd) const {
  return log_ >= 0 && fd >= 0 && fd < kMostDescriptors && watched[static_cast<std::size_t>(fd)];
}

void Recorder::opened(int fd, const std::string& path, int flags) {
  if (fd < 0 || fd >= kMostDescriptors || !watches(path)) return;
  watched[static_cast<std::size_t>(fd)] = true;
  log(Op::Open, fd, flags, path);
}

void Recorder::closed(int fd) {
  if (fd >= 0 && fd < kMostDescriptors) watched[static_cast<std::size_t>(fd)] = false;
}

void Recorder::log(Op op, int fd, std::int64_t value, std::string_view path, std::string_view second,
                   std::string_view data) {
  RecordHeader header{};
  header.op = op;
  header.fd = fd;
  header.value = value;
  header.path = static_cast<std::uint32_t>(path.size());
  header.second = static_cast<std::uint32_t>(second.size());
  header.data = data.size();
  std::string record(reinterpret_cast<const char*>(&header), sizeof header);
  record.append(path).append(second).append(data);
  for (std::string_view rest = record; !rest.empty();) {
    const ssize_t written = real_write()(log_, rest.data(), rest.size());
    if (written <= 0) std::abort();  // a log with a hole proves nothing
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Recorder::lock() {
  pthread_mutex_lock(&mutex);
}

void Recorder::unlock() {
  pthread_mutex_unlock(&mutex);
}

}  // namespace morgue::power
