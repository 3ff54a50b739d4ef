// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/ours.h"

#include <vector>

#include "catalog/segment_table.h"
#include "query/parser.h"

namespace morgue::bench {
namespace {

query::Node parse(const std::string& text) {
  return query::parse(text, {Day{2000, 1, 1}});
}

/// The live segments; the archive is one that nobody writes.
std::vector<index::SegmentRef> segments_of(const archive::Layout& layout) {
  catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Read);
  catalog::SegmentTable table(catalog);
  std::vector<index::SegmentRef> refs;
  for (const auto& row : table.live()) {
    refs.push_back({layout.segment(row.location).string(), table.tombstones(row.number)});
  }
  return refs;
}

}  // namespace

Ours::Ours(const std::filesystem::path& archive)
    : layout_(archive), reader_(layout_), searcher_(std::make_unique<index::Searcher>(segments_of(layout_))) {}

std::int64_t Ours::count(const std::string& query) {
  return searcher_->count(parse(query));
}

void Ours::best(const std::string& query) {
  (void)searcher_->hits(parse(query), {});
}

void Ours::total_and_best(const std::string& query) {
  (void)searcher_->search(parse(query), {});
}

void Ours::newest(const std::string& query) {
  index::SearchPlan plan;
  plan.sort = index::Sort::Newest;
  (void)searcher_->hits(parse(query), plan);
}

void Ours::facets(const std::string& query, const archive::Facet& facet, std::size_t limit) {
  (void)reader_.facets(parse(query), facet, limit);
}

}  // namespace morgue::bench
