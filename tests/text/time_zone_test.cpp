// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/time_zone.h"

#include <gtest/gtest.h>

namespace morgue::text {
namespace {

constexpr std::int64_t kWinter = 1'767'225'600;  // 2026-01-01T00:00:00Z
constexpr std::int64_t kSummer = 1'782'864'000;  // 2026-07-01T00:00:00Z

TEST(TimeZone, KnowsWinterAndSummer) {
  EXPECT_EQ(zone_offset("UTC", kWinter), 0);
  EXPECT_EQ(zone_offset("Europe/Berlin", kWinter), 3600);
  EXPECT_EQ(zone_offset("Europe/Berlin", kSummer), 7200);
  EXPECT_EQ(zone_offset("America/New_York", kWinter), -5 * 3600);
  EXPECT_EQ(zone_offset("GMT+05:30", kWinter), 19800);
}

TEST(TimeZone, RefusesWhatIsNone) {
  EXPECT_EQ(zone_offset("Europe/Atlantis", kWinter), std::nullopt);
  EXPECT_EQ(zone_offset("", kWinter), std::nullopt);
}

}  // namespace
}  // namespace morgue::text
