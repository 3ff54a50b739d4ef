// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "text/date_parse.h"

namespace morgue::text {
namespace {

struct Case {
  const char* text;
  const char* expected;
};

class DateShape : public testing::TestWithParam<Case> {};

TEST_P(DateShape, IsRead) {
  const auto date = parse_date(GetParam().text, true);
  EXPECT_EQ(date ? date->to_string() : "", GetParam().expected) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Languages, DateShape,
    testing::Values(Case{"14 de mar\u00e7o de 2017", "2017-03-14"}, Case{"13/12/2017 10h05", "2017-12-13T10:05:00Z"},
                    Case{"24 de xu\u00f1o de 2025", "2025-06-24"}, Case{"2025 m. bir\u017eelio 24 d.", "2025-06-24"},
                    Case{"24 Haziran 2025 Sal\u0131 14:05", "2025-06-24T14:05:00Z"},
                    Case{"2025. j\u00fanius 24., kedd 14:05", "2025-06-24T14:05:00Z"},
                    Case{"den 24 juni 2025 kl. 14.05", "2025-06-24T14:05:00Z"},
                    Case{"24 th\u00e1ng 6, 2025", "2025-06-24"}, Case{"24 th\u00e1ng 6 n\u0103m 2025", "2025-06-24"},
                    Case{"24 \u064a\u0648\u0646\u064a\u0648 2025", "2025-06-24"},
                    Case{"\u0662\u0664 \u064a\u0648\u0646\u064a\u0648 \u0662\u0660\u0662\u0665", "2025-06-24"},
                    Case{"24 \u091c\u0942\u0928 2025", "2025-06-24"}, Case{"24/6/2568", "2025-06-24"},
                    Case{"\u4ee4\u548c7\u5e741\u670813\u65e5", "2025-01-13"},
                    Case{"\u5e73\u621030\u5e743\u67081\u65e5", "2018-03-01"},
                    Case{"\uff12\uff10\uff12\uff15\u5e74\uff16\u6708\uff12\uff14\u65e5", "2025-06-24"}));

INSTANTIATE_TEST_SUITE_P(Times, DateShape,
                         testing::Values(Case{"Jun 24, 2025 / 02:05 PM EDT", "2025-06-24T14:05:00-04:00"},
                                         Case{"Tuesday 24 June 2025 14.05 BST", "2025-06-24T14:05:00+01:00"},
                                         Case{"2025-06-24T22:06:08:684Z", "2025-06-24T22:06:08Z"},
                                         Case{"24.06.2025, Dienstag, 14:05", "2025-06-24T14:05:00Z"},
                                         Case{"24 June 2025 14.05", "2025-06-24"}));

INSTANTIATE_TEST_SUITE_P(Impossible, DateShape,
                         testing::Values(Case{"31 February 2025", ""}, Case{"2025-02-30", ""},
                                         Case{"32 th\u00e1ng 6, 2025", ""},
                                         Case{"\u4ee4\u548c7\u5e7413\u67081\u65e5", ""}));

}  // namespace
}  // namespace morgue::text
