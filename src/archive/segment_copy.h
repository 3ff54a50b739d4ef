// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "catalog/segment_table.h"
#include "core/findings.h"

namespace morgue::archive {

/// Told the bytes just read or written. Returns false to give up.
using BytesDone = std::function<bool(std::int64_t bytes)>;

/// The files of a live segment, held open: whoever removes the folder meanwhile takes nothing away.
class HeldSegment {
 public:
  /// Throws Error{Inconsistent} when a file is not there, or not of its size.
  HeldSegment(const std::filesystem::path& folder, catalog::SegmentRow row);
  ~HeldSegment();
  HeldSegment(HeldSegment&& other) noexcept;
  HeldSegment& operator=(HeldSegment&&) = delete;
  HeldSegment(const HeldSegment&) = delete;
  HeldSegment& operator=(const HeldSegment&) = delete;

  [[nodiscard]] const catalog::SegmentRow& row() const { return row_; }
  [[nodiscard]] std::int64_t bytes() const;
  /// Into a new private folder, synced, and read back from the disk. Throws Error{Inconsistent} when the segment is not
  /// what was published, Error{Io} when the copy is not, Error{Interrupted}.
  void copy_to(const std::filesystem::path& folder, const BytesDone& tell) const;

 private:
  std::filesystem::path folder_;
  catalog::SegmentRow row_;
  std::vector<int> files_;  ///< in the order of the row's
};

/// How deep a look at the files of a segment goes.
enum class Look { Sizes, Hashes };
/// What is wrong with the files in a folder that should be this segment's.
Findings check_segment_files(const std::filesystem::path& folder, const catalog::SegmentRow& row, Look look,
                             const BytesDone& tell);

/// That of a damaged segment, wherever it is noticed.
[[noreturn]] void throw_damaged_segment(const std::string& location, const std::string& what);

}  // namespace morgue::archive
