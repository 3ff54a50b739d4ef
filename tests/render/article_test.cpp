// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/article.h"

#include <gtest/gtest.h>

#include "core/width.h"
#include "tests/render/sample.h"

namespace morgue::render {
namespace {

constexpr TextStyle kPlain{false, false, 80};

TEST(ArticleJson, HasEveryFieldInOrder) {
  EXPECT_EQ(article_json(test::full_article()),
            R"({"id":12,"key":"harbour/771","headline":"Dockers vote to end strike","summary":"The vote was close.",)"
            R"("body":"The union said \"yes\".\n\nWork resumes on Monday.","authors":["Ana Dvořák","Harbour Press"],)"
            R"("published":"1926-05-12T14:05:00+01:00","updated":"1926-05-13","published_precision":"second",)"
            R"("published_origin":"declared","source":"The Harbour Gazette","section":"Labour",)"
            R"("topics":["strike","unions"],"places":["Hull"],"people":["Smith, John"],)"
            R"("organizations":["Dockers' Union"],"language":"en","url":"https://gazette.example/771",)"
            R"("dateline":"HULL, May 12","words":7,"dump":"may.zip!771.json","record":1,"revision":2,"cluster":5})");
}

TEST(ArticleJson, UnknownIsNullOrEmptyNeverInvented) {
  StoredArticle a;
  a.id = 1;
  EXPECT_EQ(article_json(a),
            R"({"id":1,"key":null,"headline":null,"summary":null,"body":null,"authors":[],"published":null,)"
            R"("updated":null,"published_precision":null,"published_origin":"none","source":null,"section":null,)"
            R"("topics":[],"places":[],"people":[],"organizations":[],"language":null,"url":null,"dateline":null,)"
            R"("words":0,"dump":null,"record":null,"revision":1,"cluster":null})");
}

TEST(ExtractedJson, HasNothingThatOnlyAnArchiveKnows) {
  const std::string json = extracted_json(test::full_article());
  EXPECT_TRUE(json.starts_with(R"({"key":"harbour/771","headline":)")) << json;
  EXPECT_TRUE(json.ends_with(R"("dump":"may.zip!771.json","record":1})")) << json;
  EXPECT_EQ(json.find('\n'), std::string::npos);
}

TEST(ArticleText, ShowsWhatIsKnown) {
  EXPECT_EQ(article_text(test::full_article(), kPlain),
            "Dockers vote to end strike\n"
            "\n"
            "Authors        Ana Dvořák, Harbour Press\n"
            "Published      1926-05-12 14:05 +01:00\n"
            "Updated        1926-05-13\n"
            "Source         The Harbour Gazette\n"
            "Section        Labour\n"
            "Topics         strike, unions\n"
            "Places         Hull\n"
            "People         Smith, John\n"
            "Organizations  Dockers' Union\n"
            "Dateline       HULL, May 12\n"
            "Language       en\n"
            "Words          7\n"
            "URL            https://gazette.example/771\n"
            "Key            harbour/771\n"
            "Id             12, revision 2, cluster 5\n"
            "Dump           may.zip!771.json, record 1\n"
            "\n"
            "The vote was close.\n"
            "\n"
            "The union said \"yes\".\n"
            "\n"
            "Work resumes on Monday.\n");
}

TEST(ArticleText, LeavesOutWhatIsNot) {
  StoredArticle a;
  a.id = 3;
  a.headline = "Bare";
  EXPECT_EQ(article_text(a, kPlain),
            "Bare\n\n"
            "Published      undated\n"
            "Words          0\n"
            "Id             3\n");
}

TEST(ArticleText, SaysWhenADateWasWorkedOut) {
  StoredArticle a;
  a.published = Timestamp::from_string("2025-06");
  a.published_origin = DateOrigin::Url;
  EXPECT_NE(article_text(a, kPlain).find("Published      2025-06 (url)\n"), std::string::npos);
}

TEST(ArticleText, WrapsToTheTerminalButNeverWiderThanEighty) {
  StoredArticle a = test::full_article();
  a.headline = std::string(30, 'h') + " " + std::string(120, 'h');
  a.url = a.key = a.dump = "short";
  a.topics.assign(40, "harbour");
  a.body = "word " + std::string(200, 'w') + "\n" + std::string(300, 'v');
  for (const std::size_t width : {10U, 36U, 60U, 80U, 300U}) {
    const std::string text = article_text(a, {false, false, width});
    const std::size_t limit = width < 36 ? 36 : std::min<std::size_t>(width, 80);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = text.find('\n', begin);
      EXPECT_LE(column_width(std::string_view(text).substr(begin, end - begin)), limit);
      begin = end + 1;
    }
  }
}

TEST(ArticleText, AddressesAndPathsStayWhole) {
  StoredArticle a;
  a.dump = "/archive/of the/" + std::string(90, 'd') + "/herald.jsonl";
  a.record = 7;
  EXPECT_NE(article_text(a, {false, false, 40}).find("Dump           " + a.dump + ", record 7\n"), std::string::npos);
}

TEST(ArticleText, NothingFromTheArticleSteersTheTerminal) {
  StoredArticle a = test::full_article();
  for (std::string* field :
       {&a.key, &a.headline, &a.summary, &a.body, &a.source, &a.section, &a.language, &a.url, &a.dateline, &a.dump,
        &a.authors[0], &a.topics[0], &a.places[0], &a.people[0], &a.organizations[0]}) {
    *field +=
        "\x1b]8;;http://evil.example\x07\xc2\x9b"
        "2J\xe2\x80\xae\r";
  }
  const std::string text = article_text(a, kPlain);
  EXPECT_EQ(text.find_first_of("\x1b\x07\r"), std::string::npos);
  EXPECT_EQ(text.find("\xc2\x9b"), std::string::npos);
  EXPECT_EQ(text.find("\xe2\x80\xae"), std::string::npos);
}

TEST(ArticleText, LinksTheHeadlineToWebAddressesOnly) {
  StoredArticle a = test::full_article();
  a.url = "https://gazette.example/a b\x1b\\ö";
  EXPECT_NE(article_text(a, {true, true, 80})
                .find("\x1b]8;id=headline;https://gazette.example/a%20b%1B%5C%C3%B6\x1b\\\x1b[1mDockers"),
            std::string::npos);
  a.url = "javascript:alert(1)";
  EXPECT_EQ(article_text(a, {true, true, 80}).find("\x1b]8"), std::string::npos);
}

}  // namespace
}  // namespace morgue::render
