// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/timeline.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "core/error.h"
#include "query/filters.h"

namespace morgue::archive {
namespace {

constexpr std::int64_t kReadableRows = 60;
constexpr std::array<PeriodUnit, 4> kFinestFirst = {PeriodUnit::Day, PeriodUnit::Week, PeriodUnit::Month,
                                                    PeriodUnit::Year};

/// First and last period.
using Span = std::optional<std::pair<std::int64_t, std::int64_t>>;

std::int64_t length(const Span& span) {
  return span ? span->second - span->first + 1 : 0;
}

/// Articles by the number of their period.
struct Spread {
  PeriodUnit unit = PeriodUnit::Day;
  std::unordered_map<std::int64_t, std::int64_t> articles;
  std::int64_t placed = 0;  ///< all of them; the others are not known by this unit
  Span span;

  void add(std::int64_t period, std::int64_t count) {
    articles[period] += count;
    placed += count;
    span = span ? std::pair{std::min(span->first, period), std::max(span->second, period)} : std::pair{period, period};
  }
  [[nodiscard]] std::int64_t at(std::int64_t period) const {
    const auto found = articles.find(period);
    return found == articles.end() ? 0 : found->second;
  }
};

Spread spread(Reader& reader, const query::Node& query, PeriodUnit unit) {
  Spread result;
  result.unit = unit;
  for (const auto& [period, articles] : reader.periods(query, unit)) result.add(period, articles);
  return result;
}

Spread coarser(const Spread& days, PeriodUnit unit) {
  Spread result;
  result.unit = unit;
  for (const auto& [day, count] : days.articles) result.add(period_of(first_day_of(day, days.unit), unit), count);
  return result;
}

/// From the first to the last article, or from and to the days that the query names.
Span whole_span(const Spread& data, const query::DayBounds& bounds, PeriodUnit unit) {
  Span span;
  if (data.span) {
    span = {period_of(first_day_of(data.span->first, data.unit), unit),
            period_of(first_day_of(data.span->second, data.unit), unit)};
  } else if (bounds.from && bounds.to) {
    span = {period_of(*bounds.from, unit), period_of(*bounds.to, unit)};
  }
  if (span && bounds.from) span->first = period_of(*bounds.from, unit);
  if (span && bounds.to) span->second = period_of(*bounds.to, unit);
  if (span && span->second < span->first) return std::nullopt;
  return span;
}

std::int64_t undated(Reader& reader, const query::Node& query) {
  return reader.count(query::conjunction({query, query::Node{query::Undated{}, {}}}));
}

/// The articles by the unit that suits them.
Spread readable_spread(Reader& reader, const query::Node& filters, const query::DayBounds& bounds) {
  std::int64_t dated = reader.count(filters);
  Spread data;
  for (const PeriodUnit known_by : {PeriodUnit::Day, PeriodUnit::Month, PeriodUnit::Year}) {
    data = spread(reader, filters, known_by);
    if (known_by == PeriodUnit::Day && data.placed < dated) dated -= undated(reader, filters);
    // A tenth that is not known so well may stay out; it is said.
    if (data.placed * 10 >= dated * 9) break;
  }
  const auto suits = [&](PeriodUnit unit) {
    // Weeks are made of days and not of months.
    return unit >= data.unit && length(whole_span(data, bounds, unit)) <= kReadableRows;
  };
  const auto* const chosen = std::ranges::find_if(kFinestFirst, suits);
  const PeriodUnit unit = chosen == kFinestFirst.end() ? PeriodUnit::Year : *chosen;
  if (unit == data.unit) return data;
  return data.placed == dated ? coarser(data, unit) : spread(reader, filters, unit);
}

void check_length(const Spread& data, const query::DayBounds& bounds) {
  const std::int64_t periods = length(whole_span(data, bounds, data.unit));
  if (periods <= kMaxPeriods) return;
  std::string larger;
  for (const PeriodUnit unit : kFinestFirst) {
    if (unit <= data.unit || length(whole_span(data, bounds, unit)) > kMaxPeriods) continue;
    larger.append(larger.empty() ? "" : ", ").append("--by ").append(to_string(unit));
  }
  const Span span = whole_span(data, bounds, data.unit);
  throw Error(ErrorCode::Usage,
              "from " + period_label(span->first, data.unit) + " to " + period_label(span->second, data.unit) +
                  " a timeline by " + std::string(to_string(data.unit)) + " has " + std::to_string(periods) +
                  " rows, more than " + std::to_string(kMaxPeriods),
              "use larger periods (" + larger + ") or name the years that matter with --from and --to");
}

}  // namespace

Timeline timeline(Reader& reader, const query::Node& query, std::optional<PeriodUnit> by) {
  const query::Node filters = query::filters_of(query);
  const query::DayBounds bounds = query::date_bounds_of(query);
  const Spread articles = by ? spread(reader, filters, *by) : readable_spread(reader, filters, bounds);
  check_length(articles, bounds);

  const Spread hits = filters == query ? articles : spread(reader, query, articles.unit);
  Timeline result;
  result.by = articles.unit;
  result.hits = reader.count(query);
  if (hits.placed < result.hits) {
    result.undated = undated(reader, query);
    result.coarse = result.hits - hits.placed - result.undated;
  }
  if (const Span span = whole_span(articles, bounds, articles.unit)) {
    result.first = span->first;
    for (std::int64_t period = span->first; period <= span->second; ++period) {
      result.rows.push_back({period_label(period, articles.unit), hits.at(period), articles.at(period)});
    }
  }
  return result;
}

}  // namespace morgue::archive
