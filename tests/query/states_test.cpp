// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/query/nodes.h"

namespace morgue::query::test {
namespace {

struct Case {
  std::string_view query;
  Node tree;
  std::string_view printed;
};

void expect(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.query);
    try {
      EXPECT_EQ(parsed(c.query), c.tree);
      EXPECT_EQ(print(c.tree), c.printed);
      EXPECT_EQ(parsed(c.printed), c.tree);
    } catch (const Error& error) {
      ADD_FAILURE() << error.message();
    }
  }
}

TEST(Counts, AreNumbersAndRanges) {
  expect({
      {"words:300", count(300, 300), "words:300"},
      {"words:=300", count(300, 300), "words:300"},
      {"words:\"300\"", count(300, 300), "words:300"},
      {"words:>1200", count(1'201, std::nullopt), "words:1201.."},
      {"words:>=1200", count(1'200, std::nullopt), "words:1200.."},
      {"words:<300", count(std::nullopt, 299), "words:..299"},
      {"words:<=300", count(std::nullopt, 300), "words:..300"},
      {"words:<1", count(std::nullopt, 0), "words:..0"},
      {"words:0", count(0, 0), "words:0"},
      {"words:200..500", count(200, 500), "words:200..500"},
      {"words:..500", count(std::nullopt, 500), "words:..500"},
      {"words:200..", count(200, std::nullopt), "words:200.."},
      {"words:7..7", count(7, 7), "words:7"},
      {"Words:0300", count(300, 300), "words:300"},
      {"words:(<100 OR >1000)", any_of({count(std::nullopt, 99), count(1'001, std::nullopt)}),
       "words:..99 OR words:1001.."},
      {"-words:>9", none_of(count(10, std::nullopt)), "NOT words:10.."},
  });
}

TEST(States, AskWhatIsKnownOfAnArticle) {
  expect({
      {"has:author", has(FieldId::Author), "has:author"},
      {"has:by", has(FieldId::Author), "has:author"},
      {"HAS:Author", has(FieldId::Author), "has:author"},
      {"has:\"author\"", has(FieldId::Author), "has:author"},
      {"has:summary", has(FieldId::Summary), "has:summary"},
      {"has:updated", has(FieldId::Updated), "has:updated"},
      {"has:(author OR topic)", any_of({has(FieldId::Author), has(FieldId::Topic)}), "has:author OR has:topic"},
      {"-has:topic", none_of(has(FieldId::Topic)), "NOT has:topic"},
      {"author:*", has(FieldId::Author), "has:author"},
      {"title:*", has(FieldId::Headline), "has:headline"},
      {"lang:*", has(FieldId::Language), "has:lang"},
      {"date:*", has(FieldId::Date), "has:date"},
      {"topic:(oil OR *)", any_of({word("oil", FieldId::Topic), has(FieldId::Topic)}), "topic:oil OR has:topic"},
      {"is:revised", Node{Is{State::Revised}, {}}, "is:revised"},
      {"is:duplicate", Node{Is{State::Duplicate}, {}}, "is:duplicate"},
      {"is:undated", Node{Undated{}, {}}, "date:none"},
      {"is:(Revised OR undated)", any_of({Node{Is{State::Revised}, {}}, Node{Undated{}, {}}}),
       "is:revised OR date:none"},
  });
}

TEST(States, KnowEveryFieldThatCanBeAbsent) {
  for (const char* name : {"date", "updated", "summary", "body", "headline", "url", "lang", "topic", "place", "person",
                           "org", "section", "source", "dateline", "author"}) {
    const std::string query = "has:" + std::string(name);
    EXPECT_EQ(print(parsed(query)), query);
    EXPECT_EQ(parsed(print(parsed(query))), parsed(query));
  }
  for (const char* name : {"lead", "site", "id", "key", "words", "has", "is", "before", "text", "foo", "*"}) {
    EXPECT_EQ(error_of("has:" + std::string(name)).code(), ErrorCode::Query) << name;
  }
}

}  // namespace
}  // namespace morgue::query::test
