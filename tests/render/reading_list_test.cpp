// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/reading_list.h"

#include <gmock/gmock.h>

#include "tests/render/sample.h"

namespace morgue::render {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Snippet marked(const std::string& text, std::vector<Snippet::Mark> marks = {}) {
  return {text, std::move(marks)};
}

std::string added(std::string_view format, const StoredArticle& article, const Snippet& text, bool whole = false) {
  return reading_list(format)->add({article, marked(article.headline), text, whole});
}

StoredArticle hostile() {
  StoredArticle article = test::full_article();
  article.headline = "<script>alert(1)</script> & [x](javascript:b) \x1b[2J";
  article.url = "https://a.example/\"'><script>c</script>(d)";
  article.authors = {"<b>Jo\"</b>"};
  article.language = "en\" onclick=\"x";
  article.user_tags = {"<i>"};
  article.user_note = "# one\n<script>two</script>\n- 3";
  return article;
}

TEST(ReadingList, MarkdownHasAllOfAnEntry) {
  StoredArticle article = test::full_article();
  article.user_tags = {"checked", "to print"};
  article.user_note = "one\n\ntwo";
  EXPECT_EQ(added("markdown", article, marked("The union said yes.", {{4, 9}})),
            "\n## [Dockers vote to end strike](<https://gazette.example/771>)\n\n"
            "Ana Dvořák, Harbour Press, The Harbour Gazette, 1926-05-12 14:05 +01:00 (id 12)\n\n"
            "> The **union** said yes.\n\n"
            "Tags: checked, to print\n\nNote:\n\none\n\ntwo\n");
}

TEST(ReadingList, HtmlHasAllOfAnEntry) {
  StoredArticle article = test::full_article();
  article.user_tags = {"checked", "to print"};
  article.user_note = "one\ntwo";
  EXPECT_EQ(added("html", article, marked("The union said yes.", {{4, 9}})),
            "<article id=\"article-12\" dir=\"auto\" lang=\"en\">\n"
            "<h2><a rel=\"noreferrer\" href=\"https://gazette.example/771\">Dockers vote to end strike</a></h2>\n"
            "<p class=\"by\">Ana Dvořák, Harbour Press, The Harbour Gazette, 1926-05-12 14:05 +01:00 (id 12)</p>\n"
            "<blockquote>The <mark>union</mark> said yes.</blockquote>\n"
            "<p class=\"tags\">Tags: checked, to print</p>\n<p class=\"note\">one\ntwo</p>\n</article>\n");
}

TEST(ReadingList, WhatIsUnknownIsLeftOut) {
  StoredArticle article;
  article.id = 3;
  EXPECT_EQ(added("markdown", article, {}), "\n## (no headline)\n\nundated (id 3)\n");
  EXPECT_EQ(added("html", article, {}),
            "<article id=\"article-3\" dir=\"auto\">\n<h2>(no headline)</h2>\n<p class=\"by\">undated (id 3)</p>\n"
            "</article>\n");
}

TEST(ReadingList, NothingInAnArticleIsHtml) {
  const std::string out = added("html", hostile(), marked("<img src=x onerror=y> \x1b[2J", {{0, 4}}));
  for (const char* live : {"<script", "<img", "<b>", "<i>", "onclick=\"", "\x1b"})
    EXPECT_THAT(out, Not(HasSubstr(live)));
  EXPECT_THAT(out, HasSubstr("<h2><a rel=\"noreferrer\" "
                             "href=\"https://a.example/%22&#39;%3E%3Cscript%3Ec%3C/script%3E(d)\">"
                             "&lt;script&gt;alert(1)"));
  EXPECT_THAT(out, HasSubstr("<mark>&lt;img</mark> src=x"));
  EXPECT_THAT(reading_list("html")->begin("<script>"), Not(HasSubstr("<script")));
}

TEST(ReadingList, NothingInAnArticleIsMarkdown) {
  const std::string out = added("markdown", hostile(), marked("- 1. *a* _b_ `c` <d> | &amp; ~~e~~ # f", {}));
  EXPECT_THAT(out, HasSubstr("\n## [\\<script\\>alert(1)\\</script\\> \\& \\[x\\](javascript:b) \\[2J]"
                             "(<https://a.example/%22'%3E%3Cscript%3Ec%3C/script%3E(d)>)\n"));
  EXPECT_THAT(out, HasSubstr("\n> \\- 1. \\*a\\* \\_b\\_ \\`c\\` \\<d\\> \\| \\&amp; \\~\\~e\\~\\~ \\# f\n"));
  EXPECT_THAT(out, HasSubstr("\n\\<b\\>Jo\"\\</b\\>, "));
  EXPECT_THAT(out, HasSubstr("\n\nTags: \\<i\\>\n\nNote:\n\n\\# one\n\n\\<script\\>two\\</script\\>\n\n\\- 3\n"));
}

TEST(ReadingList, OnlyAddressesOfTheWebAreLinks) {
  StoredArticle article = test::full_article();
  for (const char* url : {"javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "", "//host/x"}) {
    article.url = url;
    EXPECT_THAT(added("html", article, {}), HasSubstr("<h2>Dockers"));
    EXPECT_THAT(added("markdown", article, {}), HasSubstr("## Dockers"));
  }
}

TEST(ReadingList, WholeTextsKeepTheirParagraphs) {
  const StoredArticle article = test::full_article();
  const Snippet text = marked("one two\n\n 1. three\n2) four\n=\nfive", {{4, 14}, {30, 99}});
  EXPECT_THAT(added("html", article, text, true),
              HasSubstr("<p>one <mark>two</mark></p>\n<p><mark> 1. t</mark>hree</p>\n<p>2) four</p>\n<p>=</p>\n"
                        "<p>f<mark>ive</mark></p>\n</article>"));
  EXPECT_THAT(added("markdown", article, text, true),
              HasSubstr("\none **two**\n\n**1. t**hree\n\n2\\) four\n\n\\=\n\nf**ive**\n"));
}

TEST(ReadingList, IsOneFileThatLoadsNothing) {
  const auto list = reading_list("html");
  const std::string page = list->begin("strike & co") + list->end();
  EXPECT_TRUE(page.starts_with("<!DOCTYPE html>\n")) << page;
  EXPECT_TRUE(page.ends_with("</body>\n</html>\n")) << page;
  EXPECT_THAT(page, HasSubstr("<title>Reading list: strike &amp; co</title>"));
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
  EXPECT_THAT(page, Not(HasSubstr("src=\"")));
  EXPECT_THAT(reading_list("markdown")->begin("a *b*"), "# Reading list: a \\*b\\*\n");
}

}  // namespace
}  // namespace morgue::render
