// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace {

using morgue::text::append_utf8;
using morgue::text::is_valid_utf8;
using morgue::text::next_code_point;
using morgue::text::repair_utf8;
using morgue::text::truncate_utf8;

TEST(Utf8, AcceptsExactlyTheWellFormedSequences) {
  for (const std::string_view good : {"", "plain ASCII text, longer than a block", "naïve", "日本", "\xF0\x9F\x93\xB0",
                                      "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF", "\xC2\x80"}) {
    EXPECT_TRUE(is_valid_utf8(good)) << good;
  }
  for (const std::string_view bad :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82", "12345678\xE9", "\xE2(\xA1"}) {
    EXPECT_FALSE(is_valid_utf8(bad));
  }
}

TEST(Utf8, RepairReadsStrayBytesAsWindows1252) {
  EXPECT_EQ(repair_utf8("M\xFCller, Müller"), "Müller, Müller");
  EXPECT_EQ(repair_utf8("\x93quoted\x94 \x80 5"), "“quoted” € 5");
  EXPECT_EQ(repair_utf8("cut \xE2\x82"), "cut â‚");
  EXPECT_EQ(repair_utf8(std::string_view("a\0b", 3)),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(repair_utf8("\x81"), "\xEF\xBF\xBD");
  EXPECT_EQ(repair_utf8("sound — text"), "sound — text");
}

TEST(Utf8, DecodesWhatItEncodes) {
  for (const char32_t c : {U'a', U'\u00E9', U'\u20AC', U'\U0001F4F0', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, c);
    std::size_t pos = 0;
    EXPECT_EQ(next_code_point(text, pos), c);
    EXPECT_EQ(pos, text.size());
  }
  std::string surrogate;
  append_utf8(surrogate, 0xD800);
  EXPECT_EQ(surrogate, "\xEF\xBF\xBD");
}

TEST(Utf8, DecodingMovesOneByteOverBadOnes) {
  std::size_t pos = 0;
  EXPECT_EQ(next_code_point("\xE2\x82", pos), U'\uFFFD');
  EXPECT_EQ(pos, 1U);
}

TEST(Utf8, TruncatesBetweenCodePoints) {
  EXPECT_EQ(truncate_utf8("abc", 3), "abc");
  EXPECT_EQ(truncate_utf8("añb", 2), "a");
  EXPECT_EQ(truncate_utf8("日本", 5), "日");
  EXPECT_EQ(truncate_utf8("日本", 2), "");
  EXPECT_EQ(truncate_utf8("\x80\x80\x80\x80\x80\x80", 5).size(), 2U);
}

}  // namespace
