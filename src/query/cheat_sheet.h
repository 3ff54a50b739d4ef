// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace morgue::query {

/// The query language for people: what `morgue help query` and the manual page are made of.
struct CheatRow {
  std::string form;     ///< with placeholders in capitals: `A w/N B`
  std::string meaning;  ///< at most 44 columns
  std::string example;  ///< a query; at most 32 columns
};

struct CheatSection {
  std::string title;
  std::vector<std::string> details;  ///< paragraphs for the manual page
  std::vector<CheatRow> rows;
};

/// The rows about fields come from the field table.
std::vector<CheatSection> cheat_sheet();

}  // namespace morgue::query
