// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/mapping.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/error.h"
#include "extract/synonyms.h"

namespace morgue::extract {
namespace {

TEST(ParseMapping, FieldAndPath) {
  const Mapping mapping = parse_mapping(" headline = story.title.main ");
  EXPECT_EQ(mapping.field, "headline");
  EXPECT_EQ(mapping.path, "story.title.main");
  EXPECT_EQ(parse_mapping("topics=tags[0]").path, "tags[0]");
  EXPECT_EQ(parse_mapping("key=a=b").path, "a=b");
}

TEST(ParseMapping, UnknownFieldsAreErrorsWithASuggestion) {
  try {
    parse_mapping("headlin=title");
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::Usage);
    EXPECT_NE(error.message().find("\"headlin\""), std::string::npos);
    EXPECT_EQ(error.hint(), "did you mean headline?");
  }
  try {
    parse_mapping("zzzzzz=title");
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_NE(error.hint().find("published"), std::string::npos);
  }
}

TEST(ParseMapping, ShapesThatAreNone) {
  for (const char* text :
       {"", "headline", "headline=", "=title", "headline=[0]", "headline=a[", "headline=a]b", "headline=a[x]",
        "headline=a[-1]", "headline=a[99999999999999]", "words=n", "published_origin=x"}) {
    EXPECT_THROW(parse_mapping(text), Error) << text;
  }
}

TEST(ParseMapping, FilesBesideTheDump) {
  EXPECT_TRUE(names_file(parse_mapping("body=file:texts/{id}.txt")));
  EXPECT_FALSE(names_file(parse_mapping("body=filename")));
  for (const char* text : {"body=file:", "body=file:{}", "body=file:{id", "body=file:id}", "body=file:{{id}}"}) {
    EXPECT_THROW(parse_mapping(text), Error) << text;
  }
}

TEST(FieldFinder, WhatIsMappedIsNotTakenForAnythingElse) {
  Record record;
  record.fields = {{"Text", "Ferry", Field::Kind::Text}, {"content", "It came.", Field::Kind::Text}};
  const FieldSet fields(record);
  const FieldFinder finder(std::vector<Mapping>{{"headline", "text"}});
  ASSERT_EQ(finder.find(fields, "headline").size(), 1U);
  const auto body = finder.find(fields, "body");
  ASSERT_EQ(body.size(), 1U);
  EXPECT_EQ(body[0][0]->path, "content");
}

TEST(FieldSet, KnowsTheSynonymsOfARecordBestFirst) {
  Record record;
  record.fields = {{"title", "Second", Field::Kind::Text},
                   {"headline", "First", Field::Kind::Text},
                   {"colour", "blue", Field::Kind::Text}};
  const FieldSet fields(record);
  const auto places = fields.synonyms("headline");
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0].path, "headline");
  EXPECT_EQ(places[1].path, "title");
  EXPECT_EQ(places[1].values->front()->value, "Second");
  EXPECT_TRUE(fields.synonyms("body").empty());
}

TEST(FieldSet, LooksIntoTheEnvelopeForWhatIsNotOutside) {
  Record record;
  record.fields = {{"_source.title", "Inside", Field::Kind::Text},
                   {"_source.author", "A. Writer", Field::Kind::Text},
                   {"author", "B. Writer", Field::Kind::Text}};
  const FieldSet fields(record);
  ASSERT_EQ(fields.synonyms("headline").size(), 1U);
  EXPECT_EQ(fields.synonyms("headline")[0].values->front()->value, "Inside");
  const auto authors = fields.synonyms("authors");
  ASSERT_EQ(authors.size(), 1U);
  EXPECT_EQ(authors[0].values->front()->value, "B. Writer");
}

TEST(FoldPath, SpellingsMeet) {
  EXPECT_EQ(fold_path("pub_date"), "pubdate");
  EXPECT_EQ(fold_path("pubDate"), "pubdate");
  EXPECT_EQ(fold_path("Pub Date"), "pubdate");
  EXPECT_EQ(fold_path("short-description"), "shortdescription");
  EXPECT_EQ(fold_path("dc:creator"), "dc.creator");
}

TEST(Synonyms, AreFoldedAndUniqueInTheirField) {
  for (const std::string_view field : fillable_fields()) {
    std::vector<std::string_view> seen;
    ASSERT_FALSE(synonyms_of(field).empty()) << field;
    for (const std::string_view path : synonyms_of(field)) {
      EXPECT_EQ(fold_path(path), path) << field;
      EXPECT_EQ(std::count(seen.begin(), seen.end(), path), 0) << field << " " << path;
      seen.push_back(path);
    }
    EXPECT_EQ(std::count(seen.begin(), seen.end(), field), 1) << field;
  }
  EXPECT_TRUE(synonyms_of("nonsense").empty());
  const auto meanings = meanings_of("author.name");
  ASSERT_EQ(meanings.size(), 1U);
  EXPECT_EQ(meanings[0].field, "authors");
  EXPECT_EQ(synonyms_of("authors")[meanings[0].rank], "author.name");
  EXPECT_TRUE(meanings_of("nonsense").empty());
}

}  // namespace
}  // namespace morgue::extract
