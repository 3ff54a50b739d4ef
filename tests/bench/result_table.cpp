// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/result_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace morgue::bench {
namespace {

using Cells = std::vector<std::string>;

/// Three figures are enough; more would be noise.
std::string figure(double value) {
  if (value >= 100) return fmt::format("{:.0f}", value);
  if (value >= 10) return fmt::format("{:.1f}", value);
  if (value >= 1) return fmt::format("{:.2f}", value);
  return fmt::format("{:.3f}", value);
}

Cells cells_of(const RowResult& row, bool with_lucene) {
  Samples ours;
  Samples peer;
  Samples lucene;
  std::int64_t our_hits = 0;
  std::int64_t peer_hits = 0;
  std::int64_t lucene_hits = 0;
  for (const Instance& instance : row.instances) {
    ours.add(instance.our_times);
    peer.add(instance.peer_times);
    lucene.add(instance.lucene_times);
    our_hits += instance.our_hits;
    peer_hits += instance.peer_hits;
    lucene_hits += instance.lucene_hits;
  }
  const auto count = static_cast<std::int64_t>(row.instances.size());
  if (count == 0) return {row.name, "0", "", "", "", "", "", "", ""};
  Cells cells = {row.name,
                 std::to_string(count),
                 std::to_string(our_hits / count),
                 std::to_string(peer_hits / count),
                 figure(ours.median()),
                 figure(ours.percentile(0.95)),
                 figure(peer.median()),
                 figure(peer.percentile(0.95)),
                 figure(ours.median() / peer.median())};
  if (!with_lucene) return cells;
  const bool asked = !lucene.empty();
  cells.push_back(asked ? std::to_string(lucene_hits / count) : "");
  cells.push_back(asked ? figure(lucene.median()) : "");
  cells.push_back(asked ? figure(lucene.percentile(0.95)) : "");
  cells.push_back(asked ? figure(ours.median() / lucene.median()) : "");
  return cells;
}

}  // namespace

bool Instance::differs() const {
  return std::abs(our_hits - peer_hits) * 10 > std::max(our_hits, peer_hits);
}

void print_instance(std::ostream& out, const std::string& row, const Instance& instance) {
  out << fmt::format("{}: {}: {} : {} hits, {} : {} ms\n", row, instance.task.query, instance.our_hits,
                     instance.peer_hits, figure(instance.our_times.median()), figure(instance.peer_times.median()));
}

void warn_of_differences(std::ostream& out, const RowResult& row) {
  const auto differ = std::ranges::count_if(row.instances, &Instance::differs);
  if (differ == 0) return;
  out << fmt::format("warning: {}: the hits of {} of {} queries differ by more than 10 %\n", row.name, differ,
                     row.instances.size());
}

void print_table(std::ostream& out, const std::vector<RowResult>& rows, bool markdown) {
  const bool with_lucene = std::ranges::any_of(rows, [](const RowResult& row) {
    return std::ranges::any_of(row.instances, [](const Instance& one) { return !one.lucene_times.empty(); });
  });
  std::vector<Cells> lines = {{"query", "queries", "hits", "FTS5 hits", "median ms", "95 % ms", "FTS5 median ms",
                               "FTS5 95 % ms", "morgue : FTS5"}};
  if (with_lucene) {
    for (const char* head : {"Lucene hits", "Lucene median ms", "Lucene 95 % ms", "morgue : Lucene"}) {
      lines.front().emplace_back(head);
    }
  }
  for (const RowResult& row : rows) {
    lines.push_back(cells_of(row, with_lucene));
    lines.back().resize(lines.front().size());
  }
  if (markdown) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      out << fmt::format("| {} |\n", fmt::join(lines[i], " | "));
      if (i != 0) continue;
      for (std::size_t column = 0; column < lines[i].size(); ++column) out << "|---";
      out << "|\n";
    }
    return;
  }
  std::vector<std::size_t> widths(lines.front().size());
  for (const Cells& line : lines) {
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], line[i].size());
  }
  for (const Cells& line : lines) {
    out << fmt::format("{:<{}}", line[0], widths[0]);
    for (std::size_t i = 1; i < widths.size(); ++i) out << fmt::format("  {:>{}}", line[i], widths[i]);
    out << "\n";
  }
}

}  // namespace morgue::bench
