// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/date_terms.h"

#include "index/schema.h"

namespace morgue::index {
namespace {

void cover_month(int year, int month, const Day& first, const Day& last, std::vector<std::string>& terms) {
  const int days = Day::days_in_month(year, month);
  const Day begin{year, month, 1};
  const Day end{year, month, days};
  if (end < first || begin > last) return;
  if (first <= begin && last >= end) {
    terms.push_back(month_term(year, month));
    return;
  }
  for (int day = 1; day <= days; ++day) {
    const Day current{year, month, day};
    if (current >= first && current <= last) terms.push_back(day_term(current));
  }
}

}  // namespace

std::vector<std::string> terms_of_date(const Timestamp& published) {
  const Day& day = published.day;
  std::vector<std::string> terms = {year_term(day.year)};
  if (published.precision >= Precision::Month) terms.push_back(month_term(day.year, day.month));
  if (published.precision >= Precision::Day) terms.push_back(day_term(day));
  return terms;
}

std::vector<std::string> covering_terms(const std::optional<Day>& from, const std::optional<Day>& to,
                                        const std::vector<int>& years_held) {
  const Day first = from.value_or(Day{0, 1, 1});
  const Day last = to.value_or(Day{9999, 12, 31});
  std::vector<std::string> terms;
  if (first > last) return terms;
  for (const int year : years_held) {
    if (year < first.year || year > last.year) continue;
    if (first <= Day{year, 1, 1} && last >= Day{year, 12, 31}) {
      terms.push_back(year_term(year));
    } else {
      for (int month = 1; month <= 12; ++month) cover_month(year, month, first, last, terms);
    }
  }
  return terms;
}

}  // namespace morgue::index
