// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "formats/format.h"
#include "io/walk.h"

namespace morgue::archive {

/// Files that lie beside dumps and belong to them instead of being some. Plain text beside structured dumps describes
/// them (Reuters-21578 comes with such notes); articles as text files come in folders of their own. Data beside saved
/// pages or crawls are what somebody knows or expects of those pages.
class Companions {
 public:
  /// Only to be asked of files below a walked folder or in a container, in the order of the walk. `head` is how the
  /// file begins: data that name pages in the folders below are about those.
  bool include(const io::Entry& entry, formats::Format format, std::string_view head);

 private:
  void look_into(const std::filesystem::path& folder);
  void note_pages_in(const std::filesystem::path& folder);
  bool in_container(const std::string& name, formats::Format format);

  std::filesystem::path folder_;
  std::set<std::string, std::less<>> pages_;        ///< stems of saved pages in the folder
  std::size_t structured_ = 0;                      ///< files of structured formats in it
  std::set<std::string, std::less<>> pages_below_;  ///< stems of saved pages in its folders, as they are spelt
  std::size_t crawls_ = 0;                          ///< WARC and ARC files in it
  std::string last_page_;                           ///< in a container, name without its endings
};

}  // namespace morgue::archive
