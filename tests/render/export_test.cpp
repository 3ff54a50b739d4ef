// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/export.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include "core/error.h"
#include "tests/render/sample.h"

namespace morgue::render {
namespace {

std::string exported(std::string_view format, const std::vector<StoredArticle>& articles,
                     const std::vector<std::string>& fields = {}) {
  const auto writer = export_writer(format, fields);
  std::string out = writer->begin();
  for (const StoredArticle& article : articles) out += writer->add(article);
  return out + writer->end();
}

StoredArticle hostile_article() {
  StoredArticle article = test::full_article();
  article.id = 13;
  article.headline = "=1+2 \"quoted\", \\ {x} \x1b[2J \u202E";
  article.authors = {"O\"Neill, \x01Ann", "", "李安"};
  article.topics = {"a, b", "}"};
  article.summary = "@SUM(A1)";
  return article;
}

TEST(Export, JsonLinesHaveTheFieldsOfSearchAndTheBody) {
  const std::string lines = exported("jsonl", {test::full_article(), test::full_article()}, {"id", "body"});
  const std::string line = R"({"id":12,"body":"The union said \"yes\".\n\nWork resumes on Monday."})";
  EXPECT_EQ(lines, line + "\n" + line + "\n");
  const std::string all = exported("jsonl", {test::full_article()});
  EXPECT_TRUE(all.starts_with(R"({"id":12,"key":"harbour/771","headline":)")) << all;
  EXPECT_NE(all.find(R"("body":"The union)"), std::string::npos);
  EXPECT_TRUE(all.ends_with("\"revision\":2,\"cluster\":5}\n")) << all;
}

TEST(Export, CsvHasAHeaderEvenWithoutArticlesAndNoBodyUnlessAskedFor) {
  EXPECT_EQ(exported("csv", {}, {"id", "body"}), "id,body\n");
  EXPECT_EQ(exported("csv", {}).find("body"), std::string::npos);
  EXPECT_EQ(exported("csv", {hostile_article()}, {"id", "summary", "headline"}),
            "id,summary,headline\n13,'@SUM(A1),\"'=1+2 \"\"quoted\"\", \\ {x} [2J \"\n");
}

TEST(Export, HasNothingAroundNoReferences) {
  EXPECT_EQ(exported("jsonl", {}), "");
  EXPECT_EQ(exported("ris", {}), "");
  EXPECT_EQ(exported("bibtex", {}), "");
}

TEST(Export, RefusesFieldsThatDoNotBelong) {
  EXPECT_THROW(export_writer("jsonl", {"autor"}), Error);
  EXPECT_THROW(export_writer("csv", {"id", "score"}), Error);
  EXPECT_THROW(export_writer("jsonl", {"more"}), Error);
  EXPECT_THROW(export_writer("ris", {"id"}), Error);
  EXPECT_THROW(export_writer("pdf", {}), Error);
  for (const std::string& format : export_formats()) EXPECT_NO_THROW(export_writer(format, {})) << format;
}

void expect_text(simdjson::dom::object item, const char* key) {
  std::string_view value;
  if (item[key].error() == simdjson::NO_SUCH_FIELD) return;
  ASSERT_EQ(item[key].get(value), simdjson::SUCCESS) << key;
  EXPECT_FALSE(value.empty()) << key;
}

void expect_names(simdjson::dom::object item) {
  simdjson::dom::array names;
  if (item["author"].get(names) != simdjson::SUCCESS) return;
  EXPECT_GT(names.size(), 0U);
  for (const simdjson::dom::object name : names) {
    const bool literal = name["literal"].error() == simdjson::SUCCESS;
    EXPECT_NE(literal, name["family"].error() == simdjson::SUCCESS);
    for (const char* part : {"literal", "family", "given", "non-dropping-particle", "suffix"}) expect_text(name, part);
  }
}

void expect_date(simdjson::dom::object item) {
  simdjson::dom::array dates;
  if (item["issued"]["date-parts"].get(dates) != simdjson::SUCCESS) return;
  ASSERT_EQ(dates.size(), 1U);
  const simdjson::dom::array parts = dates.at(0);
  EXPECT_GE(parts.size(), 1U);
  EXPECT_LE(parts.size(), 3U);
  for (const simdjson::dom::element part : parts) EXPECT_TRUE(part.is_int64());
}

// The required parts of the schema of CSL data (id, type) and the shapes of the others.
TEST(Export, CslJsonIsAnArrayOfValidItems) {
  StoredArticle bare;
  bare.id = 1;
  simdjson::dom::parser parser;
  for (const auto& articles : {std::vector<StoredArticle>{}, {bare}, {test::full_article(), hostile_article(), bare}}) {
    simdjson::dom::array items;
    const simdjson::padded_string text(exported("csl-json", articles));
    ASSERT_EQ(parser.parse(text).get(items), simdjson::SUCCESS);
    EXPECT_EQ(items.size(), articles.size());
    for (const simdjson::dom::object item : items) {
      EXPECT_TRUE(std::string_view(item["id"]).starts_with("morgue-"));
      EXPECT_EQ(std::string_view(item["type"]), "article-newspaper");
      for (const char* key : {"title", "container-title", "section", "URL", "language", "abstract", "keyword"}) {
        expect_text(item, key);
      }
      expect_names(item);
      expect_date(item);
    }
  }
}

}  // namespace
}  // namespace morgue::render
