// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/page_time.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "text/date_parse.h"
#include "text/name_case.h"
#include "text/utf8.h"
#include "webpage/date_lines.h"
#include "webpage/local_day.h"
#include "webpage/plain_text.h"
#include "webpage/url_date.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;

constexpr std::int64_t kDaySeconds = 86400;
constexpr int kFirstYear = 1700;

/// Dates that can be true: not before newspapers, not after the page was fetched.
class Plausible {
 public:
  explicit Plausible(const PageHints& hints) {
    latest_ =
        hints.crawled
            ? hints.crawled->utc_seconds()
            : std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
                  .count();
    latest_ += 2 * kDaySeconds;  // zones, and clocks that are wrong
  }

  [[nodiscard]] bool operator()(const Timestamp& when) const {
    if (when.day.year < kFirstYear || when.precision == Precision::Year) return false;
    if (when.day == Day{1970, 1, 1}) return false;  // an unset clock
    return when.utc_seconds() <= latest_;
  }

 private:
  std::int64_t latest_ = 0;
};

std::optional<Timestamp> read_value(View value, bool day_first, const Plausible& plausible) {
  if (value.empty() || value.size() > 200) return std::nullopt;
  for (const bool order : {day_first, !day_first}) {
    if (const auto date = text::parse_date(value, order); date && plausible(*date)) return date;
    for (const text::DateInText& date : text::dates_in_text(value, order)) {
      if (plausible(date.when)) return date.when;
    }
  }
  constexpr std::size_t kFewestDigits = 9;
  if (value.size() < kFewestDigits) return std::nullopt;
  const auto epoch = text::parse_epoch(value);
  return epoch && plausible(*epoch) ? epoch : std::nullopt;
}

std::optional<Timestamp> first_meta(const DateEvidence& e, const Plausible& plausible,
                                    std::initializer_list<View> names) {
  std::optional<Timestamp> vague;
  for (const std::string& value : e.marks.contents(names)) {
    const auto date = read_value(value, e.day_first, plausible);
    if (date && date->precision != Precision::Month) return date;
    if (date && !vague) vague = date;
  }
  return vague;
}

std::optional<Timestamp> declared_in_metas(const DateEvidence& e, const Plausible& plausible) {
  return first_meta(e, plausible,
                    {"article:published_time",
                     "article:published",
                     "og:article:published_time",
                     "og:published_time",
                     "datepublished",
                     "parsely-pub-date",
                     "cxenseparse:recs:publishtime",
                     "cxenseparse:publishtime",
                     "cxenseparse:articlepublisheddate",
                     "sailthru.date",
                     "dcterms.issued",
                     "dc.date.issued",
                     "dcterms.created",
                     "dc.date.created",
                     "dc.date.published",
                     "date.created",
                     "date.issued",
                     "dcterms.available",
                     "citation_publication_date",
                     "citation_online_date",
                     "citation_date",
                     "rnews:datepublished",
                     "iso-8601-publish-date",
                     "article_date_original",
                     "original-publish-date",
                     "publication_date",
                     "publication-date",
                     "publish-date",
                     "publish_date",
                     "publishdate",
                     "published-date",
                     "published_date",
                     "publisheddate",
                     "published_at",
                     "pubdate",
                     "pub_date",
                     "ptime",
                     "created",
                     "datecreated",
                     "dc.date",
                     "dcterms.date",
                     "dc:date",
                     "article.published",
                     "article:post_date",
                     "date",
                     "last_publication_date",
                     "displaydate",
                     "timestamp",
                     "blogger:published",
                     "video:release_date"});
}

std::optional<Timestamp> updated_in_metas(const DateEvidence& e, const Plausible& plausible) {
  return first_meta(e, plausible,
                    {"article:modified_time", "article:modified", "og:updated_time", "datemodified", "dcterms.modified",
                     "dc.date.modified", "date.updated", "date.modified", "last-modified", "lastmod", "revised",
                     "article.updated", "rnews:datemodified", "updated"});
}

/// The first of the values that has a digit in it (not `null` or `unknown`): what was meant to be a date.
std::string meant_as_date(std::initializer_list<View> values) {
  constexpr std::size_t kMost = 60;
  for (const View value : values) {
    if (value.find_first_of("123456789") == value.npos) continue;
    return std::string(text::truncate_utf8(value, kMost));
  }
  return {};
}

/// A marked element with a date in it, and how much it looks like the story's own.
struct Candidate {
  Timestamp when;
  int points = 0;
};

/// A date inside a heading belongs to the story that the heading announces.
bool in_other_heading(const MarkedNode& marked, const PageHeadline& headline) {
  const markup::Node* up = marked.node->parent;
  for (int level = 0; up != nullptr && level < 2; ++level, up = up->parent) {
    if (headline.node != nullptr && up == headline.node->node) return false;
    if (up->name.size() == 2 && up->name[0] == 'h' && up->name[1] >= '2' && up->name[1] <= '6') return true;
  }
  return false;
}

int points_of(const MarkedNode& marked, const DateEvidence& e) {
  int points = 0;
  if (has_mark(marked.marks, {"published", "pubdate", "publish", "datepublished", "posted", "created", "postdate",
                              "publication", "firstpublished", "veroeffentlicht", "entry"}))
    points += 20;
  if (marked.node->name == "time") points += 10;
  if (has_mark(marked.marks, {"date", "datum", "fecha", "tarih", "dato"})) points += 6;
  if (has_mark(marked.marks, {"updated", "modified", "datemodified", "update", "lastmod"})) points -= 12;
  if (marked.apart || in_other_heading(marked, e.headline)) points -= 40;
  if (e.headline.node == nullptr) return points - static_cast<int>(marked.order / 200);
  const auto at = static_cast<int>(e.headline.node->order);
  const auto here = static_cast<int>(marked.order);
  // Right behind the headline is best; a little before it is next; far behind is another story's or a comment's.
  const int distance = here >= at ? here - at : (at - here) * 3 + 10;
  return points + 30 - std::min(distance / 6, 60);
}

std::optional<Timestamp> value_of(const MarkedNode& marked, const DateEvidence& e, const Plausible& plausible,
                                  int& points, bool printed) {
  for (const View attribute : {"datetime", "content", "data-datetime", "data-date", "data-timestamp"}) {
    const View value = marked.node->attribute(attribute);
    if (value.empty() || printed) continue;
    if (const auto date = read_value(value, e.day_first, plausible)) return date;
  }
  const std::string line = pieces_line(marked.node, 240);
  if (line.size() >= 240) return std::nullopt;
  const auto labelled = date_of_line(line, e.day_first, plausible);
  if (!labelled) return std::nullopt;
  if (labelled->is_update) points -= 15;
  if (line.size() > 120) points -= 5;
  return labelled->when;
}

/// `printed`: only what a reader sees counts, not what attributes say.
std::optional<Candidate> best_marked(const DateEvidence& e, const Plausible& plausible, bool printed = false) {
  std::optional<Candidate> best;
  const auto consider = [&](const MarkedNode& marked) {
    int points = points_of(marked, e);
    if (best && points <= best->points) return;
    if (points < -30) return;
    const auto when = value_of(marked, e, plausible, points, printed);
    if (!when || (best && points <= best->points)) return;
    best = Candidate{*when, points};
  };
  // In the order of the page, so that of equals the first stands.
  for (const MarkedNode& marked : e.marks.times) consider(marked);
  for (const MarkedNode& marked : e.marks.dates) consider(marked);
  return best;
}

/// A short line with a date, close to the headline.
std::optional<Candidate> best_line(const DateEvidence& e, const Plausible& plausible) {
  constexpr std::size_t kLongestLine = 160;
  constexpr std::size_t kBefore = 12;
  constexpr std::size_t kBehind = 25;
  const auto& blocks = e.lines.blocks();
  const std::size_t headline = e.lines.headline();
  if (headline >= blocks.size()) return std::nullopt;
  std::optional<Candidate> best;
  const std::size_t first = headline > kBefore ? headline - kBefore : 0;
  for (std::size_t i = first; i < std::min(blocks.size(), headline + kBehind); ++i) {
    const Block& block = blocks[i];
    if (block.text.size() > kLongestLine || e.lines.is_apart(block)) continue;
    const auto labelled = date_of_line(block.text, e.day_first, plausible);
    if (!labelled) continue;
    const auto distance = static_cast<int>(i > headline ? i - headline : (headline - i) * 2 + 2);
    int points = 30 - distance - static_cast<int>(labelled->other_bytes / 6);
    if (labelled->is_update) points -= 12;
    if (labelled->is_publication) points += 12;
    if (!best || points > best->points) best = Candidate{labelled->when, points};
  }
  return best;
}

/// A line anywhere that says it is the date of publication.
std::optional<Timestamp> labelled_line(const DateEvidence& e, const Plausible& plausible) {
  constexpr std::size_t kLongestLine = 200;
  for (const Block& block : e.lines.blocks()) {
    if (block.text.size() > kLongestLine || e.lines.is_apart(block)) continue;
    const auto labelled = date_of_line(block.text, e.day_first, plausible);
    if (labelled && labelled->is_publication && !labelled->is_update) return labelled->when;
  }
  return std::nullopt;
}

/// The first line that is a date and nothing else.
std::optional<Timestamp> lone_date(const DateEvidence& e, const Plausible& plausible) {
  constexpr std::size_t kLongestLine = 60;
  for (const Block& block : e.lines.blocks()) {
    if (block.text.size() > kLongestLine || e.lines.is_apart(block)) continue;
    const auto labelled = date_of_line(block.text, e.day_first, plausible);
    if (labelled && labelled->other_bytes <= 12) return labelled->when;
  }
  return std::nullopt;
}

/// Month and day near the headline in the last year that they had before the page was fetched or changed.
std::optional<Timestamp> day_of_year(const DateEvidence& e, const std::optional<Timestamp>& latest) {
  constexpr std::size_t kLongestLine = 60;
  constexpr std::size_t kBehind = 8;
  const auto& blocks = e.lines.blocks();
  const std::size_t headline = e.lines.headline();
  if (!latest || headline >= blocks.size()) return std::nullopt;
  for (std::size_t i = headline > 3 ? headline - 3 : 0; i < std::min(blocks.size(), headline + kBehind); ++i) {
    if (blocks[i].text.size() > kLongestLine || e.lines.is_apart(blocks[i])) continue;
    const auto found = text::find_month_day(blocks[i].text);
    if (!found) continue;
    Timestamp when;
    when.day = {latest->day.year, found->month, found->day};
    if (when.day > latest->day) --when.day.year;
    if (when.day.valid()) return when;
  }
  return std::nullopt;
}

}  // namespace

PageDates find_page_dates(const DateEvidence& e) {
  const Plausible plausible(e.hints);
  PageDates dates;
  dates.updated = read_value(e.linked.modified, e.day_first, plausible);
  if (!dates.updated) dates.updated = updated_in_metas(e, plausible);
  const auto take = [&](const std::optional<Timestamp>& when, DateOrigin origin) {
    if (dates.published || !when) return;
    dates.published = when;
    dates.origin = origin;
  };
  if (!dates.updated) {
    dates.refused_updated = meant_as_date(
        {e.linked.modified, e.marks.content({"article:modified_time", "og:updated_time", "last-modified"})});
  }
  const auto in_address = date_in_address(e.address, plausible);
  take(read_value(e.linked.published, e.day_first, plausible), DateOrigin::Declared);
  if (!dates.published) take(declared_in_metas(e, plausible), DateOrigin::Declared);
  if (!dates.published) take(read_value(e.linked.created, e.day_first, plausible), DateOrigin::Declared);
  if (!dates.published) {
    dates.refused = meant_as_date({e.linked.published, e.marks.content({"article:published_time", "datepublished"})});
    const auto marked = best_marked(e, plausible);
    if (marked && marked->points >= 20) take(marked->when, DateOrigin::Declared);
    if (in_address && in_address->precision == Precision::Day) take(in_address, DateOrigin::Url);
    if (!dates.published) {
      const auto line = best_line(e, plausible);
      if (line && line->points >= 12) take(line->when, DateOrigin::Declared);
      if (!dates.published) take(labelled_line(e, plausible), DateOrigin::Declared);
      if (marked && marked->points >= -10) take(marked->when, DateOrigin::Declared);
    }
    if (!dates.published) take(lone_date(e, plausible), DateOrigin::Declared);
  }
  if (dates.published && dates.origin == DateOrigin::Declared && dates.published->offset_minutes == 0 &&
      dates.published->precision == Precision::Second) {
    if (const auto printed = best_marked(e, plausible, true)) {
      dates.published = with_printed_day(*dates.published, printed->when);
    }
  }
  if (!dates.published) take(date_in_file_name(e.hints.file, plausible), DateOrigin::Filename);
  if (!dates.published) take(day_of_year(e, e.hints.crawled ? e.hints.crawled : dates.updated), DateOrigin::Inferred);
  if (!dates.published) take(dates.updated, DateOrigin::Inferred);
  if (!dates.published) take(in_address, DateOrigin::Url);
  return dates;
}

bool writes_day_first(std::string_view declared_language, std::string_view host) {
  constexpr std::array<View, 10> kMonthFirst = {"us", "ph", "ca", "pr", "gu", "pw", "fm", "mh", "as", "vi"};
  std::string language = text::lower_case(declared_language.substr(0, 16));
  std::ranges::replace(language, '_', '-');
  if (!language.empty() && !language.starts_with("en")) return true;
  const std::size_t dot = host.rfind('.');
  const View top = dot == View::npos ? View() : host.substr(dot + 1);
  if (top.size() == 2 && top != "us" && top != "ph" && top != "ca" && top != "tv" && top != "io" && top != "co" &&
      top != "me") {
    return true;
  }
  if (language.size() >= 5 && language[2] == '-') {
    return std::ranges::find(kMonthFirst, View(language).substr(3, 2)) == kMonthFirst.end();
  }
  return false;
}

}  // namespace morgue::webpage
