// SPDX-License-Identifier: GPL-2.0-or-later
// What dumps do with fields: values wrapped, years left out, names in other languages and orders.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/field_set.h"
#include "extract/synonyms.h"
#include "tests/extract/articles.h"

namespace morgue::extract {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(DumpShapes, ValuesThatMongoWraps) {
  EXPECT_EQ(day_of({{"title", "t"}, {"publishedAt.$date", "1510000000000", Field::Kind::Number}}),
            "2017-11-06T20:26:40Z");
  EXPECT_EQ(day_of({{"title", "t"}, {"date.$date.$numberLong", "1510000000000"}}), "2017-11-06T20:26:40Z");
  EXPECT_EQ(day_of({{"title", "t"}, {"date.$date", "2017-11-06T20:26:40Z"}}), "2017-11-06T20:26:40Z");
  EXPECT_EQ(article_of({{"title", "t"}, {"_id.$oid", "507f1f77bcf86cd799439011"}}).key, "507f1f77bcf86cd799439011");
  Options mapped;
  mapped.mappings = {parse_mapping("published=a.$date")};
  EXPECT_EQ(article_of({{"a.$date", "2017-11-06"}, {"title", "t"}}, mapped).published->to_string(), "2017-11-06");
}

TEST(DumpShapes, MomentsAsDotNetWritesThem) {
  EXPECT_EQ(day_of({{"title", "t"}, {"date", "/Date(1510000000000)/"}}), "2017-11-06T20:26:40Z");
  EXPECT_EQ(day_of({{"title", "t"}, {"date", "/Date(1510000000000+0100)/"}}), "2017-11-06T20:26:40Z");
  EXPECT_EQ(day_of({{"title", "t"}, {"date", "/Date(soon)/"}}), "");
}

TEST(DumpShapes, NamesOfFieldsInOtherLanguages) {
  const Article spanish = article_of({{"T\u00edtulo", "El puente"},
                                      {"Autor", "Ana P\u00e9rez"},
                                      {"Fecha", "14 de marzo de 2017"},
                                      {"Cuerpo", "Texto."}});
  EXPECT_EQ(spanish.headline, "El puente");
  EXPECT_EQ(spanish.body, "Texto.");
  EXPECT_THAT(spanish.authors, ElementsAre("Ana P\u00e9rez"));
  const Article chinese = article_of(
      {{"\u6a19\u984c", "\u4e00"}, {"\u65e5\u671f", "2025\u5e746\u670824\u65e5"}, {"\u5167\u5bb9", "\u6587"}});
  EXPECT_EQ(chinese.headline, "\u4e00");
  EXPECT_EQ(chinese.body, "\u6587");
  EXPECT_EQ(chinese.published->to_string(), "2025-06-24");
}

TEST(DumpShapes, NamesAreKeptAsTheyAreCompared) {
  for (const std::string_view field : fillable_fields()) {
    for (const std::string_view path : synonyms_of(field)) EXPECT_EQ(fold_path(path), path) << field;
  }
}

struct Yearless {
  const char* what;
  std::vector<Value> values;
  const char* expected;
};

TEST(DumpShapes, TheYearOfADateWithoutOneComesFromOtherDates) {
  const Yearless cases[] = {
      {"the address", {{"date", "March 5"}, {"url", "https://x.example/2019/03/06/a"}}, "2019-03-05"},
      {"an address with the month", {{"date", "Dec. 30"}, {"url", "https://x.example/2019/01/a"}}, "2018-12-30"},
      {"a year by itself", {{"date", "March 5"}, {"year", "2018", Field::Kind::Number}}, "2018-03-05"},
      {"a later update", {{"date", "5. M\u00e4rz"}, {"updated", "2018-01-10"}}, "2017-03-05"},
      {"no leap day in that year", {{"date", "29 February"}, {"url", "https://x.example/2019/03/01/a"}}, ""},
      {"nothing", {{"date", "March 5"}}, ""},
  };
  for (const Yearless& c : cases) {
    std::vector<Value> values = c.values;
    values.emplace_back("title", "t");
    const Article article = article_of(values);
    EXPECT_EQ(article.published ? article.published->to_string() : "", c.expected) << c.what;
    EXPECT_EQ(article.published_origin, *c.expected != 0 ? DateOrigin::Inferred : DateOrigin::None) << c.what;
  }
}

TEST(DumpShapes, AnInferredYearIsRemarked) {
  Extractor extractor{Options{}};
  const auto result =
      extractor.extract(record_of({{"title", "t"}, {"date", "March 5"}, {"url", "https://x.example/2019/03/06/a"}}));
  EXPECT_TRUE(std::holds_alternative<Article>(result));
  EXPECT_THAT(extractor.remarks(), ElementsAre(HasSubstr("\"March 5\" (date) has no year; stored as 2019-03-05")));
}

TEST(DumpShapes, NamesWithTheSurnameFirst) {
  const auto authors = [](const char* credit) { return article_of({{"title", "t"}, {"author", credit}}).authors; };
  EXPECT_THAT(authors("Doe, Jane"), ElementsAre("Jane Doe"));
  EXPECT_THAT(authors("Doe, Jane; Roe, John"), ElementsAre("Jane Doe", "John Roe"));
  EXPECT_THAT(authors("von der Berg, Ursula"), ElementsAre("Ursula von der Berg"));
  EXPECT_THAT(authors("Jane Doe, John Roe"), ElementsAre("Jane Doe", "John Roe"));
  EXPECT_THAT(authors("Doe, Reuters"), ElementsAre("Doe", "Reuters"));
  EXPECT_THAT(authors("Jane Doe; Roe, John"), ElementsAre("Jane Doe", "Roe"));
}

TEST(DumpShapes, NumbersAreNoTopics) {
  EXPECT_THAT(
      article_of({{"title", "t"}, {"tags", "4", Field::Kind::Number}, {"tags", "5", Field::Kind::Number}}).topics,
      IsEmpty());
  EXPECT_THAT(article_of({{"title", "t"}, {"tags", "689", Field::Kind::Number}, {"tags", "CY"}}).topics,
              ElementsAre("689", "CY"));
  EXPECT_THAT(
      article_of({{"title", "t"}, {"tags", "4", Field::Kind::Number}, {"_embedded.wp:term.name", "ferry"}}).topics,
      ElementsAre("ferry"));
}

}  // namespace
}  // namespace morgue::extract
