// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/facet_columns.h"

#include <algorithm>

namespace morgue::browse {

std::optional<Narrowing> FacetColumn::current() const {
  if (selected >= values.size()) return std::nullopt;
  return values[selected];
}

void FacetColumn::move(std::ptrdiff_t by) {
  const auto last = std::max<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(values.size()) - 1, 0);
  selected = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(selected) + by, 0, last));
}

void FacetColumn::keep_in_sight(std::size_t rows) {
  rows = std::max<std::size_t>(rows, 1);
  top = std::min(top, selected);
  if (selected >= top + rows) top = selected - rows + 1;
}

void FacetColumns::grow_stale() {
  for (FacetColumn& column : columns_) column.stale = true;
}

void FacetColumns::set(const Counts& counts) {
  FacetColumn column;
  for (const auto& [value, articles] : counts.values) {
    column.values.push_back({counts.facet, value});
    column.articles.push_back(articles);
  }
  column.stale = false;
  (*this)[counts.facet] = std::move(column);
}

void FacetColumns::set(const Spread& spread) {
  FacetColumn column;
  for (std::size_t i = spread.rows.size(); i-- > 0;) {
    if (spread.rows[i].hits == 0) continue;
    column.values.push_back(narrowing_of(spread.first + static_cast<std::int64_t>(i), spread.unit));
    column.articles.push_back(spread.rows[i].hits);
  }
  column.stale = false;
  (*this)[Facet::Period] = std::move(column);
}

std::string_view title_of(Facet facet) {
  constexpr std::array<std::string_view, kFacets> kTitles = {"author", "topic", "source", "period"};
  return kTitles.at(static_cast<std::size_t>(facet));
}

char32_t key_of(Facet facet) {
  return static_cast<char32_t>(title_of(facet).front());
}

Narrowing narrowing_of(std::int64_t period, PeriodUnit unit) {
  const std::int64_t next = first_day_of(period + 1, unit).days_since_epoch();
  return {Facet::Period, period_label(period, unit), first_day_of(period, unit), Day::from_days_since_epoch(next - 1)};
}

}  // namespace morgue::browse
