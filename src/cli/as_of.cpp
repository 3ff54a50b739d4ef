// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/as_of.h"

#include <CLI/App.hpp>
#include <charconv>
#include <string_view>

#include "core/error.h"
#include "core/timestamp.h"

namespace morgue::cli {
namespace {

constexpr std::int64_t kSecondsOfDay = 86'400;
constexpr std::string_view kRun = "run:";
constexpr std::size_t kMinuteLength = 16;  // 2025-06-24T14:05
constexpr std::size_t kSecondLength = 19;

std::int64_t end_of(const Day& day) {
  return (day.days_since_epoch() + 1) * kSecondsOfDay - 1;
}

std::int64_t end_of(const Timestamp& time) {
  const Day& day = time.day;
  switch (time.precision) {
    case Precision::Year:
      return end_of(Day{day.year, 12, 31});
    case Precision::Month:
      return end_of(Day{day.year, day.month, Day::days_in_month(day.year, day.month)});
    case Precision::Day:
      return end_of(day);
    case Precision::Second:
      break;
  }
  return time.utc_seconds();
}

/// Also without seconds, without a zone, with a blank for the T.
std::optional<Timestamp> read_time(std::string text) {
  if (text.size() >= kMinuteLength) {
    if (text[10] == ' ') text[10] = 'T';
    if (text.size() == kMinuteLength || text[kMinuteLength] != ':') text.insert(kMinuteLength, ":00");
    if (text.size() == kSecondLength) text += 'Z';
  }
  return Timestamp::from_string(text);
}

std::optional<std::int64_t> read_run(std::string_view text) {
  if (!text.starts_with(kRun)) return std::nullopt;
  text.remove_prefix(kRun.size());
  std::int64_t run = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), run);
  if (error != std::errc{} || end != text.data() + text.size() || run < 1) return std::nullopt;
  return run;
}

}  // namespace

void AsOfOption::declare(CLI::App& command) {
  command
      .add_option("--as-of", text,
                  "The archive as it stood at the end of this day (UTC), or then: 2026-11-24, 2026-11-24T14:05:00Z, "
                  "yesterday, run:12")
      ->type_name("TIME");
}

std::optional<archive::AsOf> AsOfOption::resolve(Day today) const {
  if (text.empty()) return std::nullopt;
  if (text == "today") return archive::AsOf{end_of(today)};
  if (text == "yesterday") return archive::AsOf{end_of(Day::from_days_since_epoch(today.days_since_epoch() - 1))};
  if (const auto run = read_run(text)) return archive::AsOf{std::nullopt, *run};
  if (const auto time = read_time(text)) return archive::AsOf{end_of(*time)};
  throw Error(
      ErrorCode::Usage, "--as-of: \"" + text + "\" is no moment",
      "write a day (2026-11-24), a time (2026-11-24T14:05:00Z), yesterday, or run:12 for the state that this run left");
}

std::string AsOfOption::echo(Day today) const {
  const auto as_of = resolve(today);
  if (!as_of) return {};
  if (!as_of->second) return std::string(kRun) + std::to_string(as_of->run);
  const auto time = Timestamp::from_utc_seconds(*as_of->second);
  return time ? time->to_string() : text;
}

void note_beginning(const Context& context, archive::Reader& reader) {
  if (const auto began = reader.begins_later()) {
    const auto time = Timestamp::from_utc_seconds(*began);
    context.note("nothing was stored by then: the archive begins on " + (time ? time->to_string() : std::string()));
  }
}

}  // namespace morgue::cli
