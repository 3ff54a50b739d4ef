// SPDX-License-Identifier: GPL-2.0-or-later
// Receipts of searches: what became of an answer, and of nothing else.
#include "archive/receipt.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "archive/compact.h"
#include "tests/archive/archive_fixture.h"

namespace morgue::archive {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ReceiptTest : public ArchiveTest {
 protected:
  Receipt take(const std::string& query) {
    Reader reader(layout_);
    return take_receipt(reader, query::parse(query, {}), kNow);
  }
  ReceiptCheck check(const Receipt& receipt) {
    Reader reader(layout_);
    return check_receipt(reader, receipt, kNow);
  }
  /// `+5` added, `~1` changed, `-3:N` withdrawn for reason N.
  static std::vector<std::string> told(const ReceiptCheck& check) {
    std::vector<std::string> out;
    for (const auto& entry : check.changes.entries) {
      const std::string id = std::to_string(entry.id);
      if (entry.change == Change::New) out.push_back("+" + id);
      if (entry.change == Change::Changed) out.push_back("~" + id);
      if (entry.change == Change::Withdrawn)
        out.push_back("-" + id + ":" + std::to_string(static_cast<int>(entry.why)));
    }
    return out;
  }
  static std::string because_of(Withdrawal why) { return std::to_string(static_cast<int>(why)); }

  static constexpr std::int64_t kNow = 1'796'000'000;
};

TEST_F(ReceiptTest, HoldsEveryMatchNewestFirst) {
  ingest(story("1", "ferry") + R"({"id":"2","title":"B","text":"ferry","date":"2021-01-01"})" + "\n" +
         story("3", "tram") + story("4", "ferry"));
  const Receipt receipt = take("ferry");
  std::vector<ArticleId> ids;
  for (const auto& match : receipt.matches) ids.push_back(match.id);
  EXPECT_EQ(ids, matches("ferry"));
  EXPECT_EQ(ids.front(), 2);
  EXPECT_EQ(receipt.tree, "ferry");
  EXPECT_EQ(receipt.ids_hash,
            text_hash(std::to_string(ids[0]) + "\n" + std::to_string(ids[1]) + "\n" + std::to_string(ids[2]) + "\n"));
  EXPECT_EQ(receipt.state.articles, 4);
  EXPECT_EQ(receipt.state.seq, 4);
  EXPECT_EQ(receipt.state.time, kNow);
  for (const auto& match : receipt.matches) EXPECT_EQ(match.revision, 1);
}

TEST_F(ReceiptTest, TheOrderIsPartOfTheHash) {
  const std::vector<ReceiptMatch> there = {{1}, {23}};
  const std::vector<ReceiptMatch> back = {{23}, {1}};
  const std::vector<ReceiptMatch> other = {{12}, {3}};
  EXPECT_NE(hash_of_ids(there), hash_of_ids(back));
  EXPECT_NE(hash_of_ids(there), hash_of_ids(other));
}

TEST_F(ReceiptTest, NamesWhatDiffersAndNothingElse) {
  ingest(story("1", "ferry one") + story("2", "ferry two") + story("3", "ferry three") + story("4", "ferry four") +
         story("5", "tram"));
  const Receipt receipt = take("ferry");
  EXPECT_TRUE(check(receipt).same);

  ingest(story("1", "ferry one, again") + story("2", "tram two") + story("6", "tram"));
  desk().withhold(plan({3}), because("order"));
  ingest(story("7", "ferry seven"));
  const ReceiptCheck found = check(receipt);
  EXPECT_FALSE(found.same);
  EXPECT_THAT(told(found), ElementsAre("+7", "~1", "-2:" + because_of(Withdrawal::Revised),
                                       "-3:" + because_of(Withdrawal::Withheld)));
  EXPECT_EQ(found.now.matches.size(), 3U);
  EXPECT_TRUE(check(take("ferry")).same);
}

TEST_F(ReceiptTest, TakesNoNoticeOfOtherSegments) {
  ingest(stories(1, 40));
  ingest(stories(41, 60));
  const Receipt receipt = take("harbour OR ferry");
  ASSERT_GT(receipt.matches.size(), 20U);
  CompactOptions options;
  options.step = [](const std::string&) {};
  ASSERT_GT(compact(layout_, options, "morgue compact").indexed, 0);
  const ReceiptCheck found = check(receipt);
  EXPECT_TRUE(found.same);
  EXPECT_THAT(told(found), IsEmpty());
}

/// A watched search forgets it without a word; an answer that lost an article is another answer.
TEST_F(ReceiptTest, TellsOfWhatLeftUnchanged) {
  ingest(story("1", "ferry") + story("2", "ferry"));
  Receipt receipt = take("ferry");
  receipt.tree = "ferry key:1";
  EXPECT_THAT(told(check(receipt)), ElementsAre("-2:" + because_of(Withdrawal::Unmatched)));
}

TEST_F(ReceiptTest, TellsOfTheTextsOfArticlesThatWereWithdrawnAlready) {
  ingest(story("1", "ferry"));
  sql("UPDATE articles SET status = 'canceled'");
  const Receipt receipt = take("ferry");
  ASSERT_EQ(receipt.matches.size(), 1U);
  EXPECT_TRUE(receipt.matches.front().canceled);
  EXPECT_TRUE(check(receipt).same);
  sql("DELETE FROM indexed");
  sql("DELETE FROM articles");
  sql("INSERT INTO tombstones SELECT number, 1 FROM segments");
  EXPECT_THAT(told(check(receipt)), ElementsAre("-1:" + because_of(Withdrawal::Removed)));
}

TEST_F(ReceiptTest, AnotherOrderIsAnotherAnswer) {
  ingest(story("1", "ferry") + story("2", "ferry"));
  Receipt receipt = take("ferry");
  std::ranges::reverse(receipt.matches);
  receipt.ids_hash = hash_of_ids(receipt.matches);
  const ReceiptCheck found = check(receipt);
  EXPECT_FALSE(found.same);
  EXPECT_THAT(told(found), IsEmpty());
}

TEST_F(ReceiptTest, SaysWhoseFaultADifferenceMayBe) {
  ingest(story("1", "ferry"));
  Receipt receipt = take("ferry");
  EXPECT_FALSE(check(receipt).other_analyser);
  EXPECT_FALSE(check(receipt).older_archive);
  receipt.analyser = "another";
  receipt.state.seq += 1;
  EXPECT_TRUE(check(receipt).other_analyser);
  EXPECT_TRUE(check(receipt).older_archive);
  receipt.state.archive = "another";
  EXPECT_EQ(error_of([&] { check(receipt); }).code(), ErrorCode::Usage);
}

}  // namespace
}  // namespace morgue::archive
