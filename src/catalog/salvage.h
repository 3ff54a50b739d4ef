// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace morgue::catalog {

/// What came out of a damaged catalog.
struct Salvaged {
  std::int64_t articles = 0;          ///< with a text
  std::int64_t lost_articles = 0;     ///< whose texts are all lost: left out
  std::int64_t lost_texts = 0;        ///< whose articles are lost: left out
  std::int64_t older_texts = 0;       ///< whose present text is lost, and an earlier one shown instead
  std::int64_t lost_rows_around = 0;  ///< runs of rows that could not be read
  std::vector<std::string> tables;    ///< in which
};

/// Reads what can be read of a damaged catalog, row by row and around pages that cannot be, into a new one. What is
/// derived is left out: every article of the new catalog is pending. `last_segment` is the highest number of a segment
/// that may not be given again. Throws Error{Inconsistent} when nothing can be read. `fresh` must not exist; it has no
/// log afterwards, nor has `damaged`: what was in it is in the file, which is as long again as its header says.
Salvaged salvage(const std::filesystem::path& damaged, const std::filesystem::path& fresh, std::int64_t last_segment,
                 const std::function<bool()>& go_on);

}  // namespace morgue::catalog
