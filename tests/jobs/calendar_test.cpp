// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/calendar.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace morgue::jobs {
namespace {

struct Case {
  const char* spec;
  const char* systemd;
  const char* cron;  ///< empty: cron cannot say it
};

TEST(Calendar, OneSpecForBothClocks) {
  const Case cases[] = {
      {"hourly", "hourly", "17 * * * *"},
      {"daily", "daily", "17 0 * * *"},
      {"weekly", "weekly", "17 0 * * 1"},
      {"monthly", "monthly", "17 0 1 * *"},
      {"daily 03:30", "*-*-* 03:30", "30 3 * * *"},
      {"Daily  3:05", "*-*-* 3:05", "5 3 * * *"},
      {"06:00", "06:00", "0 6 * * *"},
      {"Mon..Fri 06:00", "Mon..Fri 06:00", "0 6 * * 1-5"},
      {"Sat,Sun 09:15", "Sat,Sun 09:15", "15 9 * * 6,0"},
      {"Fri..Sun 09:15", "Fri..Sun 09:15", "15 9 * * 5-7"},
      {"Monday *-*-* 23:59:00", "Monday *-*-* 23:59:00", "59 23 * * 1"},
      {"*-*-01 05:00", "*-*-01 05:00", "0 5 1 * *"},
      {"*:0/15", "*:0/15", ""},
      {"Mon *-*-1..7 05:00", "Mon *-*-1..7 05:00", ""},
      {"Mon *-*-01 05:00", "Mon *-*-01 05:00", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(on_calendar(c.spec), c.systemd) << c.spec;
    if (*c.cron == '\0') {
      EXPECT_THROW(cron_fields(c.spec, 17), Error) << c.spec;
    } else {
      EXPECT_EQ(cron_fields(c.spec, 17 + 60), c.cron) << c.spec;
    }
  }
}

TEST(Calendar, WhatIsNoTimeIsRefused) {
  for (const char* spec :
       {"", " ", "daily 25:00", "daily noon", "hourly 03:30", "06:00\nExecStart=/bin/sh", "$(date)", "06:00;rm"}) {
    EXPECT_THROW(on_calendar(spec), Error) << spec;
    EXPECT_THROW(cron_fields(spec, 0), Error) << spec;
  }
  EXPECT_THROW(cron_fields("Mon", 0), Error);
}

}  // namespace
}  // namespace morgue::jobs
