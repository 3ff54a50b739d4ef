// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/timeline.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/width.h"

namespace morgue::render {
namespace {

const Timeline& sample() {
  static const Timeline timeline = {{{"2025-05", 8, 16}, {"2025-06", 0, 40}, {"2025-07", 0, 0}, {"2025-08", 3, 3000}},
                                    false};
  return timeline;
}

Timeline normalised() {
  Timeline timeline = sample();
  timeline.normalised = true;
  return timeline;
}

TEST(TimelineText, TellsAGapFromNothingFound) {
  EXPECT_EQ(timeline_text(sample(), {false, false, 20}, BarStyle::Blocks),
            "2025-05  ████████  8\n"
            "2025-06            0\n"
            "2025-07  ·\n"
            "2025-08  ███       3\n");
  EXPECT_EQ(timeline_text(sample(), {false, false, 20}, BarStyle::Hashes),
            "2025-05  ########  8\n"
            "2025-06            0\n"
            "2025-07  ·\n"
            "2025-08  ###       3\n");
}

TEST(TimelineText, OfALongGapTheEndsAreShown) {
  Timeline timeline = {{{"1986", 1, 2}}, false};
  for (int year = 1987; year < 2003; ++year) timeline.periods.push_back({std::to_string(year), 0, 0});
  timeline.periods.push_back({"2003", 2, 2});
  EXPECT_EQ(timeline_text(timeline, {false, false, 12}, BarStyle::Hashes),
            "1986  ##   1\n"
            "1987  ·\n"
            "...   · 14 more\n"
            "2002  ·\n"
            "2003  ###  2\n");
  timeline.periods.erase(timeline.periods.begin() + 1);
  const std::string whole = timeline_text(timeline, {false, false, 12}, BarStyle::Hashes);
  EXPECT_EQ(std::count(whole.begin(), whole.end(), '\n'), 17);
}

TEST(TimelineText, NormalisedDrawsTheShareOfTheArticles) {
  EXPECT_EQ(timeline_text(normalised(), {false, false, 35}, BarStyle::Blocks),
            "2025-05  ██████████  500  8 of   16\n"
            "2025-06                0  0 of   40\n"
            "2025-07  ·\n"
            "2025-08  ▏             1  3 of 3000\n");
}

TEST(TimelineText, SmallRatesHaveDecimals) {
  const Timeline timeline = {{{"2024", 1, 52000}, {"2025", 1, 26000}}, true};
  EXPECT_EQ(timeline_text(timeline, {false, false, 30}, BarStyle::Hashes),
            "2024  ###     0.02  1 of 52000\n"
            "2025  ######  0.04  1 of 26000\n");
}

TEST(TimelineText, FitsTheTerminal) {
  for (const std::size_t width : {1U, 12U, 13U, 80U, 300U}) {
    const std::string text = timeline_text(sample(), {false, false, width}, BarStyle::Blocks);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 4);
    EXPECT_EQ(column_width(std::string_view(text).substr(0, text.find('\n'))), std::max<std::size_t>(width, 12));
  }
}

TEST(TimelineText, NothingAnywhereHasNoBars) {
  EXPECT_EQ(timeline_text({{}, false}, {}, BarStyle::Blocks), "");
  EXPECT_EQ(timeline_text({{{"2025", 0, 2}}, false}, {false, false, 10}, BarStyle::Blocks), "2025     0\n");
  EXPECT_EQ(timeline_text({{{"2025", 0, 0}}, true}, {false, false, 10}, BarStyle::Blocks), "2025  ·\n");
}

TEST(TimelineData, IsExact) {
  EXPECT_EQ(timeline_json({{}, false}), "[]\n");
  EXPECT_EQ(timeline_jsonl({{}, false}), "");
  EXPECT_EQ(timeline_json(sample()),
            R"([{"value":"2025-05","count":8,"articles":16},{"value":"2025-06","count":0,"articles":40},)"
            R"({"value":"2025-07","count":0,"articles":0},{"value":"2025-08","count":3,"articles":3000}])"
            "\n");
  EXPECT_EQ(timeline_jsonl(normalised()), R"({"value":"2025-05","count":8,"articles":16,"per_1000":500})"
                                          "\n"
                                          R"({"value":"2025-06","count":0,"articles":40,"per_1000":0})"
                                          "\n"
                                          R"({"value":"2025-07","count":0,"articles":0,"per_1000":null})"
                                          "\n"
                                          R"({"value":"2025-08","count":3,"articles":3000,"per_1000":1})"
                                          "\n");
  EXPECT_EQ(timeline_csv(sample(), ','),
            "value,count,articles\n2025-05,8,16\n2025-06,0,40\n2025-07,0,0\n2025-08,3,3000\n");
  EXPECT_EQ(timeline_csv({{{"2025-W01", 1, 3}, {"2025-W02", 0, 0}}, true}, '\t'),
            "value\tcount\tarticles\tper_1000\n2025-W01\t1\t3\t333.333\n2025-W02\t0\t0\t\n");
}

TEST(Bar, AnythingMoreThanNothingCanBeSeen) {
  const struct {
    double share;
    std::size_t columns;
    const char* blocks;
    const char* hashes;
  } kCases[] = {
      {0, 4, "", ""},           {1, 4, "████", "####"}, {0.5, 4, "██", "##"}, {1e-9, 4, "▏", "#"},
      {0.40625, 4, "█▋", "##"}, {1, 0, "", ""},         {7, 2, "██", "##"},   {-1, 2, "", ""},
  };
  for (const auto& [share, columns, blocks, hashes] : kCases) {
    EXPECT_EQ(bar(share, columns, BarStyle::Blocks), blocks);
    EXPECT_EQ(bar(share, columns, BarStyle::Hashes), hashes);
  }
}

TEST(Percentage, HasAsManyDigitsAsMatter) {
  EXPECT_EQ(percentage(0), "0%");
  EXPECT_EQ(percentage(0.0009), "<0.1%");
  EXPECT_EQ(percentage(0.001), "0.1%");
  EXPECT_EQ(percentage(0.0994), "9.9%");
  EXPECT_EQ(percentage(0.0996), "10%");
  EXPECT_EQ(percentage(0.314), "31%");
  EXPECT_EQ(percentage(1), "100%");
}

}  // namespace
}  // namespace morgue::render
