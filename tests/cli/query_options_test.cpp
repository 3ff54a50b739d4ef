// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/query_options.h"

#include <gtest/gtest.h>

#include <functional>

#include "core/error.h"

namespace morgue::cli {
namespace {

const query::ParseOptions kToday{{2025, 6, 24}};

std::string resolved(const QueryArguments& arguments) {
  return query::print(arguments.resolve(kToday));
}

TEST(QueryArguments, ValuesOfOptionsAreNeverSyntax) {
  QueryArguments arguments;
  arguments.authors = {"a* OR \"b"};
  const query::Node node = arguments.resolve(kToday);
  const auto* phrase = std::get_if<query::Phrase>(&node.value);
  ASSERT_NE(phrase, nullptr);
  EXPECT_EQ(phrase->field, query::FieldId::Author);
  EXPECT_EQ(phrase->text, "a* OR \"b");
}

TEST(QueryArguments, EachOptionAsksItsField) {
  using List = std::vector<std::string> QueryArguments::*;
  for (const auto& [list, expected] : std::initializer_list<std::pair<List, std::string>>{
           {&QueryArguments::authors, "author:\"x y\""},
           {&QueryArguments::topics, "topic:\"x y\""},
           {&QueryArguments::sources, "source:\"x y\""},
           {&QueryArguments::sections, "section:\"x y\""},
           {&QueryArguments::places, "place:\"x y\""},
           {&QueryArguments::persons, "person:\"x y\""},
           {&QueryArguments::organizations, "org:\"x y\""},
           {&QueryArguments::phrases, "\"x y\""},
       }) {
    QueryArguments arguments;
    arguments.*list = {"  x \t y "};
    EXPECT_EQ(resolved(arguments), expected);
  }
}

TEST(QueryArguments, LanguagesAndDatesAreRead) {
  QueryArguments arguments;
  arguments.words = {"ferry"};
  arguments.languages = {"en-GB"};
  arguments.from = "2024-03";
  arguments.to = "2024";
  EXPECT_EQ(resolved(arguments), "ferry lang:en date:2024-03..2024-12");
}

TEST(QueryArguments, RefusesWhatItCannotTakeLiterally) {
  const std::vector<std::function<void(QueryArguments&)>> wrong = {
      [](QueryArguments& a) { a.authors = {""}; },
      [](QueryArguments& a) { a.topics = {" --- "}; },
      [](QueryArguments& a) { a.phrases = {"\xff\xfe"}; },
      [](QueryArguments& a) { a.sources = {"a\x1b[2Jb"}; },
      [](QueryArguments& a) { a.phrases = {std::string(5000, 'x')}; },
      [](QueryArguments& a) { a.languages = {"klingonese?"}; },
      [](QueryArguments& a) { a.from = "2024-13"; },
      [](QueryArguments& a) { a.from = "none"; },
      [](QueryArguments& a) { a.to = "2020..2021"; },
      [](QueryArguments& a) {
        a.from = "2025";
        a.to = "2024";
      },
  };
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    QueryArguments arguments;
    wrong[i](arguments);
    try {
      EXPECT_TRUE(resolved(arguments).empty()) << i;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Query) << i;
    }
  }
  EXPECT_THROW(resolved({}), Error);
}

TEST(QueryArguments, EchoesWhatWasTypedUnlessOptionsAdd) {
  QueryArguments arguments;
  arguments.words = {"ferry", "OR", "boat"};
  EXPECT_EQ(arguments.echo(arguments.resolve(kToday)), "ferry OR boat");
  arguments.authors = {"Doe"};
  EXPECT_EQ(arguments.echo(arguments.resolve(kToday)), "(ferry OR boat) author:\"Doe\"");
}

}  // namespace
}  // namespace morgue::cli
