// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/page_date.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/page_dates.h"
#include "extract/page_marks.h"
#include "extract/page_year.h"
#include "text/date_parse.h"
#include "text/language.h"

namespace morgue::extract {
namespace {

using View = std::string_view;

/// Whether days come before months where both are numbers; unknown if the page does not show.
std::optional<bool> day_first(const PageLines& page, const Headline& headline, const Body& body) {
  std::string sample;
  constexpr std::size_t kEnough = 4000;
  for (std::size_t i = headline.first; i < std::min(body.end + 3, page.lines.size()); ++i) {
    for (const DateMention& date : find_dates(page.lines[i].text)) {
      if (!date.day || date.ambiguous) continue;
      const View first = page.lines[i].text.substr(date.begin, date.end - date.begin);
      if (first.size() > 4 && first[4] == '-') continue;
      const int leading = std::atoi(std::string(first.substr(0, 2)).c_str());
      // `June 24` is written where dates in numbers begin with the day as well.
      if (leading > 0 && first.find_first_of("/-.") == View::npos) return true;
      if (first.find('/') != View::npos) return leading > 12;
    }
    if (sample.size() < kEnough) sample.append(page.lines[i].text).append("\n");
  }
  const std::string language = text::detect_language(sample);
  if (language.empty() || language == "en") return std::nullopt;
  return true;
}

/// A time that stands before its date: `20:00, 29 Jan 2024`.
std::string leading_clock(View before) {
  while (!before.empty() &&
         (before.back() == ' ' || before.back() == ',' || before.back() == '|' || before.back() == '-')) {
    before.remove_suffix(1);
  }
  const std::size_t blank = before.find_last_of(" |");
  const View word = before.substr(blank == View::npos ? 0 : blank + 1);
  const std::size_t colon = word.find(':');
  const bool clock = word.size() <= 5 && colon != View::npos && colon > 0 && word.size() == colon + 3 &&
                     word.find_first_not_of("0123456789:") == View::npos;
  return clock ? std::string(word) : std::string();
}

std::optional<Timestamp> read_declared(View line, const DateMention& date, std::size_t next,
                                       std::optional<bool> order) {
  Timestamp plain;
  plain.day = {*date.year, date.month, *date.day};
  if (date.ambiguous && !order) {
    // Day and month could be either: the year is sure.
    plain.day = {*date.year, 1, 1};
    plain.precision = Precision::Year;
    return plain;
  }
  const bool swapped_order = order.value_or(false);
  View part = line.substr(date.begin, next - date.begin);
  for (const View sign : {"|", "\xE2\x80\xA2", "\xC2\xB7", "Updated", "updated", "UPDATED", "Aktualisiert",
                          "aktualisiert", "Modified", "By "}) {
    const std::size_t at = part.find(sign);
    if (at == View::npos || at < date.end - date.begin) continue;
    // A time may stand behind the bar.
    const View behind = part.substr(at + sign.size());
    const bool clock = sign.size() <= 3 && behind.find(':') < 5;
    if (!clock) part = part.substr(0, at);
  }
  const std::string clock = leading_clock(line.substr(0, date.begin));
  std::string whole(part);
  for (const View sign : {"|", "\xE2\x80\xA2", "\xC2\xB7"}) {
    if (const std::size_t at = whole.find(sign); at != std::string::npos) whole.replace(at, sign.size(), " ");
  }
  const std::string alone(line.substr(date.begin, date.end - date.begin));
  auto found = text::parse_date(whole, swapped_order);
  if (!found) found = text::parse_date(alone, swapped_order);
  if (found && found->precision == Precision::Day && !clock.empty()) {
    if (const auto timed = text::parse_date(alone + " " + clock, swapped_order)) found = timed;
  }
  if (found && found->precision < Precision::Day) found.reset();
  if (!found) found = plain;
  return found;
}

bool is_update(View label) {
  const std::string low = folded(label);
  return std::ranges::any_of(std::array<View, 8>{"updat", "modified", "aktualisiert", "geändert", "mis à jour",
                                                 "actualiz", "aggiornat", "stand"},
                             [&](View word) { return low.find(word) != std::string::npos; });
}

void read_line(View line, std::optional<bool> order, PageDate& out) {
  const auto dates = find_dates(line);
  std::size_t label = 0;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    const std::size_t next = i + 1 < dates.size() ? dates[i + 1].begin : line.size();
    if (!dates[i].full()) continue;
    const auto time = read_declared(line, dates[i], next, order);
    const bool update = is_update(line.substr(label, dates[i].begin - label));
    label = dates[i].end;
    std::optional<Timestamp>& slot = update ? out.updated : out.published;
    if (time && !slot) slot = time;
  }
}

PageDate declared(const PageLines& page, const Headline& headline, const Body& body) {
  constexpr std::size_t kAbove = 3;
  constexpr std::size_t kBehind = 6;
  PageDate out;
  std::optional<std::optional<bool>> order;
  const auto read = [&](std::size_t i) {
    const PageLine& line = page.lines[i];
    const bool shared = line.kind == LineKind::ReadingTime || line.kind == LineKind::Byline;
    if (line.kind != LineKind::DateLine && !(shared && is_date_line(line))) return;
    if (!order) order = day_first(page, headline, body);
    // The label may stand on the line above.
    if (i > 0 && is_update(page.lines[i - 1].text) && page.lines[i - 1].words <= 3) {
      PageDate only;
      read_line(line.text, *order, only);
      if (!out.updated) out.updated = only.published;
      return;
    }
    read_line(line.text, *order, out);
  };
  for (std::size_t i = headline.first; i < std::min(body.begin, page.lines.size()); ++i) read(i);
  // A page that tells only when it was changed last shows that as its date.
  const auto settle = [&out] {
    if (!out.published) out.published = out.updated;
  };
  settle();
  for (std::size_t i = headline.first; !out.published && i > 0 && headline.first - i < kAbove;) read(--i);
  for (std::size_t i = body.begin; i < std::min(body.end, page.lines.size()); ++i) {
    if (page.lines[i].kind == LineKind::DateLine && !out.published && i < body.begin + 3) read(i);
  }
  for (std::size_t i = body.end; !out.published && i < std::min(body.end + kBehind, page.lines.size()); ++i) {
    if (page.lines[i].kind == LineKind::Title) break;  // the next story has its own date
    read(i);
  }
  settle();
  out.origin = out.published ? DateOrigin::Declared : DateOrigin::None;
  return out;
}

}  // namespace

PageDate find_page_date(const PageLines& page, const Headline& headline, const Body& body) {
  PageDate out = declared(page, headline, body);
  if (out.published) return out;
  if (const auto day = infer_day(page, headline, body)) {
    out.published = Timestamp{.day = *day};
    out.origin = DateOrigin::Inferred;
  }
  return out;
}

}  // namespace morgue::extract
