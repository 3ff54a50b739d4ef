// SPDX-License-Identifier: GPL-2.0-or-later
// How collections grow: each way is read once, and only what is new.
#include <gmock/gmock.h>

#include "tests/jobs/job_fixture.h"

namespace morgue::jobs {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using GrowthTest = JobTest;

TEST_F(GrowthTest, OfAGrowingFileOnlyTheTailIsRead) {
  collect("nightly", {"grow.jsonl"});
  write("grow.jsonl", story("1", "fog") + story("2", "rain"));
  EXPECT_EQ(run().counts.added, 2);
  EXPECT_EQ(run().counts.records, 0) << "nothing new";
  append("grow.jsonl", story("3", "snow"));
  const auto report = run();
  EXPECT_EQ(report.counts.records, 1);
  EXPECT_EQ(report.counts.added, 1);
  EXPECT_EQ(report.collections.at(0).grown, 1);
  EXPECT_EQ(count("collection:nightly"), 3);
  const auto found = archive::Reader(layout_).find(3);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->record, 3) << "records are counted from the start of the file";
}

TEST_F(GrowthTest, ALineStillBeingWrittenIsWaitedFor) {
  collect("nightly", {"grow.jsonl"});
  const std::string last = story("2", "rain");
  write("grow.jsonl", story("1", "fog") + last.substr(0, 20));
  auto report = run();
  EXPECT_EQ(report.counts.records, 1);
  EXPECT_EQ(report.counts.rejected, 0);
  EXPECT_EQ(files("nightly").at(0).unfinished, 20);
  append("grow.jsonl", last.substr(20));
  report = run();
  EXPECT_EQ(report.counts.added, 1);
  EXPECT_EQ(files("nightly").at(0).unfinished, 0);
  EXPECT_EQ(count("rain"), 1);
}

TEST_F(GrowthTest, ALineThatNobodyFinishesIsRejectedInTheEnd) {
  collect("nightly", {"grow.jsonl"});
  write("grow.jsonl", story("1", "fog") + R"({"id":"2","tit)");
  EXPECT_EQ(run().counts.rejected, 0);
  make_old("grow.jsonl");
  const auto report = run();
  EXPECT_EQ(report.counts.rejected, 1);
  EXPECT_EQ(report.exit_code, 3);
  EXPECT_EQ(run().counts.records, 0);
}

TEST_F(GrowthTest, AFileRewrittenAtItsStartIsReadAsAWhole) {
  collect("nightly", {"grow.jsonl"});
  write("grow.jsonl", story("1", "fog") + story("2", "rain"));
  run();
  write("grow.jsonl", story("1", "sun") + story("2", "rain") + story("3", "snow"));
  const auto report = run();
  EXPECT_EQ(report.counts.records, 3);
  EXPECT_EQ(report.counts.revised, 1);
  EXPECT_EQ(report.counts.added, 1);
  EXPECT_EQ(count("fog"), 0);
}

TEST_F(GrowthTest, AShrunkFileIsReadAsAWholeAndSaid) {
  collect("nightly", {"grow.jsonl"});
  write("grow.jsonl", story("1", "fog") + story("2", "rain"));
  run();
  write("grow.jsonl", story("3", "sun"));
  EXPECT_EQ(run().counts.added, 1);
  EXPECT_THAT(said_, HasSubstr("shrank"));
  EXPECT_EQ(count("collection:nightly"), 3) << "what is stored stays";
}

TEST_F(GrowthTest, AFolderGetsNewFiles) {
  collect("folder", {"in"});
  write("in/a.jsonl", story("1", "fog"));
  write("in/README", "no dump");
  EXPECT_EQ(run().counts.added, 1);
  write("in/deeper/b.jsonl", story("2", "rain"));
  const auto report = run();
  EXPECT_EQ(report.counts.records, 1);
  EXPECT_EQ(report.collections.at(0).fresh, 1);
  EXPECT_EQ(report.exit_code, 0);
}

TEST_F(GrowthTest, DatedFoldersAreFoundByPattern) {
  collect("dated", {"dumps/**/*.jsonl"});
  write("dumps/2026/11/22/a.jsonl", story("1", "fog"));
  run();
  write("dumps/2026/11/23/a.jsonl", story("2", "rain"));
  write("dumps/2026/11/23/a.log", "not meant");
  const auto report = run();
  EXPECT_EQ(report.counts.records, 1);
  EXPECT_EQ(report.collections.at(0).there, 2);
}

TEST_F(GrowthTest, AFeedThatIsOverwrittenIsReadAsAWhole) {
  collect("feed", {"feed.json"});
  const auto feed = [](const std::string& items) { return "[" + items + "]"; };
  write("feed.json", feed(story("1", "fog") + "," + story("2", "rain")));
  run();
  write("feed.json", feed(story("2", "rain") + "," + story("3", "snow")));
  const auto report = run();
  EXPECT_EQ(report.counts.added, 1);
  EXPECT_EQ(report.counts.unchanged, 1);
  EXPECT_EQ(count("collection:feed"), 3);
}

TEST_F(GrowthTest, AFaultOfAFeedIsSaidOnce) {
  collect("feed", {"feed.json"});
  write("feed.json", "[" + story("1", "fog") + R"(,{"id":"x"}])");
  EXPECT_EQ(run().exit_code, 3);
  write("feed.json", "[" + story("1", "fog") + "," + story("2", "rain") + R"(,{"id":"x"}])");
  const auto report = run();
  EXPECT_EQ(report.counts.rejected, 1);
  EXPECT_EQ(report.fresh_rejects, 0) << "the same record, though it stands elsewhere";
  EXPECT_EQ(report.exit_code, 0);
}

TEST_F(GrowthTest, AFileReplacedInPlaceWithAnOlderClockIsNoticed) {
  collect("replaced", {"a.json"});
  write("a.json", story("1", "fog"));
  run();
  write("a.json", story("1", "sun"));  // as long as before
  make_old("a.json");
  EXPECT_EQ(run().counts.revised, 1);
  EXPECT_EQ(count("sun"), 1);
}

TEST_F(GrowthTest, AFileOnlyTouchedIsNotReadAgain) {
  collect("touched", {"a.json", "b.jsonl"});
  write("a.json", story("1", "fog"));
  write("b.jsonl", story("2", "fog"));
  run();
  make_old("a.json");
  make_old("b.jsonl");
  EXPECT_EQ(run().counts.records, 0);
}

TEST_F(GrowthTest, AFileThatChangesWhileItIsReadIsReadAgain) {
  collect("busy", {"a.json"});
  std::string many;
  for (int i = 0; i < 200; ++i) many += story("k" + std::to_string(i), "fog");
  write("a.json", many);
  bool once = false;
  on_progress_ = [&](const archive::IngestProgress& progress) {
    if (progress.stage == archive::IngestProgress::Stage::Reading && !std::exchange(once, true)) {
      write("a.json", story("k0", "sun"));
    }
  };
  run();
  EXPECT_THAT(said_, HasSubstr("changed while it was read"));
  on_progress_ = nullptr;
  EXPECT_EQ(run().collections.at(0).done.files, 1);
  EXPECT_EQ(count("sun"), 1);
  EXPECT_EQ(run().counts.records, 0);
}

TEST_F(GrowthTest, AFileThatGrowsWhileItIsReadIsReadOn) {
  collect("busy", {"a.jsonl"});
  write("a.jsonl", story("1", "fog"));
  bool once = false;
  on_progress_ = [&](const archive::IngestProgress&) {
    if (!std::exchange(once, true)) append("a.jsonl", story("2", "rain"));
  };
  run();
  run();
  EXPECT_EQ(count("collection:busy"), 2);
  EXPECT_EQ(run().counts.records, 0);
}

TEST_F(GrowthTest, AnInterruptedRunIsContinuedWithinTheFile) {
  collect("large", {"a.jsonl", "b.jsonl"});
  std::string many;
  for (int i = 0; i < 120; ++i) many += story("k" + std::to_string(i), "fog");
  write("a.jsonl", many);
  write("b.jsonl", story("last", "rain"));
  int seen = 0;
  stop_ = [&seen] { return ++seen == 100; };
  auto report = run();
  EXPECT_TRUE(report.interrupted);
  EXPECT_EQ(report.exit_code, 130);
  EXPECT_EQ(report.counts.records, 100);
  EXPECT_EQ(files("large").at(0).records, 100);
  stop_ = nullptr;
  report = run();
  EXPECT_EQ(report.counts.records, 21) << "what was committed is not read again";
  EXPECT_EQ(report.counts.added, 21);
  EXPECT_EQ(count("collection:large"), 121);
}

TEST_F(GrowthTest, CompressedFilesAreReadAsAWhole) {
  collect("packed", {"a.jsonl"});
  // One frame stored as it is, by hand: the first bytes tell that it is compressed.
  const std::string text = story("1", "fog");
  ASSERT_LT(text.size(), 256U);
  std::string frame = "\x28\xB5\x2F\xFD";
  frame += '\x20';
  frame += static_cast<char>(text.size());
  const auto header = static_cast<unsigned>(text.size()) << 3U | 1U;
  for (int i = 0; i < 3; ++i) frame += static_cast<char>(header >> (8 * i) & 0xFFU);
  write("a.jsonl", frame + text);
  EXPECT_EQ(run().counts.added, 1);
  EXPECT_FALSE(files("packed").at(0).offset);
}

TEST_F(GrowthTest, TwoCollectionsMayGiveTheSameArticle) {
  collect("one", {"a.jsonl"});
  collect("two", {"b.jsonl"});
  write("a.jsonl", story("1", "fog"));
  run();
  EXPECT_EQ(count("collection:one"), 1);
  write("b.jsonl", story("1", "fog") + story("2", "rain"));
  const auto report = run();
  EXPECT_EQ(report.counts.unchanged, 1);
  EXPECT_EQ(count("collection:one"), 1);
  EXPECT_EQ(count("collection:two"), 2);
  EXPECT_EQ(count("collection:one collection:two"), 1);
  EXPECT_EQ(count("collection:two -collection:one"), 1);
  EXPECT_EQ(count("has:collection fog"), 1);
}

TEST_F(GrowthTest, AVanishedPathIsSaidAndItsArticlesStay) {
  collect("a", {"a.jsonl"});
  collect("b", {"b.jsonl"});
  write("a.jsonl", story("1", "fog"));
  run();
  std::filesystem::remove(dir_.path() / "a.jsonl");
  write("b.jsonl", story("2", "rain"));
  const auto report = run();
  EXPECT_EQ(report.exit_code, 2);
  EXPECT_THAT(said_, HasSubstr("a.jsonl"));
  EXPECT_EQ(report.counts.added, 1) << "the other collection is none the worse";
  EXPECT_EQ(count("collection:a"), 1);
  write("a.jsonl", story("1", "fog"));
  EXPECT_EQ(run().exit_code, 0);
}

TEST_F(GrowthTest, FilesThatAreTakenAwayAreNoTrouble) {
  collect("spool", {"in"});
  write("in/a.jsonl", story("1", "fog"));
  write("in/b.jsonl", story("2", "rain"));
  run();
  std::filesystem::remove(dir_.path() / "in" / "a.jsonl");
  auto report = run();
  EXPECT_EQ(report.exit_code, 0);
  EXPECT_EQ(report.collections.at(0).gone, 1);
  EXPECT_EQ(run().collections.at(0).gone, 0) << "said once";
  write("in/a.jsonl", story("1", "fog"));
  EXPECT_EQ(run().counts.added, 0);
  std::filesystem::remove(dir_.path() / "in" / "a.jsonl");
  std::filesystem::remove(dir_.path() / "in" / "b.jsonl");
  report = run();
  EXPECT_EQ(report.exit_code, 2);
  EXPECT_THAT(said_, HasSubstr("all its files are gone"));
}

TEST_F(GrowthTest, AFileTakenAwayBeforeItsTurnIsNoTrouble) {
  collect("spool", {"in"});
  write("in/a.jsonl", story("1", "fog"));
  write("in/b.jsonl", story("2", "rain"));
  on_progress_ = [this](const archive::IngestProgress&) { std::filesystem::remove(dir_.path() / "in" / "b.jsonl"); };
  const auto report = run();
  EXPECT_EQ(report.exit_code, 0);
  EXPECT_EQ(report.counts.added, 1);
  EXPECT_THAT(said_, HasSubstr("gone before it could be read"));
  EXPECT_THAT(files("spool"), SizeIs(1));
}

TEST_F(GrowthTest, WhatIsNoDumpIsSaidOnceAndRemembered) {
  collect("wrong", {"a.bin"});
  write("a.bin", std::string("\x7F"
                             "ELF\x02\x01\x01\0\0\0",
                             10));
  EXPECT_EQ(run().exit_code, 2);
  EXPECT_TRUE(files("wrong").at(0).problem);
  EXPECT_EQ(run().exit_code, 0);
  write("a.bin", story("1", "fog"));
  EXPECT_EQ(run().counts.added, 1);
  EXPECT_FALSE(files("wrong").at(0).problem);
}

TEST_F(GrowthTest, AnEmptyFileIsOneThatWillGrow) {
  collect("nightly", {"grow.jsonl"});
  write("grow.jsonl", "");
  EXPECT_EQ(run().exit_code, 0);
  append("grow.jsonl", story("1", "fog"));
  EXPECT_EQ(run().counts.added, 1);
}

TEST_F(GrowthTest, ReadsAgainWhatIsKnownWhenAsked) {
  collect("nightly", {"grow.jsonl"});
  write("grow.jsonl", story("1", "fog") + story("2", "rain"));
  run();
  JobOptions options;
  options.again = true;
  EXPECT_EQ(run(options).counts.unchanged, 2);
}

}  // namespace
}  // namespace morgue::jobs
