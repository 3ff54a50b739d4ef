// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/local_day.h"

#include <gtest/gtest.h>

#include <string>

namespace morgue::webpage {
namespace {

struct Case {
  const char* declared;
  const char* printed;
  const char* expected;
};

class LocalDay : public testing::TestWithParam<Case> {};

TEST_P(LocalDay, IsThePublishers) {
  const Case& c = GetParam();
  const auto day = with_printed_day(*Timestamp::from_string(c.declared), *Timestamp::from_string(c.printed));
  EXPECT_EQ(day.to_string(), c.expected);
}

INSTANTIATE_TEST_SUITE_P(
    Days, LocalDay,
    testing::Values(Case{"2022-11-06T23:00:00Z", "2022-11-07", "2022-11-07T00:00:00+01:00"},
                    Case{"2022-06-06T22:00:00Z", "2022-06-07", "2022-06-07T00:00:00+02:00"},
                    Case{"2022-11-06T23:12:00Z", "2022-11-07", "2022-11-06T23:12:00Z"},
                    Case{"2022-11-06T23:00:00Z", "2022-11-09", "2022-11-06T23:00:00Z"},
                    Case{"2022-11-06T23:12:40Z", "2022-11-07T00:12:00Z", "2022-11-07T00:12:40+01:00"},
                    Case{"2022-11-07T04:30:59Z", "2022-11-06T22:30:00Z", "2022-11-06T22:30:59-06:00"},
                    Case{"2022-11-06T23:12:40Z", "2022-11-07T00:19:00Z", "2022-11-06T23:12:40Z"},
                    Case{"2022-11-06T23:00:00+01:00", "2022-11-07", "2022-11-06T23:00:00+01:00"}));

}  // namespace
}  // namespace morgue::webpage
