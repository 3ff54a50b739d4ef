// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/job.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "catalog/connection.h"
#include "catalog/run_details.h"
#include "io/file_lock.h"
#include "jobs/status.h"
#include "tests/jobs/job_fixture.h"
#include "tests/support/process.h"

namespace morgue::jobs {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST_F(JobTest, HundredsOfSmallRunsLeaveFewSegments) {
  collect("feed", {"in/*.jsonl"});
  constexpr int kRuns = 100;
  for (int i = 0; i < kRuns; ++i) {
    write("in/" + std::to_string(1000 + i) + ".jsonl",
          story(std::to_string(i), "fog") + story("k" + std::to_string(i % 7), "rain" + std::to_string(i)));
    run();
    ASSERT_LE(segments().size(), 6U) << "after run " << i;
  }
  EXPECT_EQ(count("collection:feed"), kRuns + 7);
  EXPECT_EQ(count("fog"), kRuns);
  EXPECT_EQ(count("rain99"), 1);
  EXPECT_EQ(count("rain1"), 0) << "superseded";
  std::size_t folders = 0;
  for (const auto& entry : std::filesystem::directory_iterator(layout_.index()))
    folders += entry.is_directory() ? 1 : 0;
  EXPECT_EQ(folders, segments().size());
}

TEST_F(JobTest, IsWrittenDown) {
  collect("a", {"a.jsonl"});
  collect("b", {"none.jsonl"});
  write("a.jsonl", story("1", "fog") + "{\n");
  const auto report = run();
  catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Read);
  const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  const auto run = catalog::RunLog(catalog).find(report.run);
  ASSERT_TRUE(run);
  EXPECT_EQ(run->exit_code, 2);
  EXPECT_EQ(run->counts.added, 1);
  const auto of = catalog::RunDetails(catalog).collections(report.run);
  ASSERT_THAT(of, SizeIs(1));
  EXPECT_EQ(of[0].collection, "a");
  EXPECT_EQ(of[0].files, 1);
  EXPECT_EQ(of[0].counts.rejected, 1);
  EXPECT_THAT(catalog::RunDetails(catalog).lines(report.run), ElementsAre(HasSubstr("none.jsonl")));
}

TEST_F(JobTest, ARunThatFailsIsWrittenDownToo) {
  collect("a", {"a.jsonl"});
  write("a.jsonl", story("1", "fog"));
  // The index folder cannot be written to: it is a file.
  std::filesystem::remove_all(layout_.index());
  std::ofstream(layout_.index()) << "in the way";
  EXPECT_THROW(run(), Error);
  std::filesystem::remove(layout_.index());
  on_progress_ = [this](const archive::IngestProgress& progress) {
    if (progress.stage != archive::IngestProgress::Stage::Reading) return;
    std::filesystem::remove_all(layout_.index());
    std::ofstream(layout_.index()) << "in the way";
  };
  EXPECT_THROW(run(), Error);
  on_progress_ = nullptr;
  std::filesystem::remove(layout_.index());
  const Status status = status_of(layout_, 3);
  ASSERT_FALSE(status.runs.empty());
  EXPECT_EQ(status.runs[0].run.exit_code, 5);
  EXPECT_EQ(status.runs[0].run.counts.added, 1) << "what was committed before";
  ASSERT_THAT(status.needs, SizeIs(1));
  EXPECT_EQ(status.needs[0].command, "morgue reindex");
  EXPECT_EQ(run().exit_code, 0);
  EXPECT_THAT(status_of(layout_, 3).needs, IsEmpty());
  EXPECT_EQ(count("fog"), 1);
}

TEST_F(JobTest, OnlyChosenCollectionsAreRead) {
  collect("a", {"a.jsonl"});
  collect("b", {"b.jsonl"});
  write("a.jsonl", story("1", "fog"));
  write("b.jsonl", story("2", "rain"));
  JobOptions options;
  options.collections = {"b"};
  EXPECT_EQ(run(options).counts.added, 1);
  EXPECT_EQ(count("collection:a"), 0);
  options.collections = {"c"};
  EXPECT_THROW(run(options), Error);
}

TEST_F(JobTest, ASecondRunWaitsAsLongAsItIsTold) {
  collect("a", {"a.jsonl"});
  const io::FileLock held(layout_.lock(), "morgue ingest x");
  JobOptions options;
  options.wait_seconds = 0.2;
  const auto started = std::chrono::steady_clock::now();
  try {
    run(options);
    ADD_FAILURE() << "it ran beside another writer";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::Locked);
  }
  EXPECT_GE(std::chrono::steady_clock::now() - started, std::chrono::milliseconds(200));
  EXPECT_THAT(status_of(layout_, 1).writer.value_or(""), HasSubstr("morgue ingest x"));
}

TEST_F(JobTest, AnalysesAgainWhatIsAskedFor) {
  collect("a", {"a.jsonl"});
  write("a.jsonl", story("1", "fog") + story("2", "rain"));
  run();
  JobOptions options;
  options.analyse = {2, 77};
  const auto report = run(options);
  EXPECT_EQ(report.analysed, 1);
  EXPECT_GE(report.indexed, 1);
  EXPECT_EQ(count("rain"), 1);
  EXPECT_EQ(count("is:revised"), 0);
}

TEST_F(JobTest, ARemovedCollectionLeavesItsArticles) {
  collect("a", {"a.jsonl"});
  write("a.jsonl", story("1", "fog"));
  run();
  {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Write);
    catalog::Transaction transaction(catalog, catalog::Transaction::Kind::Write);
    catalog::CollectionTable table(catalog);
    EXPECT_EQ(table.remove(table.find("a")->id), 1);
    transaction.commit();
  }
  run();
  EXPECT_EQ(count("collection:a"), 0);
  EXPECT_EQ(count("fog"), 1);
}

TEST_F(JobTest, PreviewSaysWhatARunWouldDo) {
  collect("a", {"a.jsonl", "b.jsonl"});
  write("a.jsonl", story("1", "fog"));
  write("b.jsonl", story("2", "fog"));
  run();
  append("a.jsonl", story("3", "rain"));
  catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Read);
  const Preview found = preview(catalog, {}, false, false);
  ASSERT_THAT(found.collections, SizeIs(1));
  std::vector<FileChange> read;
  for (const auto& planned : found.collections[0].plan.work) {
    if (planned.change != FileChange::Untouched) read.push_back(planned.change);
  }
  EXPECT_THAT(read, ElementsAre(FileChange::Grown));
}

TEST_F(JobTest, StatusNamesWhatNeedsAPerson) {
  collect("a", {"a.jsonl"});
  write("a.jsonl", story("1", "fog"));
  Status status = status_of(layout_, 5);
  EXPECT_EQ(status.collections.at(0).never_read, 1);
  EXPECT_THAT(status.needs, IsEmpty());
  run();
  status = status_of(layout_, 5);
  EXPECT_EQ(status.collections.at(0).never_read, 0);
  EXPECT_EQ(status.articles, 1);
  EXPECT_THAT(status.needs, IsEmpty());

  std::filesystem::rename(dir_.path() / "a.jsonl", dir_.path() / "away");
  status = status_of(layout_, 5);
  ASSERT_THAT(status.needs, SizeIs(1));
  EXPECT_THAT(status.needs[0].what, HasSubstr("a.jsonl"));
  std::filesystem::rename(dir_.path() / "away", dir_.path() / "a.jsonl");

  std::filesystem::resize_file(layout_.segment(segments().at(0).location) / segments().at(0).files.at(0).name, 1);
  status = status_of(layout_, 5);
  ASSERT_THAT(status.needs, SizeIs(1));
  EXPECT_EQ(status.needs[0].command, "morgue reindex --full");
}

TEST_F(JobTest, AChangeOfTheAnalysisIsSaidAndMended) {
  collect("a", {"a.jsonl"});
  write("a.jsonl", story("1", "fog"));
  run();
  {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Write);
    catalog.connection().execute("UPDATE segments SET analyser = 'of yesterday'");
  }
  EXPECT_THROW(count("fog"), Error);
  const Status status = status_of(layout_, 1);
  ASSERT_THAT(status.needs, SizeIs(1));
  EXPECT_EQ(status.needs[0].command, "morgue reindex");
  const auto report = run();
  EXPECT_THAT(said_, HasSubstr("built again"));
  EXPECT_EQ(report.indexed, 1);
  EXPECT_EQ(count("fog"), 1);
}

TEST_F(JobTest, AKilledRebuildingOfFamiliesIsStartedOver) {
  collect("a", {"a.jsonl"});
  std::string body =
      "The ferry left the quay at nine and the harbour master wrote its name into the book of the day, as "
      "he had done for thirty years, before the storm of that night took the pier and the lamp with it.";
  const auto told_by = [&](const std::string& id) {
    return R"({"id":")" + id + R"(","title":"The ferry that left","text":")" + body + "\"}\n";
  };
  write("a.jsonl", told_by("1") + told_by("2"));
  run();
  ASSERT_EQ(count("is:duplicate"), 1);
  {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Write);
    catalog.connection().execute("DELETE FROM sketches; INSERT INTO meta VALUES ('rebuilding_families', 1)");
  }
  run();
  append("a.jsonl", told_by("3"));
  run();
  EXPECT_EQ(count("is:duplicate"), 2) << "the third is like the first, whose sketch was lost";
}

}  // namespace
}  // namespace morgue::jobs
