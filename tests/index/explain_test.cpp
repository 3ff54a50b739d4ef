// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/index/small_archive.h"

namespace morgue::index {
namespace {

using query::FieldId;
using query::Node;
using test::article;
using test::phrase;
using test::word;
using testing::ElementsAre;
using testing::IsEmpty;

Node all_of(std::vector<Node> nodes) {
  return {query::And{std::move(nodes)}, {}};
}
Node any_of(std::vector<Node> nodes) {
  return {query::Or{std::move(nodes)}, {}};
}

class Explained : public testing::Test {
 protected:
  Explained() {
    archive_.add_segment({article(1, "Strike at the port", "The port is closed."),
                          article(2, "Strikes spread", "More ports closed, more striking workers."),
                          article(3, "Calm sea", "Nothing happened at the harbour.")});
    archive_.add_segment({article(4, "Strike over", "Work at the harbour goes on."), article(5, "Strike", "Again.")},
                         {2});  // article 4: of two without a date the larger id comes first
  }
  test::SmallArchive archive_;
};

std::vector<std::string> words(const Explanation& explanation) {
  std::vector<std::string> out;
  for (const auto& form : explanation.forms) out.push_back(form.word + " " + std::to_string(form.articles));
  return out;
}

TEST_F(Explained, CountsOfClausesAndOfTheQueryWithoutThem) {
  const auto searcher = archive_.searcher();
  const auto found = searcher.explain(all_of({word("strike"), word("port"), word("closed", FieldId::Headline)}));
  EXPECT_EQ(found.clause, "strike port headline:closed");
  EXPECT_EQ(found.articles, 0);
  EXPECT_EQ(found.without, std::nullopt);
  ASSERT_EQ(found.of.size(), 3U);
  EXPECT_EQ(found.of[0].clause, "strike");
  EXPECT_EQ(found.of[0].articles, 3);
  EXPECT_EQ(found.of[0].without, 0);
  EXPECT_EQ(found.of[1].articles, 2);
  EXPECT_EQ(found.of[2].articles, 0);
  EXPECT_EQ(found.of[2].without, 2);
}

TEST_F(Explained, FormsWithTheirArticles) {
  const auto searcher = archive_.searcher();
  EXPECT_THAT(words(searcher.explain(word("strikes"))), ElementsAre("strike 2", "strikes 1", "striking 1"));
  EXPECT_THAT(words(searcher.explain({query::Wildcard{FieldId::Text, "po*"}, {}})), ElementsAre("port 1", "ports 1"));
  EXPECT_THAT(words(searcher.explain({query::Fuzzy{FieldId::Text, "prot", 1}, {}})), ElementsAre("port 1"));
  EXPECT_THAT(words(searcher.explain(phrase("the port"))), IsEmpty());
}

TEST_F(Explained, InsideOfGroups) {
  const auto searcher = archive_.searcher();
  const auto found = searcher.explain(all_of({any_of({word("sea"), word("port")}), test::negation(word("harbour"))}));
  EXPECT_EQ(found.articles, 2);
  EXPECT_EQ(found.of[0].of[0].clause, "sea");
  EXPECT_EQ(found.of[0].of[0].without, 2);  // port NOT harbour
  EXPECT_EQ(found.of[0].of[1].without, 0);  // sea NOT harbour
  EXPECT_EQ(found.of[1].without, 3);
  EXPECT_EQ(found.of[1].of[0].without, 3);  // the negation of nothing goes with it
}

TEST_F(Explained, OperandsOfProximity) {
  const auto searcher = archive_.searcher();
  query::Near near{3, true, {word("strike"), any_of({word("port"), word("sea")})}};
  const auto found = searcher.explain({near, {}});
  EXPECT_EQ(found.articles, 1);
  ASSERT_EQ(found.of.size(), 2U);
  EXPECT_EQ(found.of[0].articles, 3);
  EXPECT_EQ(found.of[0].without, std::nullopt);
  EXPECT_EQ(found.of[1].of.size(), 2U);
}

TEST_F(Explained, RespellsWhatOccursNowhere) {
  const auto searcher = archive_.searcher();
  const auto better = [&](const Node& node) -> std::string {
    const auto found = searcher.respell(node);
    return found ? query::print(*found) : "";
  };
  EXPECT_EQ(better(word("harbuor")), "harbour");
  EXPECT_EQ(better(all_of({word("Strikke"), word("prot")})), "strike port");
  EXPECT_EQ(better(phrase("strike at teh prt")), "\"strike at the port\"");
  EXPECT_EQ(better(word("strike")), "");                                // nothing to mend
  EXPECT_EQ(better(word("zebra")), "");                                 // nothing near
  EXPECT_EQ(better(all_of({word("harbuor"), word("spreading")})), "");  // still finds nothing
  EXPECT_EQ(better(test::negation(word("harbuor"))), "");               // well excluded
}

TEST_F(Explained, SimilarArticlesWithoutItself) {
  test::SmallArchive archive;
  std::vector<StoredArticle> articles = {
      article(1, "Harvest of plums fails", "Frost in the valley ruined the plums of the orchards."),
      article(2, "Plums are dear", "Orchards in the valley report frost, and plums are dear."),
      article(3, "Frost on the roads", "Drivers are warned of frost."),
      article(4, "Goal in the last minute", "The home team won."),
  };
  for (int i = 5; i < 20; ++i) articles.push_back(article(i, "Other news", "Nothing of note was said."));
  archive.add_segment(articles);
  const auto hits = archive.searcher().similar(articles[0], 10);
  ASSERT_GE(hits.size(), 2U);
  EXPECT_EQ(hits[0].id, 2);
  EXPECT_EQ(hits[1].id, 3);
  for (const auto& hit : hits) EXPECT_NE(hit.id, 1);
}

}  // namespace
}  // namespace morgue::index
