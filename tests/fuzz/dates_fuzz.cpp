// SPDX-License-Identifier: GPL-2.0-or-later
// Dates, bylines and languages as dumps write them.
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "core/timestamp.h"
#include "text/date_find.h"
#include "text/date_parse.h"
#include "text/language.h"
#include "text/names.h"
#include "text/utf8.h"
#include "webpage/url_date.h"

namespace {

void require(bool truth) {
  if (!truth) std::abort();
}

/// What is read is a date, and can be written and read again.
void check(const std::optional<morgue::Timestamp>& date) {
  if (!date) return;
  require(date->day.valid() && date->second_of_day >= 0 && date->second_of_day < 86400);
  const auto again = morgue::Timestamp::from_string(date->to_string());
  require(again && *again == *date);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace text = morgue::text;
  const std::string bytes(data, data + size);
  const std::string line = text::repair_utf8(bytes);
  for (const bool day_first : {false, true}) {
    check(text::parse_date(bytes, day_first));
    check(text::parse_date(line, day_first));
    std::size_t end = 0;
    for (const auto& found : text::dates_in_text(line, day_first)) {
      check(found.when);
      require(found.begin >= end && found.begin < found.end && found.end <= line.size());
      end = found.end;
    }
  }
  check(text::parse_epoch(line));
  if (const auto found = text::find_month_day(line))
    require(found->month >= 1 && found->month <= 12 && found->day >= 1);
  for (const std::string& name : text::split_byline(line)) require(!name.empty() && text::is_valid_utf8(name));
  text::plausible_author(line);
  require(text::canonical_language(line).size() <= 3);
  return 0;
}
