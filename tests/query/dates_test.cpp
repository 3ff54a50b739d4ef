// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/query/nodes.h"

namespace morgue::query::test {
namespace {

struct Case {
  std::string_view value;
  std::optional<Day> from;
  std::optional<Day> to;
};

TEST(DateValue, StandsForItsWholeSpan) {
  const std::vector<Case> cases = {
      {"2025-06-24", Day{2025, 6, 24}, Day{2025, 6, 24}},
      {"2025-06", Day{2025, 6, 1}, Day{2025, 6, 30}},
      {"2024-02", Day{2024, 2, 1}, Day{2024, 2, 29}},
      {"1900-02", Day{1900, 2, 1}, Day{1900, 2, 28}},
      {"2025", Day{2025, 1, 1}, Day{2025, 12, 31}},
      {"0000", Day{0, 1, 1}, Day{0, 12, 31}},
      {"9999-12-31", Day{9999, 12, 31}, Day{9999, 12, 31}},
      {"2024-11..2025-02", Day{2024, 11, 1}, Day{2025, 2, 28}},
      {"2025-06..2025", Day{2025, 6, 1}, Day{2025, 12, 31}},
      {"..1899", std::nullopt, Day{1899, 12, 31}},
      {"2020..", Day{2020, 1, 1}, std::nullopt},
      {"2020-05-17..today", Day{2020, 5, 17}, Day{2025, 6, 24}},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(parsed("date:" + std::string(c.value)), dates(c.from, c.to)) << c.value;
    EXPECT_EQ(parsed("date:\"" + std::string(c.value) + "\""), dates(c.from, c.to)) << c.value;
    EXPECT_EQ(parse_date_value(c.value, kOptions), dates(c.from, c.to)) << c.value;
  }
  EXPECT_EQ(parsed("date:none"), (Node{Undated{}, {}}));
  EXPECT_EQ(parsed("date:NONE"), (Node{Undated{}, {}}));
}

TEST(DateValue, CountsFromToday) {
  struct Relative {
    Day today;
    std::string_view value;
    std::optional<Day> from;
    std::optional<Day> to;
  };
  const std::vector<Relative> cases = {
      {{2025, 6, 24}, "today", Day{2025, 6, 24}, Day{2025, 6, 24}},
      {{2025, 1, 1}, "yesterday", Day{2024, 12, 31}, Day{2024, 12, 31}},
      {{2025, 6, 24}, "1d", Day{2025, 6, 24}, Day{2025, 6, 24}},
      {{2025, 6, 24}, "7d", Day{2025, 6, 18}, Day{2025, 6, 24}},
      {{2025, 6, 24}, "7D", Day{2025, 6, 18}, Day{2025, 6, 24}},
      {{2025, 6, 24}, "2w", Day{2025, 6, 11}, Day{2025, 6, 24}},
      {{2025, 6, 24}, "3m", Day{2025, 3, 25}, Day{2025, 6, 24}},
      {{2025, 5, 31}, "3m", Day{2025, 3, 1}, Day{2025, 5, 31}},
      {{2024, 2, 29}, "1y", Day{2023, 3, 1}, Day{2024, 2, 29}},
      {{2025, 6, 24}, "1y", Day{2024, 6, 25}, Day{2025, 6, 24}},
      {{2025, 6, 24}, "7d..", Day{2025, 6, 18}, std::nullopt},
      {{2025, 6, 24}, "last-week", Day{2025, 6, 16}, Day{2025, 6, 22}},   // a Tuesday
      {{2025, 6, 22}, "last-week", Day{2025, 6, 9}, Day{2025, 6, 15}},    // a Sunday
      {{2025, 6, 23}, "last-week", Day{2025, 6, 16}, Day{2025, 6, 22}},   // a Monday
      {{1960, 1, 1}, "last-week", Day{1959, 12, 21}, Day{1959, 12, 27}},  // a Friday before 1970
      {{2025, 1, 31}, "last-month", Day{2024, 12, 1}, Day{2024, 12, 31}},
      {{2024, 3, 31}, "last-month", Day{2024, 2, 1}, Day{2024, 2, 29}},
      {{2025, 6, 24}, "last-year", Day{2024, 1, 1}, Day{2024, 12, 31}},
      {{2025, 6, 24}, "last-month..yesterday", Day{2025, 5, 1}, Day{2025, 6, 23}},
  };
  for (const Relative& c : cases) {
    EXPECT_EQ(parse_date_value(c.value, {c.today}), dates(c.from, c.to)) << c.value;
  }
}

TEST(DateValue, BeforeAndAfterLeaveTheDateOut) {
  const std::vector<Case> cases = {
      {"before:1990", std::nullopt, Day{1989, 12, 31}},    {"before:2024-03", std::nullopt, Day{2024, 2, 29}},
      {"before:today", std::nullopt, Day{2025, 6, 23}},    {"before:7d", std::nullopt, Day{2025, 6, 17}},
      {"after:1990", Day{1991, 1, 1}, std::nullopt},       {"after:2025-06-30", Day{2025, 7, 1}, std::nullopt},
      {"AFTER:yesterday", Day{2025, 6, 24}, std::nullopt},
  };
  for (const Case& c : cases) EXPECT_EQ(parsed(c.value), dates(c.from, c.to)) << c.value;
}

TEST(DateValue, RefusesWhatIsNoDate) {
  struct Wrong {
    std::string_view value;
    std::string_view message;
    std::string_view hint;  ///< part of it
  };
  const std::vector<Wrong> cases = {
      {"2025-13", "\"2025-13\" is not a date: there is no month 13", "2025-01 to 2025-12"},
      {"2025-00", "\"2025-00\" is not a date: there is no month 00", "2025-01 to 2025-12"},
      {"2025-02-29", "\"2025-02-29\" is not a date: 2025-02 has the days 1 to 28", "2025-02 for the whole month"},
      {"2025-06-00", "\"2025-06-00\" is not a date: 2025-06 has the days 1 to 30", "2025-06"},
      {"2025..2024", "the range \"2025..2024\" ends before it begins", "did you mean 2024..2025?"},
      {"today..yesterday", "the range \"today..yesterday\" ends before it begins", "did you mean yesterday..today?"},
      {"2024..2025-13", "\"2025-13\" is not a date: there is no month 13", ""},
      {"2024...2025", "\".2025\" is not a date", "a range such as"},
      {"none..2025", "\"none\" is not a date", "a range such as"},
      {"..", "a range without ends", "* for any"},
      {"2025..7d", "\"7d\" always ends today, so it cannot end a range", "write a date"},
      {"2020-2022", "\"2020-2022\" is not a date", "did you mean 2020..2022?"},
      {"2025-6-4", "\"2025-6-4\" is not a date", "did you mean 2025-06-04?"},
      {"2025/06/24", "\"2025/06/24\" is not a date", "did you mean 2025-06-24?"},
      {"2025-6", "\"2025-6\" is not a date", "did you mean 2025-06?"},
      {"20250624", "\"20250624\" is not a date", "did you mean 2025-06-24?"},
      {"1950s", "\"1950s\" is not a date", "did you mean 1950..1959?"},
      {"2025/13/45", "\"2025/13/45\" is not a date", "a range such as"},
      {">2020", "\">2020\" is not a date", "2020.."},
      {"24.06.2025", "\"24.06.2025\" is not a date", "2025-06-24"},
      {"25", "\"25\" is not a date", "2025"},
      {"-2025", "\"-2025\" is not a date", "2025"},
      {"12025", "\"12025\" is not a date", "2025"},
      {"2025-06-24T10:00", "\"2025-06-24T10:00\" is not a date", "2025-06-24"},
      {"0d", "\"0d\" is not a date: it counts from 1", "1d"},
      {"d", "\"d\" is not a date", "7d"},
      {"w", "\"w\" is not a date", "2w"},
      {"2h", "\"2h\" is not a date", "7d"},
      {"999999999999d", "\"999999999999d\" is not a date: it goes back beyond the year 0", "smaller"},
      {"2026y", "\"2026y\" is not a date: it goes back beyond the year 0", "smaller"},
      {"2147483647y", "\"2147483647y\" is not a date: it goes back beyond the year 0", "smaller"},
      {"last-decade", "\"last-decade\" is not a date", "last-year"},
      {"", "\"\" is not a date", "2025"},
  };
  for (const Wrong& c : cases) {
    try {
      ADD_FAILURE() << c.value << " gave " << print(parse_date_value(c.value, kOptions));
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Query);
      EXPECT_EQ(error.message(), c.message);
      EXPECT_NE(error.hint().find(c.hint), std::string::npos) << error.hint();
      EXPECT_FALSE(error.hint().empty());
    }
  }
}

TEST(DateValue, AsksForTheLastChangeToo) {
  const auto changed = [](std::optional<Day> from, std::optional<Day> to) {
    return Node{DateRange{FieldId::Updated, from, to}, {}};
  };
  EXPECT_EQ(parsed("updated:2025-06"), changed(Day{2025, 6, 1}, Day{2025, 6, 30}));
  EXPECT_EQ(parsed("updated:2024.."), changed(Day{2024, 1, 1}, std::nullopt));
  EXPECT_EQ(parsed("updated:..1999"), changed(std::nullopt, Day{1999, 12, 31}));
  EXPECT_EQ(parsed("updated:last-month"), changed(Day{2025, 5, 1}, Day{2025, 5, 31}));
  EXPECT_EQ(parsed("updated:none"), none_of(Node{Has{FieldId::Updated}, {}}));
  EXPECT_EQ(parsed("updated:*"), (Node{Has{FieldId::Updated}, {}}));
  EXPECT_EQ(parsed("date:*"), (Node{Has{FieldId::Date}, {}}));
  EXPECT_EQ(parsed("updated:(7d OR none)"),
            any_of({changed(Day{2025, 6, 18}, Day{2025, 6, 24}), none_of(Node{Has{FieldId::Updated}, {}})}));
  EXPECT_EQ(print(parsed("updated:2025")), "updated:2025");
  EXPECT_EQ(print(parsed("updated:none")), "NOT has:updated");
}

TEST(DateValue, RefusesEmptyBounds) {
  for (const char* query : {"before:0000", "after:9999", "after:7d", "before:none", "after:2020..2021", "before:*"}) {
    EXPECT_EQ(error_of(query).code(), ErrorCode::Query) << query;
    EXPECT_FALSE(error_of(query).hint().empty()) << query;
  }
}

TEST(DateValue, PrintsInTheShortestForm) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases = {
      {"date:2025-01-01..2025-12-31", "date:2025"},
      {"date:2025-01..2025-01", "date:2025-01"},
      {"date:2025-01-01", "date:2025-01-01"},
      {"date:2025..2025-01-01", "date:2025-01-01"},
      {"date:2024-11-01..2025-02-28", "date:2024-11..2025-02"},
      {"date:2024..2025-02", "date:2024-01..2025-02"},
      {"date:2024-11-02..2025-02-28", "date:2024-11-02..2025-02-28"},
      {"date:2020-01-01..", "date:2020.."},
      {"date:2020-02..", "date:2020-02.."},
      {"date:..1899-12-30", "date:..1899-12-30"},
      {"before:0100", "date:..0099"},
  };
  for (const auto& [query, canonical] : cases) EXPECT_EQ(print(parsed(query)), canonical) << query;
}

}  // namespace
}  // namespace morgue::query::test
