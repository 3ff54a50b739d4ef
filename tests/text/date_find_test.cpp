// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/date_find.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace morgue::text {
namespace {

struct Case {
  const char* line;
  std::vector<std::string> dates;
  bool day_first = true;
};

class DatesInText : public testing::TestWithParam<Case> {};

TEST_P(DatesInText, AreFound) {
  std::vector<std::string> found;
  for (const DateInText& date : dates_in_text(GetParam().line, GetParam().day_first)) {
    found.push_back(date.when.to_string());
  }
  EXPECT_EQ(found, GetParam().dates) << GetParam().line;
}

INSTANTIATE_TEST_SUITE_P(
    Lines, DatesInText,
    testing::Values(Case{"Published 3 May 2024, updated 4 May 2024 at 10:15", {"2024-05-03", "2024-05-04T10:15:00Z"}},
                    Case{"Von Ida Lund | 24.06.2025 | 14:05 Uhr", {"2025-06-24T14:05:00Z"}},
                    Case{"Friday, May 3, 2024 | Harbour", {"2024-05-03"}}, Case{"03/04/2024", {"2024-04-03"}},
                    Case{"03/04/2024", {"2024-03-04"}, false},
                    Case{"\u5165\u529b 2025\u5e746\u670824\u65e5", {"2025-06-24"}},
                    Case{"Mis \u00e0 jour le 14 mars 2017 \u00e0 10h05", {"2017-03-14T10:05:00Z"}},
                    Case{"14 de mar\u00e7o de 2017", {"2017-03-14"}}, Case{"in May 2024", {}}, Case{"since 1998", {}},
                    Case{"version 1.24.06.2025", {}}, Case{"no date here", {}}));

TEST(DatesInText, SaysWhereTheyStand) {
  const std::string line = "Posted 3 May 2024 by Ida";
  const auto dates = dates_in_text(line, true);
  ASSERT_EQ(dates.size(), 1U);
  EXPECT_EQ(line.substr(dates[0].begin, dates[0].end - dates[0].begin), "3 May 2024");
  EXPECT_FALSE(dates[0].ambiguous);
}

TEST(DatesInText, SaysWhatCouldBeTheOtherWayRound) {
  EXPECT_TRUE(dates_in_text("03/04/2024", true).at(0).ambiguous);
  EXPECT_FALSE(dates_in_text("13/04/2024", true).at(0).ambiguous);
  EXPECT_FALSE(dates_in_text("03.04.2024", true).at(0).ambiguous);
}

}  // namespace
}  // namespace morgue::text
