// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/metadata.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "markup/html.h"

namespace morgue::webpage {
namespace {

using Names = std::vector<std::string>;

Metadata read(std::string_view html, PageHints hints = {}) {
  const markup::Tree page = markup::parse_html(std::string(html));
  return find_metadata(page, split_into_blocks(page), hints);
}

std::string day(const std::optional<Timestamp>& when) {
  return when ? when->to_string() : "";
}

/// A page of a made-up outlet: `head` and `body` as given, with some text to stand on.
std::string page(std::string_view head, std::string_view body) {
  std::string html = "<!doctype html><html lang=\"en-GB\"><head>";
  html += head;
  html += "</head><body><nav><a href=\"/\">Home</a></nav><main>";
  html += body;
  html +=
      "<p>The ferry has sailed between the two towns for a hundred years, and nobody remembers a winter without it.</p>"
      "</main><footer>Fjord Post</footer></body></html>";
  return html;
}

TEST(Metadata, CombinesWhatThePageDeclares) {
  const Metadata data =
      read(page(R"(<title>Last ferry sails | Fjord Post</title>
    <link rel="canonical" href="/coast/last-ferry">
    <meta property="og:site_name" content="Fjord Post"><meta property="og:type" content="article">
    <meta property="og:title" content="Last ferry sails"><meta property="og:description" content="After a century.">
    <meta property="article:published_time" content="2024-03-05T10:00:00+01:00">
    <meta property="article:modified_time" content="2024-03-06T08:00:00+01:00">
    <meta property="article:section" content="Coast"><meta property="article:tag" content="Ferries">
    <meta property="article:tag" content="Harbour"><meta name="author" content="Ida Lund">)",
                "<h1>Last ferry sails</h1>"),
           {.url = "https://www.fjordpost.example/coast/last-ferry?utm_source=x", .crawled = {}, .file = {}});
  EXPECT_EQ(data.headline, "Last ferry sails");
  EXPECT_EQ(data.summary, "After a century.");
  EXPECT_EQ(data.authors, Names{"Ida Lund"});
  EXPECT_EQ(day(data.published), "2024-03-05T10:00:00+01:00");
  EXPECT_EQ(data.published_origin, DateOrigin::Declared);
  EXPECT_EQ(day(data.updated), "2024-03-06T08:00:00+01:00");
  EXPECT_EQ(data.source, "Fjord Post");
  EXPECT_EQ(data.section, "Coast");
  EXPECT_EQ(data.topics, (Names{"Ferries", "Harbour"}));
  EXPECT_EQ(data.language, "en");
  EXPECT_EQ(data.url, "https://www.fjordpost.example/coast/last-ferry");
  EXPECT_TRUE(data.is_article);
  EXPECT_FALSE(data.is_listing);
}

struct Shape {
  const char* what;
  const char* head;
  const char* body;
  const char* expected;
};

class Headline : public testing::TestWithParam<Shape> {};
TEST_P(Headline, IsTheOneThePagePrints) {
  const Shape& c = GetParam();
  EXPECT_EQ(read(page(c.head, c.body)).headline, c.expected) << c.what;
}
INSTANTIATE_TEST_SUITE_P(
    Pages, Headline,
    testing::Values(
        Shape{"the title without the outlet",
              "<title>Last ferry sails - Fjord Post</title><meta property=\"og:site_name\" content=\"Fjord Post\">", "",
              "Last ferry sails"},
        Shape{"an h1 that is the outlet's name",
              "<title>Last ferry sails</title><meta property=\"og:title\" content=\"Last ferry sails\">"
              "<meta property=\"og:site_name\" content=\"Fjord Post\">",
              "<h1>Fjord Post</h1><h2>Last ferry sails</h2>", "Last ferry sails"},
        Shape{"an h1 with a kicker", "<meta property=\"og:title\" content=\"The last ferry sails tonight\">",
              "<h1><span>Coast</span> The last ferry sails tonight</h1>", "The last ferry sails tonight"},
        Shape{"section and date behind the title", "<title>Last ferry sails tonight | Coast | 05.03.2024</title>",
              "<h1>Last ferry sails tonight</h1>", "Last ferry sails tonight"},
        Shape{
            "the printed one against the one for social media",
            "<meta property=\"og:title\" content=\"Why the last ferry sails\"><title>Why the last ferry sails</title>",
            "<h1>Last ferry sails: the end of an era</h1>", "Last ferry sails: the end of an era"},
        Shape{"what is declared twice against what is printed",
              R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Why the last ferry sails"}</script>
                 <meta property="og:title" content="Why the last ferry sails">)",
              "<h1>Last ferry sails: the end of an era</h1>", "Why the last ferry sails"},
        Shape{"doubled character references", "<meta property=\"og:title\" content=\"Ferry &amp;amp; harbour\">", "",
              "Ferry & harbour"},
        Shape{"nothing", "", "", ""}));

class Published : public testing::TestWithParam<Shape> {};
TEST_P(Published, IsFound) {
  const Shape& c = GetParam();
  EXPECT_EQ(day(read(page(c.head, c.body)).published), c.expected) << c.what;
}
INSTANTIATE_TEST_SUITE_P(
    Pages, Published,
    testing::Values(
        Shape{"JSON-LD before metas",
              R"(<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-05"}</script>
                 <meta name="date" content="2020-01-01">)",
              "", "2024-03-05"},
        Shape{"Dublin Core", "<meta name=\"DC.date.issued\" content=\"2024-03-05\">", "", "2024-03-05"},
        Shape{"a time element behind the headline", "",
              "<h1>Last ferry</h1><time datetime=\"2024-03-05T10:00:00+01:00\">yesterday</time>",
              "2024-03-05T10:00:00+01:00"},
        Shape{"a marked date, day first", "", "<h1>Last ferry</h1><span class=\"post-date\">05/03/2024</span>",
              "2024-03-05"},
        Shape{"a line of text", "", "<h1>Last ferry</h1><p>By Ida Lund, 5 March 2024</p>", "2024-03-05"},
        Shape{"published, not updated", "",
              "<h1>Last ferry</h1><p class=\"meta\">Updated: 7 March 2024 | Published: 5 March 2024</p>", "2024-03-05"},
        Shape{"not a teaser's", "",
              "<div class=\"teaser\"><time datetime=\"2024-01-01\">1 Jan</time></div><h1>Last ferry</h1>"
              "<p>5 March 2024</p><div class=\"related\"><time datetime=\"2023-01-01\">x</time></div>",
              "2024-03-05"},
        Shape{"microdata", "", "<h1>Ferry</h1><span itemprop=\"datePublished\" content=\"2024-03-05\">last week</span>",
              "2024-03-05"},
        Shape{"an unset clock", "<meta property=\"article:published_time\" content=\"1970-01-01T00:00:00Z\">", "", ""},
        Shape{"midnight turned into UTC", "<meta property=\"article:published_time\" content=\"2024-03-04T23:00:00Z\">",
              "<h1>Last ferry</h1><span class=\"date\">5 March 2024</span>", "2024-03-05T00:00:00+01:00"},
        Shape{"nothing", "", "<h1>Last ferry</h1>", ""}));

TEST(Metadata, ADateInTheFutureIsUnknown) {
  const std::string html = page("<meta property=\"article:published_time\" content=\"2024-09-05\">", "<h1>Ferry</h1>");
  PageHints hints;
  hints.crawled = Timestamp::from_string("2024-03-05T10:00:00Z");
  EXPECT_EQ(read(html, hints).published, std::nullopt);
  hints.crawled = Timestamp::from_string("2024-10-01T00:00:00Z");
  EXPECT_EQ(day(read(html, hints).published), "2024-09-05");
}

TEST(Metadata, TheAddressAndTheFileNameKnowDates) {
  PageHints hints;
  hints.url = "https://fjordpost.example/2024/03/05/ferry";
  const Metadata by_address = read(page("", "<h1>Ferry</h1>"), hints);
  EXPECT_EQ(day(by_address.published), "2024-03-05");
  EXPECT_EQ(by_address.published_origin, DateOrigin::Url);
  hints.url.clear();
  hints.file = "dump/ferry_2024-03-05.html";
  const Metadata by_file = read(page("", "<h1>Ferry</h1>"), hints);
  EXPECT_EQ(day(by_file.published), "2024-03-05");
  EXPECT_EQ(by_file.published_origin, DateOrigin::Filename);
}

TEST(Metadata, TheYearComesFromTheDayOfFetching) {
  PageHints hints;
  hints.crawled = Timestamp::from_string("2024-03-10T10:00:00Z");
  const Metadata data = read(page("", "<h1>Last ferry</h1><p>March 5</p>"), hints);
  EXPECT_EQ(day(data.published), "2024-03-05");
  EXPECT_EQ(data.published_origin, DateOrigin::Inferred);
}

struct Credit {
  const char* what;
  const char* head;
  const char* body;
  Names expected;
};

class Authors : public testing::TestWithParam<Credit> {};
TEST_P(Authors, AreFound) {
  const Credit& c = GetParam();
  EXPECT_EQ(read(page(c.head, c.body)).authors, c.expected) << c.what;
}
INSTANTIATE_TEST_SUITE_P(
    Pages, Authors,
    testing::Values(
        Credit{
            "JSON-LD, several in one name",
            R"(<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Ida Lund and Ove Berg"}}</script>)",
            "<h1>Ferry</h1>",
            {"Ida Lund", "Ove Berg"}},
        Credit{
            "a person before the outlet",
            R"(<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Organization","name":"Fjord Post"},
               "publisher":{"name":"Fjord Post"}}</script><meta name="cXenseParse:author" content="Ida Lund">)",
            "<h1>Ferry</h1>",
            {"Ida Lund"}},
        Credit{"the outlet where it signs alone",
               R"(<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Fjord Post"},
               "publisher":{"name":"Fjord Post"}}</script>)",
               "<h1>Ferry</h1>",
               {"Fjord Post"}},
        Credit{"an address is no author",
               "<meta property=\"article:author\" content=\"https://social.example/fjordpost\">",
               "<h1>Ferry</h1><p>By Ida Lund</p>",
               {"Ida Lund"}},
        Credit{"rel=author", "", "<h1>Ferry</h1><p>Posted <a rel=\"author\" href=\"/u/ida\">Ida</a></p>", {"Ida"}},
        Credit{"two marked links",
               "",
               "<h1>Ferry</h1><div><a class=\"author\" href=\"/a\">Ida Lund</a> <a class=\"author\" href=\"/b\">Ove "
               "Berg</a></div>",
               {"Ida Lund", "Ove Berg"}},
        Credit{"glued spans",
               "",
               "<h1>Ferry</h1><div class=\"byline\"><span>By</span><span>Ida Lund</span><span>Friday</span></div>",
               {"Ida Lund"}},
        Credit{"not a commenter",
               "",
               "<h1>Ferry</h1><ol class=\"comments\"><li class=\"comment-author\">Troll Trollsen</li></ol>",
               {}},
        Credit{"not the photographer",
               "",
               "<h1>Ferry</h1><p class=\"byline\">By Ida Lund</p><span class=\"image-author\">Ove Berg</span>",
               {"Ida Lund"}},
        Credit{"a label, then the name", "", "<h1>Ferry</h1><h4>Autor</h4><p>Ida Lund</p>", {"Ida Lund"}},
        Credit{"at the end of the text", "", "<h1>Ferry</h1><p>Text of it.</p><p>Autorin: Ida Lund</p>", {"Ida Lund"}},
        Credit{"an account gives way to a name",
               R"(<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"ida.lund"}}</script>)",
               "<h1>Ferry</h1><p class=\"byline\">By Ida Lund</p>",
               {"Ida Lund"}},
        Credit{"nobody", "", "<h1>Ferry</h1>", {}}));

class Topics : public testing::TestWithParam<Credit> {};
TEST_P(Topics, AreFound) {
  const Credit& c = GetParam();
  EXPECT_EQ(read(page(c.head, c.body)).topics, c.expected) << c.what;
}
INSTANTIATE_TEST_SUITE_P(
    Pages, Topics,
    testing::Values(
        Credit{"commas", "<meta name=\"keywords\" content=\"ferry, harbour , ferry,\">", "", {"ferry", "harbour"}},
        Credit{"the outlet's name and codes",
               "<meta property=\"og:site_name\" content=\"Fjord Post\">"
               "<meta name=\"keywords\" content=\"ferry,Fjord "
               "Post,section:coast,id_4711,3f2504e0-4f89-11d3-9a0c-0305e82c3301\">",
               "",
               {"ferry"}},
        Credit{"the list that others agree with",
               R"(<script type="application/ld+json">{"@type":"NewsArticle","keywords":["ferry","harbour"]}</script>
               <meta property="article:tag" content="ferry"><meta property="article:tag" content="harbour">
               <meta name="keywords" content="boats, sea, ships, sails, ropes">)",
               "",
               {"ferry", "harbour"}},
        Credit{"keywords of every page",
               "<meta name=\"keywords\" content=\"news,politics,sport,money,culture,stars,cars,travel,games,tips\">",
               "",
               {}},
        Credit{
            "tags that the page shows",
            "",
            "<h1>The ferry</h1><p>The old harbour was full when the ferry sailed out for the very last time today.</p>"
            "<ul class=\"tags\"><li><a class=\"tag\" href=\"/tag/ferry\">Ferry</a></li><li><a class=\"tag\" "
            "href=\"/tag/harbour\">#Harbour</a></li></ul>",
            {"Ferry", "Harbour"}}));

TEST(Metadata, TellsListings) {
  EXPECT_TRUE(read(page("<meta property=\"og:type\" content=\"website\">", ""),
                   {.url = "https://fjordpost.example/", .crawled = {}, .file = {}})
                  .is_listing);
  EXPECT_FALSE(
      read(page("", ""), {.url = "https://fjordpost.example/coast/ferry", .crawled = {}, .file = {}}).is_listing);
}

TEST(Metadata, ACanonicalLinkToTheFrontPageIsAMistake) {
  const Metadata data = read(page("<link rel=\"canonical\" href=\"https://fjordpost.example/\">", ""),
                             {.url = "https://fjordpost.example/coast/ferry", .crawled = {}, .file = {}});
  EXPECT_EQ(data.url, "https://fjordpost.example/coast/ferry");
}

TEST(Metadata, StaysQuickOnHostilePages) {
  std::string nested;
  for (int i = 0; i < 3000; ++i) nested += "<div class=\"author date tags\">";
  std::string wide = "<h1>Ferry</h1>";
  for (int i = 0; i < 20000; ++i) wide += "<span class=\"byline date\"><i></i></span>";
  std::string linked = R"(<script type="application/ld+json">{"@graph":[)";
  for (int i = 0; i < 5000; ++i) linked += R"({"@type":"NewsArticle","headline":"a &amp; b","author":[{"name":"x"}]},)";
  EXPECT_EQ(read(page(linked + "]}</script>", nested + wide)).headline, "a & b");
}

TEST(Metadata, SurvivesNothing) {
  EXPECT_TRUE(read("").headline.empty());
  EXPECT_TRUE(find_metadata(markup::Tree(), {}, {}).headline.empty());
}

}  // namespace
}  // namespace morgue::webpage
