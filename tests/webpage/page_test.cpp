// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <variant>

namespace morgue::webpage {
namespace {

using testing::HasSubstr;

Record page(std::string content) {
  Record record;
  record.kind = Record::Kind::Html;
  record.where.dump = "folder/page.html";
  record.content = std::move(content);
  return record;
}

std::string reason_of(std::string content) {
  std::vector<std::string> remarks;
  const auto result = extract_html(page(std::move(content)), remarks);
  const auto* reject = std::get_if<Reject>(&result);
  return reject == nullptr ? "an article" : reject->reason;
}

const std::string kParagraphs =
    "<p>The harbour council voted on Tuesday to keep the old ferry running for another two years, at some cost.</p>"
    "<p>Ferry masters had warned that, without a decision before the autumn storms, the boat would fail.</p>";

TEST(HtmlPage, BecomesAnArticle) {
  std::vector<std::string> remarks;
  const auto result = extract_html(page("<html lang=en><head><title>Council keeps the ferry</title><meta "
                                        "property='og:title' content='Council keeps the ferry'></head><body><article>"
                                        "<h1>Council keeps the ferry</h1>" +
                                        kParagraphs + "</article></body></html>"),
                                   remarks);
  ASSERT_TRUE(std::holds_alternative<Article>(result));
  EXPECT_TRUE(remarks.empty());
  const auto& article = std::get<Article>(result);
  EXPECT_EQ(article.headline, "Council keeps the ferry");
  EXPECT_THAT(article.body, testing::StartsWith("The harbour council voted"));
  EXPECT_EQ(article.language, "en");
}

TEST(HtmlPage, ThatDeclaresAnImpossibleDateSaysSo) {
  const auto remarks_on = [](const std::string& head, const std::string& line) {
    std::vector<std::string> remarks;
    extract_html(page("<title>Council keeps the ferry</title>" + head + "<article><h1>Council keeps the ferry</h1>" +
                      line + kParagraphs + "</article>"),
                 remarks);
    return remarks;
  };
  using testing::ElementsAre;
  EXPECT_THAT(
      remarks_on("<meta property='article:published_time' content='2031-02-30T10:00:00Z'>", ""),
      ElementsAre("published: the page declares \"2031-02-30T10:00:00Z\", which cannot be; stored without a date"));
  EXPECT_THAT(remarks_on("<meta property='article:published_time' content='2024-13-01'>",
                         "<p><time datetime='2024-03-01'>1 March 2024</time></p>"),
              ElementsAre(HasSubstr("taken from elsewhere: 2024-03-01")));
  EXPECT_THAT(
      remarks_on("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-03-01\","
                 "\"dateModified\":\"2999-01-01\"}</script>",
                 ""),
      ElementsAre(HasSubstr("updated: the page declares \"2999-01-01\"")));
  EXPECT_THAT(remarks_on("<meta property='article:published_time' content='unknown'>", ""), ElementsAre());
  EXPECT_THAT(remarks_on("<meta property='article:published_time' content='0000-00-00 00:00:00'>", ""), ElementsAre());
}

TEST(HtmlPage, ThatIsNoneIsRejectedWithThatReason) {
  EXPECT_THAT(reason_of("%PDF-1.4\n..."), HasSubstr("a PDF document"));
  EXPECT_THAT(reason_of("\xFF\xD8\xFF\xE0 JFIF"), HasSubstr("a JPEG picture"));
  EXPECT_THAT(reason_of(std::string("\x89PNG\r\n\x1A\n", 8)), HasSubstr("a PNG picture"));
  EXPECT_THAT(reason_of("<title>404 Not Found</title><h1>Not Found</h1><p>The thing you asked for is not here.</p>"),
              HasSubstr("error page"));
  EXPECT_THAT(reason_of("<html><head><title>Quay</title><script src=app.js></script></head><body><div id=root></div>"
                        "</body></html>"),
              HasSubstr("scripts fill"));
  EXPECT_THAT(reason_of(""), HasSubstr("page"));
}

TEST(HtmlPage, WithAnErrorInTheNewsIsAnArticle) {
  EXPECT_EQ(reason_of("<title>404 ferry tickets not found on wreck</title><article>" + kParagraphs + kParagraphs +
                      kParagraphs + kParagraphs + kParagraphs + kParagraphs + kParagraphs + "</article>"),
            "an article");
}

}  // namespace
}  // namespace morgue::webpage
