// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/reading.h"

#include <gtest/gtest.h>

namespace morgue::browse {
namespace {

Read long_article() {
  Read read;
  read.id = 1;
  read.there = true;
  read.headline = {"Head", {}};
  for (int i = 0; i < 30; ++i) read.body.text += "line " + std::to_string(i) + "\n\n";
  const auto at = read.body.text.find("line 20");
  read.body.marks = {{at, at + 4}};
  return read;
}

TEST(Reading, KeepsOneBlankLineBetweenParagraphs) {
  Reading reading;
  reading.fit(50, 40);
  Read read = long_article();
  read.body = {"one\n\n\n\ntwo\n", {}};
  reading.show(read);
  std::vector<std::string> texts;
  for (const auto& line : reading.lines()) texts.push_back(line.text.text);
  EXPECT_EQ(texts, (std::vector<std::string>{"Head", "undated · id:0", "", "one", "", "two"}));
}

TEST(Reading, ScrollsNoFurtherThanItsEnds) {
  Reading reading;
  reading.fit(10, 40);
  reading.show(long_article());
  reading.scroll(-5);
  EXPECT_EQ(reading.top(), 0U);
  reading.scroll(10'000);
  EXPECT_EQ(reading.top(), reading.lines().size() - 10);
  reading.fit(reading.lines().size() + 5, 40);
  EXPECT_EQ(reading.top(), 0U);
}

TEST(Reading, GoesToAHitOutOfSight) {
  Reading reading;
  reading.fit(6, 40);
  reading.show(long_article());
  ASSERT_TRUE(reading.step(true));
  bool seen = false;
  for (std::size_t i = reading.top(); i < reading.top() + 6; ++i) seen |= !reading.current_parts(i).empty();
  EXPECT_TRUE(seen);
  EXPECT_FALSE(reading.step(true));
}

TEST(Reading, CountsAHitOverTwoLinesOnce) {
  Reading reading;
  reading.fit(10, 12);
  Read read = long_article();
  read.body = {"xxxxx interest rates", {{6, 20}}};
  reading.show(read);
  EXPECT_EQ(reading.hits(), 1U);
}

TEST(Reading, SaysThatAnArticleIsGone) {
  Reading reading;
  reading.fit(10, 80);
  reading.show({});
  ASSERT_EQ(reading.lines().size(), 1U);
  EXPECT_EQ(reading.lines()[0].text.text, "The article is no longer in the archive.");
}

}  // namespace
}  // namespace morgue::browse
