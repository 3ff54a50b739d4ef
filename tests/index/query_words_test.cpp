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
