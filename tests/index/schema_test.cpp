// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/schema.h"

#include <gtest/gtest.h>

#include <limits>
#include <set>

namespace morgue::index {
namespace {

TEST(Schema, LongTermsAreHashedAlikeAndKeptApart) {
  const std::string limit(244, 'a');
  EXPECT_EQ(make_term("A", limit), "A" + limit);
  std::set<std::string> terms;
  for (const char last : {'a', 'b', 'c'}) {
    const std::string rest = std::string(300, 'a') + last;
    const std::string term = make_term("A", rest);
    EXPECT_LE(term.size(), 245U);
    EXPECT_EQ(term, make_term("A", rest));
    EXPECT_TRUE(term.starts_with("Aaaa"));
    terms.insert(term);
  }
  EXPECT_EQ(terms.size(), 3U);
}

TEST(Schema, NulsCountTwice) {
  const std::string nuls(200, '\0');
  const std::string term = make_term("", nuls);
  std::size_t stored = 0;
  for (const char c : term) stored += c == '\0' ? 2 : 1;
  EXPECT_LE(stored, 245U);
  EXPECT_EQ(make_term("", std::string(100, '\0')).size(), 100U);
}

TEST(Schema, CutDoesNotSplitCharacters) {
  std::string text;
  while (text.size() < 400) text += "\xE6\xBC\xA2";  // three bytes each
  const std::string term = make_term("A", text);
  EXPECT_EQ((term.size() - 1 - 32) % 3, 0U);
}

TEST(Schema, CasedValuesAreKeptApartFromPrefixes) {
  EXPECT_EQ(url_term("https://example.com"), "Uhttps://example.com");
  EXPECT_EQ(key_term("Story-1"), "XKEY:Story-1");
  EXPECT_EQ(key_term(":Story-1"), "XKEY::Story-1");
  EXPECT_EQ(key_term("story-1"), "XKEYstory-1");
}

TEST(Schema, ValueText) {
  using query::FieldId;
  EXPECT_EQ(value_text(FieldId::Source, "news.example.com"), "news example com");
  EXPECT_EQ(value_text(FieldId::Source, "U.S. Wire"), "U.S. Wire");
  EXPECT_EQ(value_text(FieldId::Source, "U.S."), "U.S.");
  EXPECT_EQ(value_text(FieldId::Source, "a..example"), "a..example");
  EXPECT_EQ(value_text(FieldId::Topic, "news.example.com"), "news.example.com");
}

TEST(Schema, SortKeysOrderAsBytes) {
  constexpr auto kUndated = std::numeric_limits<std::int64_t>::min();
  const SortKey keys[] = {{kUndated, 1}, {kUndated, 7}, {-5, 3}, {-5, 4}, {0, 1}, {1, 1}, {1, 300}, {70000, 2}};
  for (std::size_t i = 0; i < std::size(keys); ++i) {
    SortKey back;
    ASSERT_TRUE(decode(encode(keys[i]), back));
    EXPECT_EQ(back, keys[i]);
    if (i == 0) continue;
    EXPECT_LT(encode(keys[i - 1]), encode(keys[i]));
    EXPECT_TRUE(newer(keys[i], keys[i - 1]));
    EXPECT_FALSE(newer(keys[i - 1], keys[i]));
  }
  SortKey key;
  EXPECT_FALSE(decode("short", key));
}

TEST(Schema, DocumentData) {
  EXPECT_EQ(document_data({1750723200, 12}, 34), "12 34 1750723200");
  EXPECT_EQ(document_data({std::numeric_limits<std::int64_t>::min(), 12}, 34), "12 34 -");
}

}  // namespace
}  // namespace morgue::index
