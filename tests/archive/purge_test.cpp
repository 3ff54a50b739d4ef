// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/purge.h"

#include <gmock/gmock.h>

#include "archive/compact.h"
#include "tests/archive/archive_fixture.h"

namespace morgue::archive {
namespace {

constexpr const char* kText = "The ferry belongs to Anselm Quintrell of Quay Street, who was seen there on Friday.";
constexpr const char* kOther = "The ferry belongs to Anselm Quintrell of Harbour Lane, who was not seen there at all.";

class PurgeTest : public ArchiveTest {
 protected:
  PurgeResult purge(std::vector<ArticleId> ids) {
    return desk().purge(plan(std::move(ids), true), because("a letter"));
  }
  std::string state() { return value("SELECT count(*) FROM takedowns WHERE state = 'purged'") > 0 ? "purged" : "not"; }
};

TEST_F(PurgeTest, LeavesNoByteOfAnyRevision) {
  ingest(stories(1, 50) + story("secret", kText, R"(,"author":"Dana Whitlocke","topic":"Quintrelliana")"));
  ingest(story("secret", kOther));
  ASSERT_FALSE(files_with("Whitlocke").empty());
  const auto result = purge({51});
  EXPECT_TRUE(result.finished()) << testing::PrintToString(result.proof.left);
  EXPECT_GT(result.proof.pieces, 4);
  EXPECT_GT(result.proof.own_words, 1);
  EXPECT_GT(result.proof.words, 0);
  EXPECT_EQ(result.proof.shared, 0);
  for (const char* word : {"Quintrell", "quintrell", "Whitlocke", "whitlocke"}) {
    EXPECT_TRUE(files_with(word).empty()) << word << " in " << files_with(word).front();
  }
  EXPECT_EQ(state(), "purged");
  EXPECT_EQ(count("*"), 50);
  EXPECT_EQ(value("SELECT count(*) FROM purge_traces"), 0);
  EXPECT_TRUE(look(true).clean()) << all_of(look(true));
}

TEST_F(PurgeTest, LongBodiesAreFoundAsTheyArePacked) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "sentence " + std::to_string(i * 7919) + " of the secret report; ";
  ingest(stories(1, 5) + story("secret", text));
  catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Read);
  const std::string packed = "SELECT count(*) FROM revisions WHERE article_id = 6 AND body_coding = 'zstd'";
  ASSERT_EQ(catalog.connection().integer(packed), 1);
  // A copy of the catalog that somebody left in the folder has the body in it, and only packed.
  std::filesystem::copy_file(layout_.catalog(), layout_.root() / "catalog.db.old");
  std::filesystem::copy_file(layout_.catalog().string() + "-wal", layout_.root() / "catalog.db.old-wal");
  ASSERT_TRUE(files_with("of the secret report; sentence").empty());
  const auto result = purge({6});
  EXPECT_FALSE(result.finished());
  EXPECT_THAT(result.proof.left, testing::Contains(testing::HasSubstr("catalog.db.old")));
}

TEST_F(PurgeTest, WaitsForASearchThatBeganBeforeAndIsFinishedByTheNextWriter) {
  ingest(stories(1, 20) + story("secret", kText));
  {
    Reader before(layout_);
    ASSERT_EQ(before.count(query::parse("quintrell", {})), 1);
    const auto result = purge({21});
    EXPECT_TRUE(result.held_up);
    EXPECT_FALSE(result.finished());
    EXPECT_EQ(before.count(query::parse("quintrell", {})), 1) << "its snapshot stays";
    EXPECT_EQ(count("quintrell"), 0);
    EXPECT_EQ(state(), "not");
  }
  ingest(stories(30, 30));
  EXPECT_EQ(state(), "purged");
  EXPECT_TRUE(files_with("Quintrell").empty());
}

TEST_F(PurgeTest, WhatAnotherArticleSaysTooStaysThereAndIsTold) {
  ingest(stories(1, 3) + story("a", kText) + story("b", std::string(kText) + " A tug came."));
  const auto result = purge({4});
  EXPECT_TRUE(result.finished()) << testing::PrintToString(result.proof.left);
  EXPECT_GT(result.proof.shared, 0);
  ASSERT_EQ(result.proof.copies.size(), 1U);
  EXPECT_EQ(result.proof.copies.front().first, 5);
  EXPECT_EQ(matches("quintrell"), std::vector<ArticleId>{5});
}

TEST_F(PurgeTest, ACopyInTheFolderIsNotPassedOver) {
  ingest(stories(1, 3) + story("secret", kText));
  const auto notes = dir_.write("archive/notes.txt", kText);
  const auto result = purge({4});
  EXPECT_FALSE(result.finished());
  EXPECT_THAT(result.proof.left, testing::ElementsAre(testing::HasSubstr("notes.txt")));
  EXPECT_EQ(state(), "not");
  std::filesystem::remove(notes);
  EXPECT_TRUE(desk().finished().front().finished());
  EXPECT_EQ(state(), "purged");
}

TEST_F(PurgeTest, NothingBringsItBack) {
  const std::string dump = stories(1, 3) + story("secret", kText);
  ingest(dump);
  purge({4});
  const auto again = ingest(dump);
  EXPECT_EQ(again.counts.rejected, 1);
  EXPECT_EQ(again.withdrawn, 1);
  EXPECT_EQ(again.exit_code, 0) << "that a dump has it is no news";
  EXPECT_EQ(ingest(story("secret", "A correction.")).withdrawn, 1) << "by its key";
  std::string copy = story("copy", kText);
  copy.replace(copy.find("Story copy"), 10, "Story secret");
  EXPECT_EQ(ingest(copy).withdrawn, 1) << "by its text";
  EXPECT_EQ(count("*"), 3);
  EXPECT_TRUE(files_with("Quintrell").empty()) << "in " << files_with("Quintrell").front();
  EXPECT_EQ(value("SELECT count(*) FROM rejects WHERE excerpt <> ''"), 0);
}

TEST_F(PurgeTest, NothingBringsItBackAfterTheArchiveIsCompacted) {
  ingest(stories(1, 3) + story("secret", kText));
  purge({4});
  CompactOptions options;
  options.step = [](const std::string&) {};
  compact(layout_, options, "morgue compact");
  EXPECT_EQ(ingest(story("secret", kText)).withdrawn, 1);
  EXPECT_TRUE(look().clean()) << all_of(look());
}

TEST_F(PurgeTest, AFounderThatGoesHandsOnItsFamily) {
  const std::string text =
      "The harbour master called a tug on Friday evening when the ferry ran aground off the northern mole with ninety"
      " people on board, none of whom was hurt, and the inquiry begins on Monday in the old customs house.";
  ingest(story("1", text) + story("2", text + " Fog was seen.") + story("3", text + " Rain was seen."));
  purge({1});
  EXPECT_EQ(Reader(layout_).find(3)->cluster, 2);
  EXPECT_TRUE(look(true).clean()) << all_of(look(true));
}

TEST_F(PurgeTest, EveryArticle) {
  ingest(stories(1, 3));
  EXPECT_TRUE(purge({1, 2, 3}).finished());
  EXPECT_EQ(count("*"), 0);
  EXPECT_TRUE(look(true).clean()) << all_of(look(true));
  EXPECT_EQ(ingest(stories(1, 4)).counts.added, 1);
  EXPECT_EQ(matches("*"), std::vector<ArticleId>{4}) << "ids are never given again";
}

TEST_F(PurgeTest, OfNothingButAHeadlineOfTwoWords) {
  ingest(stories(1, 3) + R"({"id":"x","title":"Kurz","text":"","date":"2020-01-02"})" + "\n");
  EXPECT_TRUE(purge({4}).finished());
  EXPECT_EQ(count("*"), 3);
}

}  // namespace
}  // namespace morgue::archive
