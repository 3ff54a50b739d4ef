// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/injector.h"

#include <fcntl.h>
#include <link.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace morgue::faults {
namespace {

constexpr std::array kNames = {"read", "write", "sync", "open", "name", "map", "memory", "thread"};
constexpr int kMostDescriptors = 4096;

struct Orders {
  int call = -1;
  long at = 0;
  int error = 0;
  bool half = false;
  bool rest = false;
  const char* root = nullptr;
  std::size_t root_size = 0;
  const char* count = nullptr;
};

Orders orders;
std::atomic<bool> running = false;
std::atomic<long> calls = 0;
std::array<std::atomic<bool>, kMostDescriptors> concerned_descriptors;

struct Range {
  std::uintptr_t begin;
  std::uintptr_t end;
};
std::array<Range, 16> icu_code;
std::size_t icu_ranges = 0;

int note_icu(dl_phdr_info* library, std::size_t /*size*/, void* /*unused*/) {
  if (library->dlpi_name == nullptr || std::strstr(library->dlpi_name, "libicu") == nullptr) return 0;
  for (int i = 0; i < library->dlpi_phnum && icu_ranges < icu_code.size(); ++i) {
    const auto& part = library->dlpi_phdr[i];
    const std::uintptr_t begin = library->dlpi_addr + part.p_vaddr;
    if (part.p_type == PT_LOAD && (part.p_flags & PF_X) != 0) icu_code[icu_ranges++] = {begin, begin + part.p_memsz};
  }
  return 0;
}

const char* setting(const char* name) {
  return std::getenv(name);  // NOLINT(concurrency-mt-unsafe): read before there are threads
}

}  // namespace

Verdict judge(Call call) {
  if (!running || static_cast<int>(call) != orders.call) return {};
  const long number = ++calls;
  if (number < orders.at || (number > orders.at && !orders.rest)) return {};
  return {orders.error, orders.half};
}

bool is_of_icu(const void* caller) {
  const auto address = reinterpret_cast<std::uintptr_t>(caller);
  for (std::size_t i = 0; i < icu_ranges; ++i) {
    if (address >= icu_code[i].begin && address < icu_code[i].end) return true;
  }
  return false;
}

bool concerns(int at, const char* path) {
  if (orders.root == nullptr || path == nullptr) return false;
  std::array<char, PATH_MAX> folder{};
  if (path[0] != '/') {
    std::array<char, 64> link{};
    std::snprintf(link.data(), link.size(), at == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", at);
    if (::readlink(link.data(), folder.data(), folder.size() - 1) < 0) return false;
    path = folder.data();
  }
  return std::strncmp(path, orders.root, orders.root_size) == 0;
}

bool concerns(int fd) {
  return fd >= 0 && fd < kMostDescriptors && concerned_descriptors[static_cast<std::size_t>(fd)];
}

void opened(int fd, bool concerned) {
  if (fd >= 0 && fd < kMostDescriptors) concerned_descriptors[static_cast<std::size_t>(fd)] = concerned;
}

void begin() {
  const char* name = setting("MORGUE_FAULT_CALL");
  for (std::size_t i = 0; name != nullptr && i < kNames.size(); ++i) {
    if (std::strcmp(name, kNames[i]) == 0) orders.call = static_cast<int>(i);
  }
  if (const char* at = setting("MORGUE_FAULT_AT")) orders.at = std::atol(at);
  if (const char* error = setting("MORGUE_FAULT_ERROR")) {
    orders.half = std::strcmp(error, "half") == 0;
    orders.error = orders.half ? 0 : std::atoi(error);
  }
  orders.rest = setting("MORGUE_FAULT_REST") != nullptr;
  orders.count = setting("MORGUE_FAULT_COUNT");
  orders.root = setting("MORGUE_FAULT_ROOT");
  if (orders.root != nullptr) orders.root_size = std::strlen(orders.root);
  dl_iterate_phdr(note_icu, nullptr);
  running = true;
}

void end() {
  running = false;
  if (orders.count == nullptr) return;
  std::array<char, 32> text{};
  const int size = std::snprintf(text.data(), text.size(), "%ld", calls.load());
  // Past our own functions.
  const long fd = ::syscall(SYS_openat, AT_FDCWD, orders.count, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (fd >= 0) ::syscall(SYS_write, fd, text.data(), static_cast<std::size_t>(size));
}

}  // namespace morgue::faults
