// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/wide_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/formats/read_all.h"

namespace morgue::formats {
namespace {

using test::read_all;
using Lines = std::vector<std::string>;

std::string wide(std::u32string_view text, int unit, bool little, bool mark) {
  std::string out;
  const auto put = [&](char32_t value) {
    for (int i = 0; i < unit; ++i) out += static_cast<char>(value >> (8 * (little ? i : unit - 1 - i)) & 0xFFU);
  };
  if (mark) put(0xFEFF);
  for (const char32_t c : text) {
    if (unit == 2 && c > 0xFFFF) {
      put(0xD800 + ((c - 0x10000) >> 10U));
      put(0xDC00 + ((c - 0x10000) & 0x3FFU));
    } else {
      put(c);
    }
  }
  return out;
}

TEST(Wide, TablesAndJsonAreReadInAnyWidth) {
  for (const int unit : {2, 4}) {
    for (const bool little : {true, false}) {
      for (const bool mark : {true, false}) {
        const std::string table = wide(U"title\tbody\nA\u00F1o\t\U0001F600 x\nb\tc\n", unit, little, mark);
        EXPECT_EQ(detect(table, "export.txt"), Format::Tsv);
        EXPECT_EQ(read_all(Format::Tsv, table),
                  (Lines{"1@11 title=A\u00f1o body=\U0001F600 x", "2@23 title=b body=c"}));
        const std::string json = wide(U"{\"title\":\"\u6A19\"}\n{\"title\":\"b\"}\n", unit, little, mark);
        EXPECT_EQ(detect(json, "export.jsonl"), Format::JsonLines);
        EXPECT_EQ(read_all(Format::JsonLines, json), (Lines{"1@0 title=\u6a19", "2@16 title=b"}));
      }
    }
  }
}

TEST(Wide, BlocksCutNoCharacterInTwo) {
  std::u32string text = U"title\tbody\n";
  for (int i = 0; i < 40000; ++i) text += i % 3 == 0 ? U"\U0001F600" : U"\u6A19";
  text += U"\tend\n";
  for (const int unit : {2, 4}) {
    const auto lines = read_all(Format::Tsv, wide(text, unit, true, true), {}, {}, 4097);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].find("\uFFFD"), std::string::npos);
    EXPECT_TRUE(lines[0].ends_with("body=end")) << lines[0].substr(lines[0].size() - 40);
  }
}

TEST(Wide, AHalfCharacterAtTheEndIsNotLost) {
  std::string table = wide(U"title\tbody\nA\tb\n", 2, true, true);
  table += 'x';
  EXPECT_EQ(read_all(Format::Tsv, table).front(), "1@11 title=A body=b");
  table.resize(table.size() - 2);
  EXPECT_FALSE(read_all(Format::Tsv, table).empty());
}

TEST(Wide, OtherDumpsAreReadAsTheyAre) {
  EXPECT_FALSE(is_decoded_first(Format::Csv, "title,body"));
  EXPECT_FALSE(is_decoded_first(Format::Html, std::string_view("<\0h\0", 4)));
  EXPECT_TRUE(is_decoded_first(Format::Csv, std::string_view("t\0i\0", 4)));
}

}  // namespace
}  // namespace morgue::formats
