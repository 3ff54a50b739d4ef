// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/snapshot.h"

#include <algorithm>

#include "catalog/segment_table.h"
#include "core/error.h"

namespace morgue::archive {
namespace {

// As with a search: a segment may go between its being listed and its being opened.
constexpr int kAttempts = 20;

bool still_live(catalog::Catalog& catalog, const std::vector<catalog::SegmentRow>& live) {
  const catalog::Transaction now(catalog, catalog::Transaction::Kind::Read);
  return std::ranges::equal(catalog::SegmentTable(catalog).live(), live, {}, &catalog::SegmentRow::number,
                            &catalog::SegmentRow::number);
}

}  // namespace

ArchiveSnapshot::ArchiveSnapshot(const Layout& layout)
    : folder_(layout.root()), catalog_(layout.catalog(), catalog::Catalog::Mode::Read) {
  for (int attempt = 1;; ++attempt) {
    transaction_.emplace(catalog_, catalog::Transaction::Kind::Read);
    const auto live = catalog::SegmentTable(catalog_).live();
    try {
      for (const auto& row : live) segments_.emplace_back(layout.segment(row.location), row);
      return;
    } catch (const Error&) {
      segments_.clear();
      transaction_.reset();
      if (attempt == kAttempts || still_live(catalog_, live)) throw;
    }
  }
}

}  // namespace morgue::archive
