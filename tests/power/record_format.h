// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace morgue::power {

/// What the recorder saw. Paths are absolute and inside the recorded folder.
enum class Op : std::uint8_t {
  Open,      ///< path, fd; value: the flags. Creates what is not there if they say so
  Write,     ///< fd, data; value: the offset
  Truncate,  ///< fd; value: the new length
  Sync,      ///< fd, of a file or a folder
  Rename,    ///< path -> second
  Swap,      ///< path <-> second
  Link,      ///< second is another name of path
  Unlink,    ///< path, a file or an empty folder
  Mkdir,     ///< path
  Unknown,   ///< path: something was done that a power cut cannot be worked out for
};

/// One record of the log: this, then the bytes of path, second and data.
struct RecordHeader {
  Op op;
  std::int32_t fd;
  std::int64_t value;
  std::uint32_t path;
  std::uint32_t second;
  std::uint64_t data;
};

}  // namespace morgue::power
