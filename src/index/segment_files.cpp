// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment_files.h"

#include <fcntl.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <memory>

#include "core/error.h"
#include "index/folder.h"

namespace morgue::index {
namespace {

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags) : fd_(::open(path.c_str(), flags | O_CLOEXEC)) {
    if (fd_ < 0) throw system_error("cannot open " + path.string(), errno);
  }
  ~Descriptor() { ::close(fd_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

void sync_path(const std::filesystem::path& path) {
  const Descriptor file(path, O_RDONLY);
  if (::fsync(file.get()) != 0) throw system_error("cannot sync " + path.string(), errno);
}

SegmentFile describe(const std::filesystem::path& path) {
  constexpr std::size_t kBlock = 1 << 18;
  const Descriptor file(path, O_RDONLY);
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
  if (!state || XXH3_128bits_reset(state.get()) == XXH_ERROR) throw Error(ErrorCode::Internal, "cannot start a hash");
  std::vector<char> buffer(kBlock);
  SegmentFile out{path.filename().string(), 0, {}};
  for (;;) {
    const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw system_error("cannot read " + path.string(), errno);
    if (count == 0) break;
    out.size += static_cast<std::uint64_t>(count);
    XXH3_128bits_update(state.get(), buffer.data(), static_cast<std::size_t>(count));
  }
  const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
  std::array<char, 33> hex{};
  std::snprintf(hex.data(), hex.size(), "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  out.hash = hex.data();
  return out;
}

}  // namespace

void sync_segment(const std::filesystem::path& folder) {
  for (const auto& file : files_in_folder(folder)) sync_path(file);
  sync_path(folder);
  const auto parent = folder.parent_path();
  sync_path(parent.empty() ? "." : parent);
}

std::vector<SegmentFile> list_segment(const std::filesystem::path& folder) {
  std::vector<SegmentFile> files;
  for (const auto& path : files_in_folder(folder)) files.push_back(describe(path));
  return files;
}

std::string segment_format(const std::filesystem::path& folder) {
  // Two magic bytes, "Xapian Glass", then year since 2014, month and day in 7, 4 and 5 bits.
  constexpr std::size_t kVersionAt = 14;
  std::array<char, kVersionAt + 2> head{};
  std::ifstream file(folder / "iamglass", std::ios::binary);
  if (!file.read(head.data(), head.size())) {
    throw Error(ErrorCode::Io, "cannot read " + (folder / "iamglass").string());
  }
  const unsigned version = static_cast<unsigned>(static_cast<unsigned char>(head[kVersionAt])) << 8 |
                           static_cast<unsigned char>(head[kVersionAt + 1]);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "glass %04u-%02u-%02u", 2014 + (version >> 9), version >> 5 & 15U,
                version & 31U);
  return text.data();
}

}  // namespace morgue::index
