// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/own_export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <variant>

#include "extract/extract.h"

namespace morgue::extract {
namespace {

using testing::ElementsAre;

Record exported() {
  Record record;
  record.where = {"export.jsonl", 7, 0};
  record.fields = {{"id", "12", Field::Kind::Number},
                   {"key", "hh-102"},
                   {"headline", "By the quay: a <b> too many"},
                   {"body", "By Ada Quill\n\nOne  line\nand another.\x1b[31m"},
                   {"authors", "STERN.de"},
                   {"authors", "Ada Quill"},
                   {"published", "2024-03-11T18:05:00+01:00"},
                   {"published_precision", "second"},
                   {"published_origin", "url"},
                   {"source", "www.herald.example"},
                   {"url", "https://web.archive.org/web/2017/http://herald.example/1"},
                   {"words", "6", Field::Kind::Number},
                   {"dump", "old.jsonl"},
                   {"record", "3", Field::Kind::Number},
                   {"revision", "2", Field::Kind::Number}};
  return record;
}

TEST(OwnExport, IsTakenAsItStands) {
  ASSERT_TRUE(is_own_export(exported()));
  Extractor extractor(Options{});
  const auto extracted = extractor.extract(exported());
  ASSERT_TRUE(std::holds_alternative<Article>(extracted));
  const Article& article = std::get<Article>(extracted);
  EXPECT_EQ(article.key, "hh-102");
  EXPECT_EQ(article.headline, "By the quay: a <b> too many");
  EXPECT_EQ(article.body, "By Ada Quill\n\nOne  line\nand another.[31m");
  EXPECT_THAT(article.authors, ElementsAre("STERN.de", "Ada Quill"));
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->to_string(), "2024-03-11T18:05:00+01:00");
  EXPECT_EQ(article.published_origin, DateOrigin::Url);
  EXPECT_EQ(article.source, "www.herald.example");
  EXPECT_EQ(article.url, "https://web.archive.org/web/2017/http://herald.example/1");
  EXPECT_EQ(article.language, "");
  EXPECT_EQ(article.dump, "export.jsonl");
  EXPECT_EQ(article.record, 7);
  EXPECT_GT(article.words, 0);
}

TEST(OwnExport, OtherRecordsAreNot) {
  Record record = exported();
  record.fields.push_back({"tags", "harbour"});
  EXPECT_FALSE(is_own_export(record));
  record = exported();
  std::erase_if(record.fields, [](const Field& field) { return field.path == "published_origin"; });
  EXPECT_FALSE(is_own_export(record));
}

TEST(OwnExport, ImpossibleValuesAreLeftOut) {
  Record record = exported();
  for (Field& field : record.fields) {
    if (field.path == "published") field.value = "2024-13-45";
    if (field.path == "published_origin") field.value = "hearsay";
  }
  EXPECT_FALSE(own_article(record).published);
}

TEST(OwnExport, AMappingComesFirst) {
  Options options;
  options.mappings = {parse_mapping("headline=dump")};
  Extractor extractor(options);
  const auto extracted = extractor.extract(exported());
  ASSERT_TRUE(std::holds_alternative<Article>(extracted));
  EXPECT_EQ(std::get<Article>(extracted).headline, "old.jsonl");
}

}  // namespace
}  // namespace morgue::extract
