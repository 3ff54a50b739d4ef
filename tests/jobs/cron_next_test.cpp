// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/cron_next.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace morgue::jobs {
namespace {

class CronNext : public testing::Test {
 protected:
  CronNext() { in_zone("UTC"); }
  ~CronNext() override { in_zone("UTC"); }
  static void in_zone(const char* zone) {
    ::setenv("TZ", zone, 1);
    ::tzset();
  }
  // A Monday, 2026-11-30 16:05:30 UTC.
  static constexpr std::time_t kNow = 1796054730;
};

TEST_F(CronNext, OfEveryKindOfLineThatTheScheduleWrites) {
  EXPECT_EQ(next_cron_time("20 * * * *", kNow), "Mon 2026-11-30 16:20:00 UTC");
  EXPECT_EQ(next_cron_time("5 * * * *", kNow), "Mon 2026-11-30 17:05:00 UTC") << "this minute has begun";
  EXPECT_EQ(next_cron_time("30 3 * * *", kNow), "Tue 2026-12-01 03:30:00 UTC");
  EXPECT_EQ(next_cron_time("0 6 * * 1-5", kNow), "Tue 2026-12-01 06:00:00 UTC");
  EXPECT_EQ(next_cron_time("5 7 * * 6,0", kNow), "Sat 2026-12-05 07:05:00 UTC");
  EXPECT_EQ(next_cron_time("5 7 * * 5-7", kNow), "Fri 2026-12-04 07:05:00 UTC");
  EXPECT_EQ(next_cron_time("5 7 * * 7", kNow), "Sun 2026-12-06 07:05:00 UTC");
  EXPECT_EQ(next_cron_time("20 0 * * 1", kNow), "Mon 2026-12-07 00:20:00 UTC");
  EXPECT_EQ(next_cron_time("0 5 31 * *", kNow), "Thu 2026-12-31 05:00:00 UTC");
  EXPECT_EQ(next_cron_time("0 5 29 2 *", kNow), "Tue 2028-02-29 05:00:00 UTC");
}

TEST_F(CronNext, InLocalTimeAlsoWhenTheClocksChange) {
  in_zone("Europe/Berlin");
  EXPECT_EQ(next_cron_time("30 3 * * *", kNow), "Tue 2026-12-01 03:30:00 CET");
  // 2026-03-28 12:00 UTC: in the coming night 02:00 becomes 03:00.
  EXPECT_EQ(next_cron_time("30 3 * * *", 1774699200), "Sun 2026-03-29 03:30:00 CEST");
}

TEST_F(CronNext, NothingForWhatIsNotOurs) {
  for (const char* fields : {"", "*", "0 6 * *", "*/5 * * * *", "@daily", "0 24 * * *", "60 * * * *", "0 5 31 2 *",
                             "0 6 * * mon", "-1 * * * *", "5-1 * * * *"}) {
    EXPECT_EQ(next_cron_time(fields, kNow), "") << fields;
  }
}

}  // namespace
}  // namespace morgue::jobs
