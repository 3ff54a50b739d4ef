// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/error.h"
#include "io/byte_source.h"

namespace morgue::io {

/// One dump found on the way: a file, a member of a container, or standard input.
struct Entry {
  std::string name;           ///< path as given (joined below folders); `archive.zip!member` inside containers; `-`
  std::string inner;          ///< path below the folder or container that was walked, else empty: `business/001.txt`
  std::uint64_t size = 0;     ///< bytes on disk of the file that holds it; 0 when unknown
  std::int64_t modified = 0;  ///< mtime in seconds since 1970 of that file; 0 when unknown
  bool as_on_disk = false;    ///< not compressed, and in no container: the file can be read on from an offset
  std::unique_ptr<ByteSource> bytes;  ///< decompressed; valid until the next call of Walker::next
};

/// A file to visit for which more is known than its path.
struct WalkFile {
  std::string path;
  std::string inner{};      ///< as Entry::inner
  std::int64_t offset = 0;  ///< where to begin; what lies there is neither decompressed nor taken for a container
};

/// A file that could not be opened or read as a container. Never ends the walk.
struct EntryError {
  std::string name;
  Error error;
};

/// Limits on what is read from outside.
struct WalkLimits {
  std::uint64_t expansion_ratio = 2000;     ///< decompressed : compressed, checked past the first 64 MiB
  std::uint64_t member_bytes = 1ULL << 40;  ///< one member, decompressed
  int nesting = 4;                          ///< containers inside containers
};

/// Visits all dumps below the paths, in a fixed order: paths as given; folders in byte order of their names, files
/// named with a leading dot skipped, symlinked folders not followed twice; members in archive order. Compression
/// (gz, zst, bz2, xz) and containers (tar, zip) are recognised by content, and opened streaming.
class Walker {
 public:
  /// A path "-" is standard input. A path that does not exist is reported as EntryError.
  explicit Walker(std::vector<std::string> paths, WalkLimits limits = {});
  explicit Walker(std::vector<WalkFile> files, WalkLimits limits = {});
  ~Walker();
  Walker(const Walker&) = delete;
  Walker& operator=(const Walker&) = delete;

  std::optional<std::variant<Entry, EntryError>> next();
  [[nodiscard]] RawProgress progress() const;
  /// How many of the paths were begun.
  [[nodiscard]] std::size_t begun() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::io
