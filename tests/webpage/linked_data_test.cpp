// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/linked_data.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace morgue::webpage {
namespace {

LinkedData read(const std::vector<std::string>& blocks, std::string_view headline = {}, std::string_view url = {}) {
  return read_linked_data(blocks, headline, url);
}

std::vector<std::string> names(const LinkedData& data) {
  std::vector<std::string> out;
  for (const LinkedCredit& credit : data.authors) out.push_back(credit.name);
  return out;
}

using Names = std::vector<std::string>;

TEST(LinkedData, ReadsAnArticle) {
  const LinkedData data = read({R"({"@context": "https://schema.org", "@type": "NewsArticle",
    "headline": "Harbour &amp; ferry", "datePublished": "2024-03-05T10:00:00+01:00", "dateModified": "2024-03-06",
    "author": [{"@type": "Person", "name": "Ida Lund"}, {"@type": "Person", "name": "Ove Berg"}],
    "publisher": {"@type": "Organization", "name": "Fjord Post"}, "keywords": ["ferry", "harbour"],
    "articleSection": "Coast", "inLanguage": "en", "articleBody": "<p>One.</p><p>Two.</p>"})"});
  EXPECT_TRUE(data.is_article);
  EXPECT_EQ(data.headline, "Harbour & ferry");
  EXPECT_EQ(data.published, "2024-03-05T10:00:00+01:00");
  EXPECT_EQ(data.modified, "2024-03-06");
  EXPECT_EQ(names(data), (Names{"Ida Lund", "Ove Berg"}));
  EXPECT_EQ(data.publisher, "Fjord Post");
  EXPECT_EQ(data.keywords, (Names{"ferry", "harbour"}));
  EXPECT_EQ(data.sections, Names{"Coast"});
  EXPECT_EQ(data.language, "en");
  EXPECT_EQ(data.body, "One.\n\nTwo.");
}

TEST(LinkedData, FollowsReferencesInAGraph) {
  const LinkedData data = read({R"({"@graph": [
    {"@type": "WebSite", "@id": "#site", "name": "Fjord Post"},
    {"@type": "WebPage", "@id": "#page", "datePublished": "2024-01-01", "name": "Ferry - Fjord Post"},
    {"@type": "Article", "headline": "Ferry", "author": {"@id": "#ida"}, "publisher": {"@id": "#org"}},
    {"@type": "Person", "@id": "#ida", "name": "Ida Lund"},
    {"@type": "Organization", "@id": "#org", "name": "Fjord Media"}]})"});
  EXPECT_EQ(names(data), Names{"Ida Lund"});
  EXPECT_EQ(data.publisher, "Fjord Media");
  EXPECT_EQ(data.site, "Fjord Post");
  EXPECT_EQ(data.published, "2024-01-01") << "from the page where the article is silent";
  EXPECT_EQ(data.headline, "Ferry");
}

TEST(LinkedData, TellsThePageFromItsTeasers) {
  const LinkedData data = read(
      {R"({"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Other", "author": "Someone Else"}]})",
       R"([{"@type": "NewsArticle", "headline": "Third"}, {"@type": "NewsArticle", "headline": "Ferry sails", "author": "Ida Lund"}])"},
      "Ferry sails");
  EXPECT_EQ(data.headline, "Ferry sails");
  EXPECT_EQ(names(data), Names{"Ida Lund"});
}

TEST(LinkedData, TakesTheMainEntityOfAPage) {
  const LinkedData data = read(
      {R"({"@type": "WebPage", "mainEntity": {"@type": ["Article", "ReportageNewsArticle"], "headline": "Ferry"}})"});
  EXPECT_TRUE(data.is_article);
  EXPECT_EQ(data.headline, "Ferry");
}

TEST(LinkedData, JoinsSeveralNodesOfOneStory) {
  const LinkedData data =
      read({R"({"@type": "NewsArticle", "headline": "Ferry", "datePublished": "2024-02-03"})",
            R"({"@type": "Article", "headline": "Ferry", "author": {"givenName": "Ida", "familyName": "Lund"}})"});
  EXPECT_EQ(data.published, "2024-02-03");
  EXPECT_EQ(names(data), Names{"Ida Lund"});
}

TEST(LinkedData, ReadsBlocksEscapedAsHtml) {
  EXPECT_EQ(read({"{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Ferry&quot;}"}).headline,
            "Ferry");
}

TEST(LinkedData, KnowsTypesByAddress) {
  EXPECT_TRUE(read({R"({"@type": "https://schema.org/NewsArticle", "headline": "Ferry"})"}).is_article);
}

TEST(LinkedData, TellsListings) {
  EXPECT_TRUE(read({R"({"@type": "CollectionPage", "name": "Coast"})"}).is_listing);
  EXPECT_FALSE(read({R"({"@type": "NewsArticle", "headline": "Ferry"})"}).is_listing);
}

TEST(LinkedData, SurvivesNothing) {
  const LinkedData data = read({"", "[]", "{}", "null", "{\"@type\": 5, \"author\": [[[[[[[\"x\"]]]]]]]}"});
  EXPECT_FALSE(data.is_article);
  EXPECT_TRUE(data.headline.empty());
}

TEST(LinkedData, SurvivesReferencesInACircle) {
  const LinkedData data = read({R"({"@graph": [{"@type": "Article", "@id": "#a", "author": {"@id": "#b"}},
    {"@type": "Person", "@id": "#b", "@list": {"@id": "#b"}}]})"});
  EXPECT_TRUE(data.authors.empty());
}

}  // namespace
}  // namespace morgue::webpage
