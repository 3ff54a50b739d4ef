// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/coverage.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

#include "catalog/past.h"
#include "catalog/stored_dates.h"

namespace morgue::archive {
namespace {

constexpr std::int64_t kReadableMonths = 60;
constexpr std::size_t kDecisiveSources = 10;
constexpr std::int64_t kSecondsOfDay = 86'400;

using catalog::StoredDate;

/// The articles of one source.
struct Gathered {
  std::int64_t articles = 0;
  std::int64_t undated = 0;
  std::vector<StoredDate> dated;  ///< that are in no doubt so far
  std::vector<DoubtfulDate> doubtful;
};

class Gathering {
 public:
  explicit Gathering(Reader& reader)
      : catalog_(reader.catalog()), began_(catalog::first_run_began(reader.catalog()).value_or(0)) {}

  void add(const StoredDate& date) {
    Gathered& source = sources_[date.source];
    ++source.articles;
    if (!date.published) {
      ++source.undated;
    } else if (date.published->day.year < kFirstYear) {
      source.doubtful.push_back({date.id, *date.published, DateDoubt::Early});
    } else if (is_future(date)) {
      source.doubtful.push_back({date.id, *date.published, DateDoubt::Future});
    } else {
      source.dated.push_back(date);
    }
  }

  std::map<std::int64_t, Gathered> take() {
    for (auto& [number, source] : sources_) set_apart(source);
    return std::move(sources_);
  }

 private:
  /// A day is granted: publishers far in the east are ahead of UTC, and may write the date of the next morning.
  [[nodiscard]] bool is_future(const StoredDate& date) const {
    const std::int64_t begins = date.published->utc_seconds();
    if (begins <= began_ + kSecondsOfDay) return false;  // before anything was stored: nearly all of them
    const auto stored = catalog::stored_at(catalog_, date.id);
    return stored && begins > *stored + kSecondsOfDay;
  }

  static void set_apart(Gathered& source) {
    std::vector<std::int64_t> days;
    for (const auto& date : source.dated) days.push_back(date.published->day.days_since_epoch());
    std::ranges::sort(days);
    const UsualDays usual = usual_days(days);
    std::erase_if(source.dated, [&](const StoredDate& date) {
      const std::int64_t day = date.published->day.days_since_epoch();
      if (day >= usual.first && day <= usual.last) return false;
      source.doubtful.push_back({date.id, *date.published, DateDoubt::Apart});
      return true;
    });
    std::ranges::sort(source.doubtful, {}, [](const DoubtfulDate& one) {
      return std::tuple(one.published.day, one.published.second_of_day, one.id);
    });
  }

  catalog::Catalog& catalog_;
  std::int64_t began_;
  std::map<std::int64_t, Gathered> sources_;
};

/// From the first to the last, of dates that are known by month.
std::int64_t months_spanned(const Gathered& source) {
  std::optional<std::int64_t> first;
  std::optional<std::int64_t> last;
  for (const auto& date : source.dated) {
    const auto month = period_of(*date.published, PeriodUnit::Month);
    if (!month) continue;
    first = std::min(first.value_or(*month), *month);
    last = std::max(last.value_or(*month), *month);
  }
  return first ? *last - *first + 1 : 0;
}

/// Small sources do not decide how the large ones are shown.
PeriodUnit suitable_unit(const std::map<std::int64_t, Gathered>& sources) {
  std::vector<const Gathered*> largest;
  for (const auto& [number, source] : sources) largest.push_back(&source);
  std::ranges::stable_sort(largest, std::ranges::greater{}, &Gathered::articles);
  largest.resize(std::min(largest.size(), kDecisiveSources));
  std::int64_t dated = 0;
  std::int64_t by_year = 0;
  for (const Gathered* source : largest) {
    if (months_spanned(*source) > kReadableMonths) return PeriodUnit::Year;
    dated += std::ssize(source->dated);
    by_year += std::ranges::count(source->dated, Precision::Year,
                                  [](const StoredDate& date) { return date.published->precision; });
  }
  // A tenth that is not known so well may stay out; it is said.
  return by_year * 10 <= dated ? PeriodUnit::Month : PeriodUnit::Year;
}

SourceCoverage covered(Gathered source, std::string name, PeriodUnit unit) {
  SourceCoverage out{std::move(name), source.articles, source.undated, 0, {}, std::move(source.doubtful)};
  std::map<std::int64_t, std::int64_t> periods;
  for (const auto& date : source.dated) {
    if (const auto period = period_of(*date.published, unit)) {
      ++periods[*period];
    } else {
      ++out.coarse;
    }
  }
  out.periods.assign(periods.begin(), periods.end());
  return out;
}

}  // namespace

Coverage coverage(Reader& reader, const query::Node& query, std::optional<PeriodUnit> by) {
  std::vector<ArticleId> ids = reader.matches(query);
  std::ranges::sort(ids);
  Gathering gathering(reader);
  catalog::for_each_date(reader.catalog(), ids, [&gathering](const StoredDate& date) { gathering.add(date); });
  auto sources = gathering.take();
  const auto names = catalog::source_names(reader.catalog());

  Coverage result;
  result.by = by.value_or(suitable_unit(sources));
  for (auto& [number, source] : sources) {
    const auto name = names.find(number);
    result.sources.push_back(covered(std::move(source), name == names.end() ? std::string() : name->second, result.by));
  }
  std::ranges::sort(result.sources, [](const SourceCoverage& a, const SourceCoverage& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.source < b.source;
  });
  return result;
}

}  // namespace morgue::archive
