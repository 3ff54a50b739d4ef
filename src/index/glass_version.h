// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "index/glass_pack.h"
#include "index/glass_table.h"

namespace morgue::index::glass {

/// What weighting needs to know of a segment without looking into it. Bounds that do not hold make Xapian skip
/// documents without a word.
struct Statistics {
  std::uint64_t documents = 0;
  Docid last_docid = 0;
  std::uint32_t shortest_document = 0;  ///< in sums of wdf, of those that have any; 0: none has
  std::uint32_t longest_document = 0;
  std::uint32_t greatest_wdf = 0;
  std::uint64_t total_length = 0;

  void count_document(std::uint32_t length);
  void count_wdf(std::uint32_t wdf) { greatest_wdf = wdf > greatest_wdf ? wdf : greatest_wdf; }
  void add(const Statistics& other);
};

struct Roots {
  TableRoot postlist;
  TableRoot docdata;
  TableRoot position;
  TableRoot synonym;
};

/// Part of the glass format: the version file, `iamglass`, by which a folder is recognised as a database. It names the
/// format, holds a unique id, the root of each of six tables (ours, and the unused term lists and spellings) and the
/// statistics. It is written last: without it the folder is no database.
void write_version_file(const std::filesystem::path& folder, const Roots& roots, const Statistics& statistics);

/// Where the postlist table of a database begins, whoever wrote it; nothing if it is of another format. Throws
/// Error{Io}.
std::optional<TableRoot> read_postlist_root(const std::filesystem::path& folder);

}  // namespace morgue::index::glass
