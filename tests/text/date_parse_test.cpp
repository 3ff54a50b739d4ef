// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/date_parse.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace morgue::text {
namespace {

/// One spelling and what it must be read as.
struct Case {
  const char* text;
  const char* expected;  ///< Timestamp::to_string, or "" when it is not a date
  bool day_first = false;
};

std::string parsed(const Case& c) {
  const auto date = parse_date(c.text, c.day_first);
  return date ? date->to_string() : "";
}

const std::vector<Case> kIso = {
    {"2017", "2017"},
    {"2017-12", "2017-12"},
    {"2017/12", "2017-12"},
    {"2017-12-31", "2017-12-31"},
    {"  2017-12-31  ", "2017-12-31"},
    {"2020-11-3", "2020-11-03"},
    {"2020-1-3", "2020-01-03"},
    {"2017/12/31", "2017-12-31"},
    {"2017.12.31", "2017-12-31"},
    {"2017.12.31.", "2017-12-31"},
    {"0987-05-01", "0987-05-01"},
    {"20171231", "2017-12-31"},
    {"20171231T140507Z", "2017-12-31T14:05:07Z"},
    {"20171231140507", "2017-12-31T14:05:07Z"},
    {"201712311405", "2017-12-31T14:05:00Z"},
    {"2020-11-13T16:31:47+01:00", "2020-11-13T16:31:47+01:00"},
    {"2020-11-13 16:31:47", "2020-11-13T16:31:47Z"},
    {"2020-11-13T16:31:47Z", "2020-11-13T16:31:47Z"},
    {"2020-11-13T16:31:47.250Z", "2020-11-13T16:31:47Z"},
    {"2020-11-13T16:31:47,250+0530", "2020-11-13T16:31:47+05:30"},
    {"2020-11-13T16:31-03:00", "2020-11-13T16:31:00-03:00"},
    {"2020-11-13 16:31", "2020-11-13T16:31:00Z"},
    {"2020-11-13T16:31:47 +01", "2020-11-13T16:31:47+01:00"},
    {"2020-11-13T23:59:60Z", "2020-11-13T23:59:59Z"},
    {"2020-11-13 16:31:47 UTC", "2020-11-13T16:31:47Z"},
    {"2020-11-13T16:31:47+01:00[Europe/Berlin]", "2020-11-13T16:31:47+01:00"},
    {"2020-11-13t16:31:47z", "2020-11-13T16:31:47Z"},
    {"2024-02-29", "2024-02-29"},
};

const std::vector<Case> kMail = {
    {"Sun, 31 Dec 2017 14:05:07 +0100", "2017-12-31T14:05:07+01:00"},
    {"Sun, 31 Dec 2017 14:05:07 GMT", "2017-12-31T14:05:07Z"},
    {"31 Dec 2017 14:05 EST", "2017-12-31T14:05:00-05:00"},
    {"Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"},
    {"Sun Dec 31 14:05:07 2017", "2017-12-31T14:05:07Z"},
    {"Sun Dec 31 14:05:07 CET 2017", "2017-12-31T14:05:07+01:00"},
    {"Sun Dec 31 14:05:07 +0900 2017", "2017-12-31T14:05:07+09:00"},
    {"Thu, 01 Jan 2015 00:00:00 -0000", "2015-01-01T00:00:00Z"},
    {"Tues, 2 Jan 2018 09:00:00 PST", "2018-01-02T09:00:00-08:00"},
};

const std::vector<Case> kWire = {
    {"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01Z"},
    {"  3-MAR-1987 00:43:42.82", "1987-03-03T00:43:42Z"},
    {"3-MAR-1987  09:15:05.40", "1987-03-03T09:15:05Z"},
    {"27-MAR-1987 00:02:59.13RM", "1987-03-27T00:02:59Z"},
    {"27-MAR-1987 09:22:34.32F", "1987-03-27T09:22:34Z"},
    {"27-MAR-1987 04:38:47.18M C F", "1987-03-27T04:38:47Z"},
    {"27-MAR-1987 04:38:47.18&#5;&#5;&#5;M C F", "1987-03-27T04:38:47Z"},
    {"27-MAR-1987 04:38:47.19\x05\x05\x05"
     "E A RM",
     "1987-03-27T04:38:47Z"},
    {" 31-MAR-1987 605:12:19.12", "1987-03-31"},
    {"9-APR-1987 00:00:00.00    # date added by hand as guesswork", "1987-04-09T00:00:00Z"},
    {" 7-APR-1987 16:22:00.0", "1987-04-07T16:22:00Z"},
    {"1987-03-31 25:12:19", "1987-03-31"},
    {"31 Mar 1987 14:75", "1987-03-31"},
};

const std::vector<Case> kEnglish = {
    {"December 31, 2017 ", "2017-12-31"},
    {"December 31 2017", "2017-12-31"},
    {"Dec. 31, 2017", "2017-12-31"},
    {"Dec 31st, 2017", "2017-12-31"},
    {"DECEMBER 31, 2017", "2017-12-31"},
    {"Sunday, December 31, 2017", "2017-12-31"},
    {"Sept. 3, 2017", "2017-09-03"},
    {"19-Feb-18", "2018-02-19"},
    {"19-Feb-98", "1998-02-19"},
    {"31 December 2017", "2017-12-31"},
    {"31st of December, 2017", "2017-12-31"},
    {"the 31st", ""},
    {"December 2017", "2017-12"},
    {"Dec-2017", "2017-12"},
    {"2017 December 31", "2017-12-31"},
    {"2017-Dec-31", "2017-12-31"},
    {"June 24, 2025 3:15 PM", "2025-06-24T15:15:00Z"},
    {"June 24, 2025 at 3:15 p.m.", "2025-06-24T15:15:00Z"},
    {"June 24, 2025, 12:05 a.m. EDT", "2025-06-24T00:05:00-04:00"},
    {"June 24, 2025 | 3 PM", "2025-06-24T15:00:00Z"},
    {"24 June 2025 12:30 PM BST", "2025-06-24T12:30:00+01:00"},
    {"24 June 2025 \u2022 14:05", "2025-06-24T14:05:00Z"},
    {"24 June 2025 14:05 (CEST)", "2025-06-24T14:05:00+02:00"},
    {"24 June 2025 14:05 GMT+2", "2025-06-24T14:05:00+02:00"},
};

const std::vector<Case> kOtherLanguages = {
    {"31. Dezember 2017", "2017-12-31"},
    {"Sonntag, 31. Dezember 2017, 14:05 Uhr", "2017-12-31T14:05:00Z"},
    {"3. M\u00e4rz 2017", "2017-03-03"},
    {"3. Ma\u0308rz 2017 um 8.30 Uhr", "2017-03-03T08:30:00Z"},
    {"1. J\u00e4nner 2018", "2018-01-01"},
    {"31 d\u00e9cembre 2017", "2017-12-31"},
    {"31 D\u00c9CEMBRE 2017", "2017-12-31"},
    {"1er ao\u00fbt 2017 \u00e0 14h30", "2017-08-01T14:30:00Z"},
    {"mar. 2 janv. 2018", "2018-01-02"},
    {"le 3 f\u00e9vrier 2018", "2018-02-03"},
    {"31 de diciembre de 2017", "2017-12-31"},
    {"31 de diciembre del 2017", "2017-12-31"},
    {"domingo, 31 de diciembre de 2017", "2017-12-31"},
    {"3 set 2017", "2017-09-03"},
    {"31 dicembre 2017", "2017-12-31"},
    {"3 mag 2017", "2017-05-03"},
    {"31 de dezembro de 2017", "2017-12-31"},
    {"31 de mar\u00e7o de 2017 \u00e0s 14h05", "2017-03-31T14:05:00Z"},
    {"dezembro de 2017", "2017-12"},
    {"3 maart 2017", "2017-03-03"},
    {"31 december 2017", "2017-12-31"},
    {"31 \u0434\u0435\u043a\u0430\u0431\u0440\u044f 2017", "2017-12-31"},
    {"31 \u0434\u0435\u043a\u0430\u0431\u0440\u044f 2017 \u0433., 14:05", "2017-12-31T14:05:00Z"},
    {"3 \u041c\u0410\u042f 2017", "2017-05-03"},
    {"31 Aral\u0131k 2017", "2017-12-31"},
    {"15 A\u011fustos 2017", "2017-08-15"},
    {"3 KASIM 2017", "2017-11-03"},
    {"3 Kas\u0131m 2017", "2017-11-03"},
    {"2017\u5e7412\u670831\u65e5", "2017-12-31"},
    {"2017\u5e741\u67083\u65e5 14:05", "2017-01-03T14:05:00Z"},
    {"2017\u5e7412\u670831\u65e5 \u4e0b\u53483:15", "2017-12-31T15:15:00Z"},
    {"2017\u5e7412\u670831\u65e514\u65f605\u5206", "2017-12-31T14:05:00Z"},
    {"2017\u5e7412\u6708", "2017-12"},
    {"2017\u5e74", "2017"},
    {"2017\ub144 12\uc6d4 31\uc77c", "2017-12-31"},
    {"2017\ub144 12\uc6d4 31\uc77c \uc624\ud6c4 3:15", "2017-12-31T15:15:00Z"},
};

const std::vector<Case> kNumeric = {
    {"31.12.2017", "2017-12-31"},
    {"1.2.2017", "2017-02-01"},
    {"31.12.2017 14:05", "2017-12-31T14:05:00Z"},
    {"31.12.2017, 14.05 Uhr", "2017-12-31T14:05:00Z"},
    {"31.12.17", "2017-12-31"},
    {"31/12/2017", "2017-12-31"},
    {"12/31/2017", "2017-12-31"},
    {"03/04/2017", "2017-03-04"},
    {"03/04/2017", "2017-04-03", true},
    {"12/31/2017", "2017-12-31", true},
    {"03-04-2017", "2017-03-04"},
    {"03-04-2017", "2017-04-03", true},
    {"12/2017", "2017-12"},
    {"12/31/2017 3:15 PM", "2017-12-31T15:15:00Z"},
};

const std::vector<Case> kRefused = {
    {"", ""},
    {" ", ""},
    {"yesterday", ""},
    {"2 hours ago", ""},
    {"today at 5", ""},
    {"Monday", ""},
    {"June", ""},
    {"June 24", ""},
    {"24", ""},
    {"14:05", ""},
    {"2017-13-01", ""},
    {"2017-02-29", ""},
    {"2017-00-10", ""},
    {"31.02.2017", ""},
    {"13/13/2017", ""},
    {"99999999", ""},
    {"00000000", ""},
    {"1525925890", ""},
    {"1525925890.229", ""},
    {"null", ""},
    {"0000-00-00 00:00:00", ""},
    {"https://www.example.com/2017/12/31/a-story", ""},
    {"In 2017 they won", ""},
    {"2017 was a good year", ""},
    {"May 2017 be good", ""},
    {"December 31, 2017 was the coldest day of the year", ""},
    {"2017-12-31 - 2018-01-02", ""},
    {"2017-2018", ""},
    {"version 1.2.2017", ""},
    {"Blue Origin 31", ""},
    {"Donald Trump", ""},
    {"99 Dec 2017", ""},
    {"12345-01-01", ""},
    {"\xff\xfe\xfd", ""},
    {"MAY DAY 2017", ""},
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(parsed(c), c.expected) << c.text;
}

TEST(DateParse, Iso) {
  expect_all(kIso);
}
TEST(DateParse, Mail) {
  expect_all(kMail);
}
TEST(DateParse, Wire) {
  expect_all(kWire);
}
TEST(DateParse, English) {
  expect_all(kEnglish);
}
TEST(DateParse, OtherLanguages) {
  expect_all(kOtherLanguages);
}
TEST(DateParse, Numeric) {
  expect_all(kNumeric);
}
TEST(DateParse, Refused) {
  expect_all(kRefused);
}

TEST(DateParse, EveryDayOfALeapYearInEveryPlainShape) {
  for (std::int64_t n = Day{2024, 1, 1}.days_since_epoch(); n < Day{2025, 1, 1}.days_since_epoch(); ++n) {
    const Timestamp stamp{Day::from_days_since_epoch(n), 0, 0, Precision::Day};
    const std::string iso = stamp.to_string();
    std::string compact = iso;
    std::erase(compact, '-');
    const std::string dotted = iso.substr(8) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4);
    for (const std::string& text : {iso, compact, dotted}) {
      const auto date = parse_date(text);
      ASSERT_TRUE(date) << text;
      EXPECT_EQ(*date, stamp) << text;
    }
  }
}

TEST(DateParse, LongAndHostileInputIsRefusedWithoutHarm) {
  EXPECT_FALSE(parse_date(std::string(1'000'000, '1')));
  EXPECT_FALSE(parse_date(std::string(1'000'000, '.')));
  for (int c = 0; c < 256; ++c) {
    const std::string text = std::string(1, static_cast<char>(c)) + "2017-12-31" + static_cast<char>(c);
    const auto date = parse_date(text);
    if (date) {
      EXPECT_EQ(date->day, (Day{2017, 12, 31})) << c;
    }
  }
}

TEST(Epoch, SecondsAndMilliseconds) {
  const auto text = [](const char* number) {
    const auto date = parse_epoch(number);
    return date ? date->to_string() : "";
  };
  EXPECT_EQ(text("1525925890.229"), "2018-05-10T04:18:10Z");
  EXPECT_EQ(text("1525925890"), "2018-05-10T04:18:10Z");
  EXPECT_EQ(text("1525925890229"), "2018-05-10T04:18:10Z");
  EXPECT_EQ(text("1525925890229000"), "2018-05-10T04:18:10Z");
  EXPECT_EQ(text("1525925890229000000"), "2018-05-10T04:18:10Z");
  EXPECT_EQ(text("200000000000000000"), "");
  EXPECT_EQ(text("1.525925890229e9"), "2018-05-10T04:18:10Z");
  EXPECT_EQ(text("-86400"), "1969-12-31T00:00:00Z");
  EXPECT_EQ(text("-0.5"), "1969-12-31T23:59:59Z");
  EXPECT_EQ(text("-62106825600.0"), "");
  EXPECT_EQ(text("99999999999999"), "");
  EXPECT_EQ(text("nan"), "");
  EXPECT_EQ(text("inf"), "");
  EXPECT_EQ(text("1e999"), "");
  EXPECT_EQ(text("2018-05-10"), "");
  EXPECT_EQ(text(""), "");
}

struct MonthDayCase {
  const char* text;
  int month;
  int day;
};

TEST(MonthDay, FindsTheFirstDateWithoutAYear) {
  const std::vector<MonthDayCase> cases = {
      {"The mayor said on June 24 that the bridge would open.", 6, 24},
      {"Talks are held on June 24-25 in the capital.", 6, 24},
      {"A fire broke out on the evening of 24 June in the port.", 6, 24},
      {"The vote of the 3rd of May was annulled.", 5, 3},
      {"On Sept. 5 the court will decide.", 9, 5},
      {"He left on May 5, 2025, and came back on June 7.", 6, 7},
      {"Der Rat hat am 24. Juni entschieden.", 6, 24},
      {"Le conseil a d\u00e9cid\u00e9 le 24 juin de fermer.", 6, 24},
      {"El consejo decidi\u00f3 el 24 de junio cerrar.", 6, 24},
      {"He may 5 times refuse.", 0, 0},
      {"In June 2024 nothing happened.", 0, 0},
      {"On 24 June 2024 nothing happened.", 0, 0},
      {"El 24 de junio de 2024 no pas\u00f3 nada.", 0, 0},
      {"February 30 does not exist.", 0, 0},
      {"It lasted from 9 to 5.", 0, 0},
      {"", 0, 0},
  };
  for (const MonthDayCase& c : cases) {
    const auto found = find_month_day(c.text);
    ASSERT_EQ(found.has_value(), c.month != 0) << c.text;
    if (!found) continue;
    EXPECT_EQ(found->month, c.month) << c.text;
    EXPECT_EQ(found->day, c.day) << c.text;
  }
}

TEST(MonthDay, ReadsLongSentencesToTheEnd) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "nothing of note happened ";
  EXPECT_FALSE(find_month_day(text));
  const auto found = find_month_day(text + "until June 24.");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->day, 24);
}

}  // namespace
}  // namespace morgue::text
