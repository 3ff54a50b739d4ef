// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <tuple>

#include "core/error.h"
#include "tests/index/small_archive.h"

namespace morgue::index {
namespace {

using query::FieldId;
using test::article;
using test::exact;
using test::found;
using test::word;
using testing::ElementsAre;

TEST(QueryWords, StemsAreThoseOfTheArticlesLanguage) {
  test::SmallArchive archive;
  archive.add_segment({article(1, "", "The dogs bark", "en"), article(2, "", "dogs", "xx"),
                       article(3, "", "Die Hunde bellen", "de"), article(4, "", "Hunde", "")});
  const auto searcher = archive.searcher();
  EXPECT_THAT(found(searcher, word("dog")), ElementsAre(1));
  EXPECT_THAT(found(searcher, word("dogs")), ElementsAre(1, 2));
  EXPECT_THAT(found(searcher, word("Hund")), ElementsAre(3));
  EXPECT_THAT(found(searcher, word("hunde")), ElementsAre(3, 4));
}

TEST(QueryWords, WrittenWordsArePlacedOneByOne) {
  // Each word occurs as written, and both side by side, but not both at once.
  test::SmallArchive archive;
  archive.add_segment({article(1, "", "a r\xC3\xA9sum\xC3\xA9 sent; resume work"),
                       article(2, "", "a resume sent; r\xC3\xA9sum\xC3\xA9 work")});
  const auto searcher = archive.searcher();
  EXPECT_THAT(found(searcher, exact("resume work")), ElementsAre(1));
  EXPECT_THAT(found(searcher, exact("r\xC3\xA9sum\xC3\xA9 sent")), ElementsAre(1));
  EXPECT_THAT(found(searcher, exact("resume", FieldId::Body)), ElementsAre(1, 2));
}

/// More words than are compared with each other, in several segments, some of them dead, some only in the headline.
TEST(QueryWords, AWildcardForMuch) {
  test::SmallArchive archive;
  std::vector<StoredArticle> articles;
  for (int i = 1; i <= 800; ++i) {
    const std::string word = "ab" + std::to_string(i);
    articles.push_back(i % 2 == 0 ? article(i, "", word) : article(i, word, "other"));
  }
  archive.add_segment({articles.begin(), articles.begin() + 400}, {1});  // article 400
  archive.add_segment({articles.begin() + 400, articles.end()});
  const auto searcher = archive.searcher();
  const auto wildcard = [](FieldId field) { return query::Node{query::Wildcard{field, "ab*"}, {}}; };
  EXPECT_EQ(searcher.count(wildcard(FieldId::Text)), 799);
  EXPECT_EQ(searcher.count(wildcard(FieldId::Headline)), 400);
  const auto in_body = found(searcher, wildcard(FieldId::Body));
  EXPECT_EQ(in_body.size(), 399U);
  for (const ArticleId id : in_body) EXPECT_EQ(id % 2, 0);
  EXPECT_EQ(searcher.count(wildcard(FieldId::Lead)), 399);
  EXPECT_EQ(searcher.search(wildcard(FieldId::Text), {Sort::Relevance, 0, 3, false}).hits.front().id, 800);
}

TEST(QueryWords, AWildcardForTooMuchIsAnError) {
  test::SmallArchive archive;
  std::string body;
  for (int i = 0; i <= 10'000; ++i) body += " ab" + std::to_string(i);
  archive.add_segment({article(1, "", body)});
  const auto searcher = archive.searcher();
  EXPECT_THAT(found(searcher, {query::Wildcard{FieldId::Text, "ab1*"}, {}}), ElementsAre(1));
  try {
    std::ignore = searcher.count({query::Wildcard{FieldId::Text, "ab*"}, {}});
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::Query);
    EXPECT_THAT(error.message(), testing::HasSubstr("\"ab*\" stands for more than 10000"));
  }
}

}  // namespace
}  // namespace morgue::index
