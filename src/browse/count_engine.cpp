// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/count_engine.h"

#include <utility>

#include "archive/timeline.h"

namespace morgue::browse {
namespace {

/// Nobody scrolls further, and names are read from the catalog one by one.
constexpr std::size_t kMostValues = 500;

catalog::FacetField field_of(Facet facet) {
  switch (facet) {
    case Facet::Author:
      return catalog::FacetField::Author;
    case Facet::Topic:
      return catalog::FacetField::Topic;
    default:
      return catalog::FacetField::Source;
  }
}

}  // namespace

void CountEngine::serve(const Wanted& wanted, const Emit& emit, const std::function<bool()>& superseded) {
  if (!wanted.query) return;
  if (question_ != wanted.number) {
    view_.renew(wanted.question.snapshot);
    question_ = wanted.number;
    done_ = {};
  }
  // The timeline first: it is always in sight where there is room.
  for (const Facet facet : {Facet::Period, Facet::Topic, Facet::Author, Facet::Source}) {
    bool& done = done_[static_cast<std::size_t>(facet)];
    const bool asked = wanted.facets || (facet == Facet::Period && wanted.spread);
    if (done || !asked) continue;
    if (superseded()) return;
    done = true;  // also if it fails: it would fail again
    facet == Facet::Period ? spread(wanted, emit) : count(facet, wanted, emit);
  }
}

void CountEngine::count(Facet facet, const Wanted& wanted, const Emit& emit) {
  emit(Counts{wanted.number, facet, view_.reader().facets(*wanted.query, field_of(facet), kMostValues)});
}

void CountEngine::spread(const Wanted& wanted, const Emit& emit) {
  const archive::Timeline timeline = archive::timeline(view_.reader(), *wanted.query, std::nullopt);
  Spread spread{wanted.number, timeline.by, timeline.first, {}};
  for (const auto& row : timeline.rows) spread.rows.push_back({row.hits, row.articles});
  emit(std::move(spread));
}

}  // namespace morgue::browse
