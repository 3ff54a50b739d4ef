// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace morgue::index {

/// A document that must be found in a segment.
struct Witness {
  std::uint32_t docid = 0;
  std::string term;  ///< which it alone has
  std::string data;
};

/// Every block and every number of it, as Xapian checks it. Throws Error{Io}.
void check_whole_segment(const std::filesystem::path& folder, std::int64_t documents);

/// Whether Xapian opens it, counts what was counted, finds the witnesses, and reads some posting lists and positions to
/// their ends. Throws Error{Internal}: what is wrong is the way it was written.
void check_segment_sample(const std::filesystem::path& folder, std::int64_t documents,
                          const std::vector<Witness>& witnesses);

}  // namespace morgue::index
