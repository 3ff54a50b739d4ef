// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/bench/ours.h"
#include "tests/bench/peer.h"
#include "tests/bench/sampler.h"

namespace morgue::bench {

/// One query, in both languages.
struct Task {
  std::string query;  ///< morgue's
  std::string match;  ///< FTS5's, or the value or pattern to look up
  std::string from;   ///< months of the peer's dates
  std::string until;
  std::vector<std::string> lucene{};  ///< kind of query and its words (peers/LuceneSearch.java)
};

/// What is asked, and how each side is asked it.
struct Row {
  std::string name;
  std::function<std::optional<Task>()> draw;
  std::function<void(const Task&)> ours;
  std::function<void(const Task&)> peer;
  std::function<std::int64_t(const Task&)> peer_count;  ///< hits; morgue's are always count(query)
  double least = 0;      ///< share of the articles that must match; a share of 0 is one article
  bool child = false;    ///< the work is another process's
  std::string lucene{};  ///< what it is asked for; empty: it is not
};

std::vector<Row> rows(Ours& ours, Peer& peer, Sampler& sampler);
/// The whole process: opening, query, texts and snippets of ten hits; the peer's is the shell of SQLite.
Row process_row(Peer& peer, Sampler& sampler, const std::vector<std::string>& morgue_command,
                const std::string& peer_file);

}  // namespace morgue::bench
