// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/takedown.h"

#include "archive/reindex.h"
#include "tests/archive/archive_fixture.h"

namespace morgue::archive {
namespace {

class TakedownTest : public ArchiveTest {};

using Ids = std::vector<ArticleId>;

TEST_F(TakedownTest, WithheldIsInNoResultAndCountedApart) {
  ingest(stories(1, 4));
  EXPECT_EQ(desk().withhold(plan({2, 3}), because("court order")), 1);
  Reader reader(layout_);
  const auto all = query::parse("*", {});
  EXPECT_EQ(reader.matches(all), (Ids{4, 1}));
  EXPECT_EQ(reader.count(all), 2);
  EXPECT_EQ(reader.withheld(all), 2);
  EXPECT_EQ(reader.withheld(query::parse("number3", {})), 1);
  EXPECT_EQ(reader.withheld(query::parse("number4", {})), 0);
  EXPECT_FALSE(reader.find(2));
  EXPECT_TRUE(reader.revisions(3).empty());
  for (const auto& hit : reader.similar(1, {}).hits) EXPECT_EQ(hit.article.id, 4);
}

TEST_F(TakedownTest, StaysWithheldWhenTheIndexIsMadeAgainAndWhenItIsRevised) {
  ingest(stories(1, 3));
  desk().withhold(plan({2}), because("court order"));
  EXPECT_EQ(ingest(story("2", "another text about the fog")).counts.revised, 1);
  EXPECT_EQ(count("*"), 2);
  IndexOptions again;
  again.full = true;
  reindex(layout_, again, "morgue reindex");
  EXPECT_EQ(matches("*"), (Ids{3, 1}));
  desk().undo(1);
  EXPECT_EQ(matches("another text"), Ids{2});
}

TEST_F(TakedownTest, ASearchThatBeganBeforeKeepsItsSnapshot) {
  ingest(stories(1, 3));
  Reader before(layout_);
  desk().withhold(plan({2}), because("court order"));
  EXPECT_EQ(before.count(query::parse("*", {})), 3);
  EXPECT_EQ(count("*"), 2);
}

TEST_F(TakedownTest, EndsByItself) {
  ingest(stories(1, 2));
  auto options = because("until the verdict");
  options.until = Timestamp::from_string("2199-01-02");
  desk().withhold(plan({1}), options);
  EXPECT_EQ(count("*"), 1);
  sql("UPDATE takedowns SET hidden_until = 1000, until = '1999-01-02'; UPDATE articles SET hidden_until = 1000"
      " WHERE id = 1");
  EXPECT_EQ(count("*"), 2);
  EXPECT_EQ(error_of([&] { desk().undo(1); }).message(), "takedown 1 ended by itself on 1999-01-02");
}

TEST_F(TakedownTest, UndoneByOneAndStillWithheldByAnother) {
  ingest(stories(1, 2));
  EXPECT_EQ(error_of([&] {
              desk().withhold(plan({1}), because("a"));
              plan({1});
            }).code(),
            ErrorCode::Usage);
  TakedownRequest everything;
  everything.query = query::parse("*", {});
  EXPECT_EQ(plan_takedown(layout_, everything).articles.size(), 1U) << "what is withheld is no match";
  sql("INSERT INTO takedowns (number, made, reason, hidden_until, state) VALUES (2, 1, 'b', 9000000000, 'withheld');"
      "INSERT INTO takedown_articles VALUES (2, 1)");
  desk().undo(1);
  EXPECT_EQ(count("*"), 1);
  desk().undo(2);
  EXPECT_EQ(count("*"), 2);
}

TEST_F(TakedownTest, FamilyGoesWhenAskedFor) {
  const std::string text =
      "The harbour master called a tug on Friday evening when the ferry ran aground off the northern mole with ninety"
      " people on board, none of whom was hurt, and the inquiry begins on Monday in the old customs house.";
  ingest(story("1", text) + story("2", text + " Fog was seen.") + stories(3, 3));
  EXPECT_EQ(plan({1}).near_duplicates, Ids{2});
  TakedownRequest request;
  request.ids = {1};
  request.family = true;
  const auto both = plan_takedown(layout_, request);
  EXPECT_EQ(both.articles.size(), 2U);
  EXPECT_TRUE(both.near_duplicates.empty());
  desk().withhold(both, because("court order"));
  EXPECT_EQ(count("*"), 1);
}

TEST_F(TakedownTest, WhatIsNotIndexedYetIsSaid) {
  ingest(stories(1, 2));
  sql("UPDATE articles SET seq = 3 WHERE id = 2; UPDATE meta SET value = 3 WHERE name = 'last_seq';"
      "DELETE FROM indexed WHERE article_id = 2; INSERT INTO tombstones SELECT number, 1 FROM segments;"
      "INSERT INTO pending VALUES (2)");
  TakedownRequest request;
  request.query = query::parse("*", {});
  EXPECT_EQ(plan_takedown(layout_, request).unindexed, 1);
}

TEST_F(TakedownTest, OneWriterAtATime) {
  ingest(stories(1, 1));
  const auto first = std::make_unique<TakedownDesk>(layout_, "morgue takedown", 0, PurgeOptions{});
  const Error refused = error_of([&] { TakedownDesk(layout_, "morgue takedown", 0, {}); });
  EXPECT_EQ(refused.code(), ErrorCode::Locked);
}

}  // namespace
}  // namespace morgue::archive
