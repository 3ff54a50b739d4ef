// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/width.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(Width, CountsColumns) {
  EXPECT_EQ(column_width("abc"), 3U);
  EXPECT_EQ(column_width("Dvořák"), 6U);
  EXPECT_EQ(column_width("Dvor\u030c"
                         "a\u0301k"),
            6U);  // decomposed
  EXPECT_EQ(column_width("新聞"), 4U);
  EXPECT_EQ(column_width("한국"), 4U);
  EXPECT_EQ(column_width("ｶﾅ"), 2U);  // half-width forms
  EXPECT_EQ(column_width("🙂"), 2U);
  EXPECT_EQ(column_width("\x1b\x7f"), 0U);
  EXPECT_EQ(column_width("हिन्दी"), 5U);  // spacing vowel signs take a column of their own
  EXPECT_EQ(column_width(""), 0U);
}

TEST(Width, FitsWithoutSplittingACharacter) {
  EXPECT_EQ(fit_columns("abcdef", 3), "abc");
  EXPECT_EQ(fit_columns("新聞", 3), "新");
  EXPECT_EQ(fit_columns("e\u0301x", 1), "e\u0301");
  EXPECT_EQ(fit_columns("abc", 9), "abc");
  EXPECT_EQ(fit_columns("新", 1), "");
}

TEST(Width, CountsMarksKanaHangulAndControls) {
  struct Case {
    std::string_view text;
    std::size_t columns;
  };
  for (const auto& [text, columns] :
       {Case{"", 0}, Case{"abc", 3}, Case{"é", 1}, Case{"e\u0301", 1}, Case{"日本", 4}, Case{"ｱ", 1}, Case{"Ａ", 2},
        Case{"한", 2}, Case{"a\u200B\u00AD", 1}, Case{"\n", 0}, Case{"\U0001F600", 2}}) {
    EXPECT_EQ(column_width(text), columns) << text;
  }
}

}  // namespace
}  // namespace morgue
