// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/timestamp.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(Timestamp, PrintsOnlyWhatIsKnown) {
  Timestamp t{{2025, 6, 24}, 14 * 3600 + 5 * 60, 0, Precision::Second};
  EXPECT_EQ(t.to_string(), "2025-06-24T14:05:00Z");
  t.precision = Precision::Day;
  EXPECT_EQ(t.to_string(), "2025-06-24");
  t.precision = Precision::Month;
  EXPECT_EQ(t.to_string(), "2025-06");
  t.precision = Precision::Year;
  EXPECT_EQ(t.to_string(), "2025");
}

TEST(Timestamp, RoundTripsThroughText) {
  for (const char* text : {"0000", "9999-12-31", "1987-03", "2020-11-13T16:31:47+01:00", "1899-12-31T23:59:59-03:30",
                           "2024-02-29T00:00:00Z"}) {
    const auto parsed = Timestamp::from_string(text);
    ASSERT_TRUE(parsed) << text;
    EXPECT_EQ(parsed->to_string(), text);
  }
}

TEST(Timestamp, RefusesWhatIsNotADate) {
  for (const char* text : {"", "25", "2025-", "2025-13", "2025-00", "2025-02-29", "2025-06-24T", "2025-06-24T24:00:00Z",
                           "2025-06-24T10:00:00", "2025-06-24T10:00:00+1:00", "2025-06-24 ", "-2025"}) {
    EXPECT_FALSE(Timestamp::from_string(text)) << text;
  }
}

TEST(Timestamp, UtcSecondsUseTheOffset) {
  EXPECT_EQ(Timestamp::from_string("1970-01-01T01:00:00+01:00")->utc_seconds(), 0);
  EXPECT_EQ(Timestamp::from_string("1969-12-31")->utc_seconds(), -86400);
  EXPECT_EQ(Timestamp::from_utc_seconds(-1)->to_string(), "1969-12-31T23:59:59Z");
  EXPECT_EQ(Timestamp::from_utc_seconds(-62106825600)->to_string(), "0001-11-30T00:00:00Z");
  EXPECT_FALSE(Timestamp::from_utc_seconds(253402300800));
}

TEST(Day, KnowsTheCalendar) {
  EXPECT_TRUE((Day{2000, 2, 29}.valid()));
  EXPECT_FALSE((Day{1900, 2, 29}.valid()));
  EXPECT_FALSE((Day{10000, 1, 1}.valid()));
  EXPECT_EQ(Day::from_days_since_epoch(Day({1987, 10, 19}).days_since_epoch()), (Day{1987, 10, 19}));
}

}  // namespace
}  // namespace morgue
