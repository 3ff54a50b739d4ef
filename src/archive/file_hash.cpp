// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/file_hash.h"

#include <fcntl.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <new>
#include <vector>

namespace morgue::archive {
namespace {

constexpr std::int64_t kBlock = 256 << 10;
constexpr std::int64_t kEdge = 64 << 10;

class Hasher {
 public:
  explicit Hasher(const std::string& path)
      : fd_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)),
        state_(XXH3_createState(), &XXH3_freeState) {
    if (!state_ || XXH3_128bits_reset(state_.get()) != XXH_OK) throw std::bad_alloc();
  }
  ~Hasher() {
    if (fd_ >= 0) close(fd_);
  }
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  bool add(std::int64_t from, std::int64_t to) {
    std::vector<char> block(static_cast<std::size_t>(std::clamp<std::int64_t>(to - from, 0, kBlock)));
    while (from < to) {
      const auto wanted = static_cast<std::size_t>(std::min<std::int64_t>(to - from, kBlock));
      const ssize_t got = fd_ < 0 ? -1 : pread(fd_, block.data(), wanted, from);
      if (got < 0 && fd_ >= 0 && errno == EINTR) continue;
      if (got <= 0) return false;
      XXH3_128bits_update(state_.get(), block.data(), static_cast<std::size_t>(got));
      from += got;
    }
    return fd_ >= 0;
  }

  [[nodiscard]] catalog::ContentHash digest() const {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state_.get()));
    catalog::ContentHash hash{};
    for (std::size_t i = 0; i < hash.size(); ++i) hash[i] = std::byte{canonical.digest[i]};
    return hash;
  }

 private:
  int fd_;
  std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state_;
};

}  // namespace

std::optional<catalog::ContentHash> hash_of_start(const std::string& path, std::int64_t bytes) {
  Hasher hasher(path);
  if (!hasher.add(0, bytes)) return std::nullopt;
  return hasher.digest();
}

std::optional<catalog::ContentHash> hash_of_edges(const std::string& path, std::int64_t bytes) {
  Hasher hasher(path);
  if (!hasher.add(0, std::min(bytes, kEdge)) || !hasher.add(std::max<std::int64_t>(0, bytes - kEdge), bytes)) {
    return std::nullopt;
  }
  return hasher.digest();
}

bool ends_line(const std::string& path, std::int64_t offset) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (fd < 0) return true;
  char last = '\n';
  const bool read = offset > 0 && pread(fd, &last, 1, offset - 1) == 1;
  close(fd);
  return !read || last == '\n';
}

}  // namespace morgue::archive
