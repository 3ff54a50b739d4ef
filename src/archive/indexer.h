// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "archive/layout.h"
#include "catalog/catalog.h"
#include "index/segment_builder.h"

namespace morgue::archive {

/// Told how many of how many articles are in the segment under construction. Returns false to give up.
using IndexProgress = std::function<bool(std::int64_t done, std::int64_t total)>;

using index::BuilderKind;

struct IndexOptions {
  unsigned jobs = 1;
  bool full = false;                    ///< build everything again from the catalog, beside the live segments
  std::vector<std::int64_t> rebuild{};  ///< numbers of segments that must not stay, whatever they hold
  BuilderKind builder = BuilderKind::Bulk;
  /// Told why the other builder had to be taken. May be empty.
  std::function<void(const std::string&)> warn;
  IndexProgress progress;
};

/// Brings the index up to date with the catalog: builds one segment of all pending articles and of the small segments
/// they outweigh, publishes it in one transaction, and removes what no longer is live. Needs the writer's lock.
/// Returns the number of documents written; 0 when nothing was pending.
std::int64_t bring_index_up_to_date(const Layout& layout, catalog::Catalog& catalog, const IndexOptions& options);

/// Segments that an earlier analysis of the text made. They are built again by the next call of the above.
std::int64_t outdated_segments(catalog::Catalog& catalog);

/// Removes segment folders that are not live: left by a killed build, or superseded. Readers that hold one keep its
/// files; a reader that comes too late for one starts over from a new snapshot.
void sweep_segments(const Layout& layout, catalog::Catalog& catalog);
/// Whether something in the index folder that no live segment is called is for the above to remove.
bool is_segment_debris(const std::string& name);

}  // namespace morgue::archive
