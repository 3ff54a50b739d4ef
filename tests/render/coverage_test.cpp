// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/coverage.h"

#include <gmock/gmock.h>

#include "core/width.h"

namespace morgue::render {
namespace {

using ::testing::HasSubstr;

CoverageReport sample() {
  return {"*",
          "year",
          {{"A",
            1007,
            0,
            0,
            {{"1900", "1900", 1, 1000}, {"1901", "1910", 10, 0}, {"1911", "1911", 1, 5}},
            {{7, "1066", "early"}, {8, "2999", "future"}}},
           {"=B\x1b[1m", 3, 3, 0, {}, {}}}};
}

TEST(CoverageText, GapsAreRangesAndTheRestIsNamed) {
  EXPECT_EQ(coverage_text(sample(), {false, false, 30}, BarStyle::Hashes),
            "A: 1,007 articles, 1900 to 1911\n"
            "1900        ###########  1,000\n"
            "1901..1910  ·  10 years without articles\n"
            "1911        #                5\n"
            "not counted above: 2 suspicious dates:\n"
            "  id:7  1066  before there were newspapers\n"
            "  id:8  2999  later than the day it was stored\n"
            "\n"
            "=B[1m: 3 articles\n"
            "3 without a date\n");
}

TEST(CoverageText, BarsFitTheTerminal) {
  for (const std::size_t width : {1U, 30U, 200U}) {
    const std::string text = coverage_text(sample(), {false, false, width}, BarStyle::Blocks);
    const std::size_t begin = text.find('\n') + 1;
    EXPECT_EQ(column_width(text.substr(begin, text.find('\n', begin) - begin)), std::max<std::size_t>(width, 19));
  }
}

TEST(CoverageText, ManySuspiciousDatesAreSummedUp) {
  CoverageReport report = sample();
  report.sources[0].suspicious.assign(25, {7, "1066", "early"});
  EXPECT_THAT(coverage_text(report, {}, BarStyle::Hashes), HasSubstr("  and 15 more: -o csv\n"));
}

TEST(CoverageData, EveryKindHasARow) {
  CoverageReport report = sample();
  report.sources[0].coarse = 2;
  EXPECT_EQ(coverage_csv(report, ','),
            "source,kind,from,to,articles,id\n"
            "A,period,1900,1900,1000,\n"
            "A,gap,1901,1910,0,\n"
            "A,period,1911,1911,5,\n"
            "A,coarse,,,2,\n"
            "A,early,1066,1066,1,7\n"
            "A,future,2999,2999,1,8\n"
            "'=B[1m,undated,,,3,\n");
}

TEST(CoverageData, UnknownIsNull) {
  CoverageReport report = sample();
  report.sources[1].source.clear();
  report.sources.erase(report.sources.begin());
  EXPECT_EQ(
      coverage_json(report),
      "{\"format_version\":1,\"query\":\"*\",\"by\":\"year\",\"sources\":[{\"source\":null,\"articles\":3,"
      "\"first\":null,\"last\":null,\"undated\":3,\"coarse\":0,\"periods\":[],\"gaps\":[],\"suspicious\":[]}]}\n");
}

}  // namespace
}  // namespace morgue::render
