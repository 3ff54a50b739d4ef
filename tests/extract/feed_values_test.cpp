// SPDX-License-Identifier: GPL-2.0-or-later
// What readers of feeds and of Markdown give beyond plain values.
#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "extract/extract.h"
#include "extract/html_strip.h"

namespace morgue::extract {
namespace {

Article article(std::vector<Field> fields) {
  Record record;
  record.fields = std::move(fields);
  auto made = Extractor({}).extract(record);
  return std::holds_alternative<Article>(made) ? std::get<Article>(made) : Article{};
}

TEST(FeedValues, PlainTextOfAFeedSurvives) {
  const Article made = article({{"headline", "The &lt;p> tag &amp; R&amp;D"}, {"source", "Fog &amp; <b>Ferry</b>"}});
  EXPECT_EQ(made.headline, "The <p> tag & R&D");
  EXPECT_EQ(made.source, "Fog & Ferry");
}

TEST(FeedValues, TextOfAMarkdownFileIsMarkdownEvenIfItDoesNotShow) {
  EXPECT_EQ(article({{"headline", "x"}, {"body.markdown", "Only *this* word."}}).body, "Only this word.");
  EXPECT_EQ(article({{"headline", "x"}, {"body", "Only *this* word."}}).body, "Only *this* word.");
  EXPECT_EQ(article({{"headline", "Fog"}, {"body.markdown", "# Fog\n\nText"}}).body, "Text");
}

TEST(FeedValues, DateOfTheFileNameIsTheLastResort) {
  const Article dated = article({{"headline", "x"}, {"filename.date", "2017-03-14"}});
  ASSERT_TRUE(dated.published);
  EXPECT_EQ(dated.published->to_string(), "2017-03-14");
  EXPECT_EQ(dated.published_origin, DateOrigin::Filename);
  const Article declared = article({{"headline", "x"}, {"filename.date", "2017-03-14"}, {"published", "2016-01-02"}});
  EXPECT_EQ(declared.published->to_string(), "2016-01-02");
  EXPECT_EQ(declared.published_origin, DateOrigin::Declared);
}

TEST(FeedValues, TwoLineBreaksEndAParagraph) {
  EXPECT_EQ(strip_html("one<br>two<br/> <br/>three<p>four"), "one\ntwo\n\nthree\n\nfour");
  EXPECT_EQ(strip_html("<br><br>one<br><br><br>two"), "one\n\ntwo");
}

}  // namespace
}  // namespace morgue::extract
