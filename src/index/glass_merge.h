// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "index/glass_run.h"
#include "index/glass_sort_prefix.h"
#include "index/glass_table.h"
#include "index/position_list.h"

namespace morgue::index::glass {

/// Goes through the terms of all runs in order, each once.
class TermMerge {
 public:
  explicit TermMerge(const RunStore& runs);

  struct Part {
    std::size_t run = 0;
    TermRecord record;
  };
  /// False behind the last term.
  bool next();
  [[nodiscard]] std::string_view term() const { return term_; }
  /// The runs that have it, in their order.
  [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }

 private:
  /// Where one run stands.
  struct Head {
    SortPrefix prefix;
    std::string term;
    Part part;
  };
  [[nodiscard]] bool after(std::size_t a, std::size_t b) const;
  void read(std::size_t run);

  std::vector<StreamReader> readers_;
  std::vector<Head> heads_;
  std::vector<std::size_t> heap_;  ///< runs; the one with the least term first
  std::string term_;
  std::vector<Part> parts_;
};

/// The following write what all runs hold together into tables. Runs have disjoint ascending docids, so what they say
/// of one term only has to be put in a row; no posting is decoded except where a chunk ends.

/// Behind the metadata: statistics and chunks of values, document lengths, posting lists.
void merge_into_postlist(const RunStore& runs, TableWriter& table);
/// Lists of positions, by term: metadata (position_list.h).
void merge_positions(const RunStore& runs, PositionListWriter::Emit emit);
/// Part of the glass format: the docdata table. Key: docid; tag: the data, which is not empty.
void merge_into_docdata(const RunStore& runs, TableWriter& table);
/// Part of the glass format: the synonym table. Key: term as it is; tag: for each synonym, in order, its length XOR
/// 0x60 as one byte, and the synonym.
void merge_into_synonym(const RunStore& runs, TableWriter& table);

}  // namespace morgue::index::glass
