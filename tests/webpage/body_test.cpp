// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/body.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

#include "markup/html.h"

namespace morgue::webpage {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view kFirst =
    "The harbour council voted on Tuesday to keep the old ferry running for another two years, at a cost of four "
    "million crowns.";
constexpr std::string_view kSecond =
    "Ferry masters had warned that, without a decision before the autumn storms, the boat would not pass its next "
    "inspection.";
constexpr std::string_view kThird =
    "A bridge, first drawn in 1961, remains on the list of works that the province means to begin once money is found.";

std::string paragraph(std::string_view text) {
  return "<p>" + std::string(text) + "</p>";
}

std::string story() {
  return paragraph(kFirst) + paragraph(kSecond) + paragraph(kThird);
}

std::string story_text() {
  return std::string(kFirst) + "\n\n" + std::string(kSecond) + "\n\n" + std::string(kThird);
}

std::string body_of(std::string_view html, const Metadata& metadata = {}) {
  const markup::Tree page = markup::parse_html(std::string(html));
  return find_body(page, split_into_blocks(page), metadata);
}

TEST(Body, IsTheParagraphsWithOneBlankLineBetween) {
  EXPECT_EQ(body_of("<body><article>" + story() + "</article></body>"), story_text());
}

struct Layout {
  std::string_view name;
  std::string before;
  std::string after;
};

void PrintTo(const Layout& layout, std::ostream* out) {
  *out << layout.name;
}

class Furniture : public testing::TestWithParam<Layout> {};

TEST_P(Furniture, IsLeftOut) {
  EXPECT_EQ(body_of("<body>" + GetParam().before + story() + GetParam().after + "</body>"), story_text());
}

const std::string kSentence =
    "This sentence is long enough to be taken for a paragraph of the story, and it is not one.";

INSTANTIATE_TEST_SUITE_P(
    All, Furniture,
    testing::Values(
        Layout{"Navigation", "<nav><ul><li><a href='/a'>Home</a><li><a href='/b'>Sport</a></ul></nav><main>",
               "</main>"},
        Layout{"Headline", "<article><h1>Council keeps the ferry</h1>", "</article>"},
        Layout{"Byline", "<article><h1>Ferry</h1><p class='byline'>By Ada Quill</p>", "</article>"},
        Layout{"DateLine", "<article><h1>Ferry</h1><div>12 March 2031, 14:05</div>", "</article>"},
        Layout{"Aside", "<article>", "<aside><p>" + kSentence + "</p></aside></article>"},
        Layout{"Comments", "<div class='story'>", "</div><div id='comments'><p>" + kSentence + "</p></div>"},
        Layout{"Caption", "<article><figure><img src='x'><figcaption>" + kSentence + "</figcaption></figure>",
               "</article>"},
        Layout{"CreditedLine", "<article>", "<p>The ferry at its berth last spring (Photo: Bo Lind)</p></article>"},
        Layout{"ShareBar", "<article>", "<div class='share-bar'><a href='//x'>Post</a> it</div></article>"},
        Layout{"Newsletter", "<article>", "<div class='newsletter-box'><p>" + kSentence + "</p></div></article>"},
        Layout{"Cookies", "<div class='cookie-notice'><p>" + kSentence + "</p></div><main>", "</main>"},
        Layout{"Hidden", "<article><p style='display: none'>" + kSentence + "</p>", "</article>"},
        Layout{"Scripts", "<article><script>var a = '<p>" + kSentence + "</p>';</script>", "</article>"},
        Layout{"ReadAlso", "<article>", "<p>Read also: <a href='/z'>Bridge plans shelved</a></p></article>"},
        Layout{"LesenSieAuch", "<article>", "<p>Lesen Sie auch: Brücke kommt nicht</p></article>"},
        Layout{"RelatedList", "<article>",
               "<h3>Related stories</h3><ul><li><a href='/1'>One thing</a><li><a href='/2'>Another</a></ul></article>"},
        Layout{"Teaser", "<article>",
               "<div><h3><a href='/1'>Bridge plans shelved once more</a></h3><p>The province says no.</p></div>"
               "</article>"},
        Layout{"Tags", "<article>", "<p class='tags'><a href='/t'>ferry</a> <a href='/u'>harbour</a></p></article>"},
        Layout{"FiledUnder", "<article>",
               "<div>This entry was posted in <a href='/c'>Harbour</a> by Bo.</div></article>"},
        Layout{"MetaOfAPost", "<article>", "<div class='postmetadata'>Harbour, by Bo, at noon.</div></article>"},
        Layout{"AppStores", "<article>",
               "<div class='appstores'><p>Take the whole paper along in our app, or order a copy in the shop.</p></div>"
               "</article>"},
        Layout{"AuthorBox", "<article>",
               "<div id='author-info'><p>" + kSentence + " " + kSentence + " " + kSentence + " " + kSentence + " " +
                   kSentence + " " + kSentence + " " + kSentence + " " + kSentence + " " + kSentence + " " + kSentence +
                   " " + kSentence + "</p></div></article>"},
        Layout{"Rights", "<article>", "<p>(c) 2031 The Quay. All rights reserved.</p></article>"},
        Layout{"Footer", "<main>", "</main><footer><p>" + kSentence + "</p></footer>"},
        Layout{"DivOnly", "<div id=wrap><div id=menu><a href='/a'>A</a> <a href='/b'>B</a></div><div id=text>",
               "</div></div>"},
        Layout{"TableLayout", "<table><tr><td><a href='/a'>News</a><br><a href='/b'>Sport</a></td><td>",
               "</td></tr></table>"},
        Layout{"BareHeading", "<article>", "<h2>Nothing below</h2></article>"}),
    [](const auto& layout) { return std::string(layout.param.name); });

TEST(Body, KeepsListsSubheadsQuotesAndTables) {
  const std::string body = body_of(
      "<body><article>" + paragraph(kFirst) + "<h2>What it costs</h2>" + paragraph(kSecond) +
      "<ul><li>Fuel for the crossing</li><li>Wages of six</li></ul><blockquote>We shall row if we must.</blockquote>" +
      "<table><tr><th>Year<th>Riders<tr><td>2029<td>41,000<tr><td>2030<td>39,500</table>" + paragraph(kThird) +
      "</article></body>");
  EXPECT_EQ(body, std::string(kFirst) + "\n\nWhat it costs\n\n" + std::string(kSecond) +
                      "\n\nFuel for the crossing\n\nWages of six\n\nWe shall row if we must.\n\n" +
                      "Year | Riders\n\n2029 | 41,000\n\n2030 | 39,500\n\n" + std::string(kThird));
}

TEST(Body, BreaksInARowMakeParagraphs) {
  const std::string html = "<body><div>" + std::string(kFirst) + "<br><br>" + std::string(kSecond) + "<br/>\n<br/>" +
                           std::string(kThird) + "</div></body>";
  EXPECT_EQ(body_of(html), story_text());
}

TEST(Body, LinksInsideSentencesStay) {
  const std::string html = "<body><article>" + story() +
                           "<p>The vote was reported first by <a href='/quay'>the harbour's own gazette</a>, which had "
                           "it from a clerk.</p></article></body>";
  EXPECT_THAT(body_of(html), EndsWith("the harbour's own gazette, which had it from a clerk."));
}

TEST(Body, ItempropWinsOverWhatStandsAround) {
  const std::string html = "<body><div><p>" + kSentence + "</p><div itemprop='articleBody'>" + story() + "</div><p>" +
                           kSentence + "</p></div></body>";
  EXPECT_EQ(body_of(html), story_text());
}

TEST(Body, ClassesOfTheWholePageSayNothing) {
  const std::string html =
      "<html class='comments newsletter'><body class='has-sidebar related'><div class='page sidebar-layout'>" +
      story() + "</div></body>";
  EXPECT_EQ(body_of(html), story_text());
}

TEST(Body, HoldsNoHeadingOfTheHeadlineWithAKicker) {
  Metadata metadata;
  metadata.headline = "Council keeps the ferry";
  const std::string_view heading = "<h2><span>On the coast</span> Council keeps the ferry</h2>";
  const std::string trail = "<ol><li><h1>Ferry Norvik: timetable</h1></li></ol>";
  EXPECT_EQ(body_of("<body><article>" + trail + std::string(heading) + story() + "</article></body>", metadata),
            story_text());
  // Below the text it is a subhead like any other.
  const std::string below = paragraph(kFirst) + std::string(heading) + paragraph(kSecond) + paragraph(kThird);
  EXPECT_THAT(body_of("<body><article>" + below + "</article></body>", metadata), StartsWith(kFirst));
}

TEST(Body, HoldsNoDateBelowTheStandfirst) {
  const std::string late = paragraph(kSecond) + "<p>12 March 2031, 14:05</p>" + paragraph(kThird);
  EXPECT_EQ(body_of("<body><article>" + paragraph(kFirst) + "<p>12 March 2031, 14:05</p>" + paragraph(kSecond) +
                    paragraph(kThird) + "</article></body>"),
            story_text());
  EXPECT_THAT(body_of("<body><article>" + paragraph(kFirst) + late + "</article></body>"), HasSubstr("12 March 2031"));
}

TEST(Body, IsOfTheFirstStoryWhereAnotherFollows) {
  Metadata metadata;
  metadata.headline = "Council keeps the ferry";
  const std::string other = paragraph(kSentence + " One.") + paragraph(kSentence + " Two.");
  const std::string html = "<body><article><h1>Council keeps the ferry</h1><div class='article-body'>" + story() +
                           "</div></article><article><h1>Snow</h1><div class='article-body'>" + other + other +
                           "</div></article></body>";
  EXPECT_EQ(body_of(html, metadata), story_text());
}

TEST(Body, IsNotTheTextTwice) {
  const std::string more =
      paragraph("A fourth thing was said about the tides, the tolls and the town, and it was this.");
  const std::string html = "<body><article><div class=wide>" + story() + more + "</div><div class=narrow>" + story() +
                           more + "</div></article></body>";
  const std::string body = body_of(html);
  EXPECT_EQ(body.find(kFirst), body.rfind(kFirst));
}

TEST(Body, ComesFromLinkedDataWhereThePageShowsNone) {
  Metadata metadata;
  metadata.body = story_text() + "\n\n" + std::string(kFirst);
  EXPECT_EQ(body_of("<body><div id=app></div></body>", metadata), metadata.body);
  EXPECT_EQ(body_of("<body><article>" + story() + story() + "</article></body>", metadata),
            body_of("<body><article>" + story() + story() + "</article></body>"));
}

TEST(Body, ComesFromAScriptWhereNothingElseHasIt) {
  std::string html = "<p>" + std::string(kFirst) + "</p><p>" + std::string(kSecond) + "</p><p>" + std::string(kThird) +
                     "</p><p>" + kSentence + "</p>";
  std::string escaped;
  for (const char c : html) escaped += c == '<' ? "\\u003c" : c == '>' ? "\\u003e" : std::string(1, c);
  EXPECT_THAT(body_of("<body><div id=app></div><script>window.x={\"content\":\"" + escaped + "\"}</script></body>"),
              StartsWith(story_text()));
  const auto item = [](std::string_view text) { return "{\"data\":\"" + std::string(text) + "\"},"; };
  EXPECT_THAT(body_of("<body><script type='application/json'>[" + item(kFirst) + item(kSecond) + item(kThird) +
                      item(kSentence) + "{}]</script></body>"),
              StartsWith(story_text()));
}

TEST(Body, IsEmptyWithoutProse) {
  EXPECT_EQ(body_of(""), "");
  EXPECT_EQ(body_of("<body><ul><li><a href='/a'>One</a><li><a href='/b'>Two</a></ul></body>"), "");
}

TEST(Lead, StandsBetweenHeadlineAndBody) {
  const markup::Tree page = markup::parse_html(
      "<body><article><header><h1>Ferry stays</h1><p class='standfirst'>Two more years, four million "
      "crowns and no bridge in sight.</p></header><div class='article-body'>" +
      story() + "</div></article></body>");
  const PageText text = find_text(page, split_into_blocks(page), {});
  EXPECT_EQ(text.lead, "Two more years, four million crowns and no bridge in sight.");
  EXPECT_EQ(text.body, story_text());
}

TEST(Body, SurvivesDeepAndWidePages) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div class=related>";
  EXPECT_THAT(body_of("<body>" + deep + story()), HasSubstr(std::string(kSecond)));
  std::string links = "<body><p>";
  for (int i = 0; i < 100000; ++i) links += "<a href='/x'>one link</a> ";
  EXPECT_THAT(body_of(links), Not(HasSubstr("one link")));
}

}  // namespace
}  // namespace morgue::webpage
