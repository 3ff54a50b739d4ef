// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/headline.h"

#include <gtest/gtest.h>

#include <string>

#include "markup/html.h"

namespace morgue::webpage {
namespace {

struct Shape {
  const char* what;
  const char* head;
  const char* body;
  const char* expected;
};

class ChosenHeadline : public testing::TestWithParam<Shape> {};

TEST_P(ChosenHeadline, IsTheOneThePagePrints) {
  const Shape& c = GetParam();
  std::string html = "<!doctype html><html><head>";
  html += c.head;
  html += "</head><body>";
  html += c.body;
  html += "<p>The ferry has sailed between the two towns for a hundred years.</p></body></html>";
  const markup::Tree page = markup::parse_html(html);
  const PageMarks marks = read_marks(page);
  const LinkedData linked = read_linked_data(marks.linked_data, {}, {});
  EXPECT_EQ(choose_headline(marks, linked, Outlet(marks, linked, {})).text, c.expected) << c.what;
}

constexpr const char* kSearchTitle = "<title>Ferry Norvik: Winter timetable and prices</title>";

INSTANTIATE_TEST_SUITE_P(
    Pages, ChosenHeadline,
    testing::Values(
        Shape{"an h1 in the trail is written for search engines",
              R"(<title>Ferry Norvik: Winter timetable and prices</title>
                 <meta property="og:title" content="Ferry Norvik: Winter timetable and prices">
                 <script type="application/ld+json">{"@type":"NewsArticle","headline":"The last boat home"}</script>)",
              "<ol><li><h1>Ferry Norvik: Winter timetable and prices</h1></li></ol><h2>The last boat home</h2>",
              "The last boat home"},
        Shape{"the same with a kicker, and OpenGraph for the printed one",
              R"(<title>Ferry Norvik: Winter timetable and prices</title>
                 <meta property="og:title" content="The last boat home">)",
              "<nav><h1>Ferry Norvik: Winter timetable and prices</h1></nav>"
              "<h2><span>On the coast</span> The last boat home</h2>",
              "The last boat home"},
        Shape{"the punctuation of the declared one",
              "<meta property=\"og:title\" content=\"Coast: The last boat home\">",
              "<ul><li><h1>The last boat home</h1></li></ul><h2><b>Coast</b> The last boat home</h2>",
              "Coast: The last boat home"},
        Shape{"an h2 that nothing declares is a subhead", kSearchTitle,
              "<ol><li><h1>Ferry Norvik: Winter timetable and prices</h1></li></ol><h2>The last boat home</h2>",
              "Ferry Norvik: Winter timetable and prices"},
        Shape{"an h1 in the article's head stays the headline",
              R"(<title>Ferry Norvik: Winter timetable and prices</title>
                 <script type="application/ld+json">{"@type":"NewsArticle","headline":"The last boat home"}</script>)",
              "<header><h1>Ferry Norvik: Winter timetable and prices</h1></header><h2>The last boat home</h2>",
              "Ferry Norvik: Winter timetable and prices"},
        Shape{"two kickers before one headline",
              "<meta property=\"og:title\" content=\"End of an era: Nobody remembers a winter without it\">",
              "<h1>Ferry on the coast - Nobody remembers a winter without it</h1>",
              "Nobody remembers a winter without it"},
        Shape{"one kicker in two spellings",
              "<meta property=\"og:title\" content=\"Ferry on our coast: Nobody remembers a winter without it\">",
              "<h1>Ferry on the coast: Nobody remembers a winter without it</h1>",
              "Ferry on the coast: Nobody remembers a winter without it"},
        Shape{"an h1 with the name of a site that nothing declares",
              "<meta property=\"og:title\" content=\"What we would rather not hear\">",
              "<h1>What we would rather not hear | Fjord Radio</h1>", "What we would rather not hear"},
        Shape{"an h1 that the title has behind the headline",
              "<title>Giving advice | Norvik language school</title>"
              "<meta property=\"og:title\" content=\"Giving advice\">",
              "<h1>Norvik language school</h1><h2>Giving advice</h2>", "Giving advice"},
        Shape{"an h1 marked as the headline against a title of the site",
              "<title>Fjord Shop, all for boats</title><meta property=\"og:title\" content=\"Fjord Shop, all for "
              "boats\">",
              "<h1 itemprop=\"headline\">New templates since March</h1>", "New templates since March"}));

}  // namespace
}  // namespace morgue::webpage
