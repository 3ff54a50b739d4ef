// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/segment_copy.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <new>
#include <span>
#include <system_error>
#include <utility>

#include "core/error.h"
#include "io/descriptor.h"
#include "io/durable.h"

namespace morgue::archive {
namespace {

constexpr std::size_t kBlock = 1 << 20;

/// Reads a file from its beginning, block by block, and tells its hash.
template <typename Use>
std::string read_all(int fd, const std::string& name, const BytesDone& tell, Use&& use) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
  if (!state || XXH3_128bits_reset(state.get()) != XXH_OK) throw std::bad_alloc();
  std::vector<char> block(kBlock);
  for (off_t at = 0;;) {
    const ssize_t got = pread(fd, block.data(), block.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw system_error("cannot read " + name, errno);
    if (got == 0) break;
    at += got;
    const std::span<const char> bytes(block.data(), static_cast<std::size_t>(got));
    XXH3_128bits_update(state.get(), bytes.data(), bytes.size());
    use(bytes);
    if (tell && !tell(got)) throw Error(ErrorCode::Interrupted, "interrupted while reading " + name);
  }
  const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
  std::array<char, 33> hex{};
  std::snprintf(hex.data(), hex.size(), "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return hex.data();
}

std::string hash_of(int fd, const std::string& name, const BytesDone& tell) {
  return read_all(fd, name, tell, [](std::span<const char>) {});
}

void write_all(int fd, std::span<const char> bytes, const std::string& name) {
  while (!bytes.empty()) {
    const ssize_t written = write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) throw system_error("cannot write " + name, errno);
    if (written > 0) bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
}

void copy_file(int from, const catalog::SegmentFileRow& file, const std::filesystem::path& source,
               const std::filesystem::path& target, const BytesDone& tell) {
  const std::string name = target.string();
  const io::Descriptor to(open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
  if (to.get() < 0) throw system_error("cannot write " + name, errno);
  const std::string read =
      read_all(from, source.string(), tell, [&](std::span<const char> bytes) { write_all(to.get(), bytes, name); });
  if (read != file.hash) throw_damaged_segment(source.parent_path().string(), file.name + " is not what was written");
  if (fsync(to.get()) != 0 && errno != EINVAL) throw system_error("cannot sync " + name, errno);
  // What is read back must come from the disk.
  posix_fadvise(to.get(), 0, 0, POSIX_FADV_DONTNEED);
  if (hash_of(to.get(), name, tell) != file.hash) {
    throw Error(ErrorCode::Io, name + ": what was written cannot be read back", "check the disk and try again");
  }
}

}  // namespace

void throw_damaged_segment(const std::string& location, const std::string& what) {
  throw Error(ErrorCode::Inconsistent, "the index segment " + location + " is damaged: " + what,
              "`morgue verify --repair` builds it again from the catalog, where all articles still are");
}

HeldSegment::HeldSegment(const std::filesystem::path& folder, catalog::SegmentRow row)
    : folder_(folder), row_(std::move(row)) {
  try {
    for (const auto& file : row_.files) {
      const int fd = open((folder / file.name).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
      if (fd < 0 && errno != ENOENT) throw system_error("cannot open " + (folder / file.name).string(), errno);
      if (fd < 0) throw_damaged_segment(folder.string(), file.name + " is missing");
      files_.push_back(fd);
      struct stat status {};
      if (fstat(fd, &status) != 0 || static_cast<std::uint64_t>(status.st_size) != file.size) {
        throw_damaged_segment(folder.string(), file.name + " is not as long as it was written");
      }
    }
  } catch (const Error&) {
    for (const int fd : files_) close(fd);
    throw;
  }
}

HeldSegment::HeldSegment(HeldSegment&& other) noexcept
    : folder_(std::move(other.folder_)), row_(std::move(other.row_)), files_(std::exchange(other.files_, {})) {}

HeldSegment::~HeldSegment() {
  for (const int fd : files_) close(fd);
}

std::int64_t HeldSegment::bytes() const {
  std::int64_t sum = 0;
  for (const auto& file : row_.files) sum += static_cast<std::int64_t>(file.size);
  return sum;
}

void HeldSegment::copy_to(const std::filesystem::path& folder, const BytesDone& tell) const {
  if (mkdir(folder.c_str(), S_IRWXU) != 0) throw system_error("cannot make the folder " + folder.string(), errno);
  for (std::size_t i = 0; i < files_.size(); ++i) {
    const auto& file = row_.files[i];
    copy_file(files_[i], file, folder_ / file.name, folder / file.name, tell);
  }
  io::sync_path(folder);
}

Findings check_segment_files(const std::filesystem::path& folder, const catalog::SegmentRow& row, Look look,
                             const BytesDone& tell) {
  Findings found;
  for (const auto& file : row.files) {
    const std::string name = (folder / file.name).string();
    const io::Descriptor fd(open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    struct stat status {};
    if (fd.get() < 0) {
      found.add(errno == ENOENT ? file.name + " is missing" : system_error("cannot open " + name, errno).message());
    } else if (fstat(fd.get(), &status) != 0 || static_cast<std::uint64_t>(status.st_size) != file.size) {
      found.add(file.name + " has " + std::to_string(status.st_size) + " bytes instead of " +
                std::to_string(file.size));
    } else if (look == Look::Hashes) {
      try {
        if (hash_of(fd.get(), name, tell) != file.hash) found.add(file.name + " is not what was written");
      } catch (const Error& error) {
        if (error.code() != ErrorCode::Io) throw;
        found.add(error.message());
      }
    }
  }
  return found;
}

}  // namespace morgue::archive
