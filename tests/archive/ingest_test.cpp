// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/ingest.h"

#include <gtest/gtest.h>

#include "archive/reader.h"
#include "archive/reindex.h"
#include "catalog/segment_table.h"
#include "query/parser.h"
#include "tests/support/temp_dir.h"

namespace morgue::archive {
namespace {

class IngestTest : public ::testing::Test {
 protected:
  IngestReport ingest(const std::vector<std::string>& paths, bool stop = false, std::int64_t max_rejects = -1) {
    IngestOptions options;
    options.intake.paths = paths;
    options.command = "morgue ingest";
    options.max_rejects = max_rejects;
    IngestObserver observer;
    observer.rejected = [](const Reject&) {};
    observer.skipped = [](const Skipped&) {};
    observer.unreadable = [](const Unreadable&) {};
    observer.progress = [](const IngestProgress&) {};
    observer.stop_wanted = [stop] { return stop; };
    return archive::ingest(layout_, options, observer);
  }

  std::string dump(const std::string& name, const std::string& contents) { return dir_.write(name, contents).string(); }

  static std::string story(const std::string& id, const std::string& word) {
    return R"({"id":")" + id + R"(","title":"Story )" + id + R"(","text":"It says )" + word +
           R"(.","date":"2020-01-02"})" + "\n";
  }

  std::int64_t count(const std::string& query) { return Reader(layout_).count(query::parse(query, {})); }

  std::size_t segments() {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Read);
    const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
    return catalog::SegmentTable(catalog).live().size();
  }

  test::TempDir dir_;
  Layout layout_{dir_.path() / "archive"};
};

TEST_F(IngestTest, CountsAddUp) {
  const auto report =
      ingest({dump("a.jsonl", story("1", "fog") + story("1", "fog") + story("1", "rain") + "{\n" + story("2", "fog"))});
  EXPECT_EQ(report.counts.records, 5);
  EXPECT_EQ(report.counts.added, 2);
  EXPECT_EQ(report.counts.duplicates, 1);
  EXPECT_EQ(report.counts.revised, 1);
  EXPECT_EQ(report.counts.rejected, 1);
  EXPECT_EQ(count("rain"), 1);
  EXPECT_EQ(count("fog"), 1) << "the first text of story 1 is superseded";
}

TEST_F(IngestTest, ARevisionInALaterRunReplacesTheDocument) {
  ingest({dump("a.jsonl", story("1", "fog") + story("2", "fog") + story("3", "fog") + story("4", "fog"))});
  ingest({dump("b.jsonl", story("2", "rain"))});
  EXPECT_EQ(count("fog"), 3);
  EXPECT_EQ(count("rain"), 1);
  EXPECT_EQ(count("*"), 4);
  EXPECT_EQ(Reader(layout_).revisions(2).size(), 2U);
}

TEST_F(IngestTest, ManySmallRunsLeaveFewSegments) {
  constexpr int kRuns = 60;
  for (int i = 1; i <= kRuns; ++i) ingest({dump("d.jsonl", story(std::to_string(i), "fog"))});
  EXPECT_EQ(count("fog"), kRuns);
  EXPECT_LE(segments(), 7U);
  std::size_t folders = 0;
  for (const auto& entry : std::filesystem::directory_iterator(layout_.index()))
    folders += entry.is_directory() ? 1 : 0;
  EXPECT_EQ(folders, segments()) << "superseded folders are removed";
}

TEST_F(IngestTest, AnOpenReaderKeepsItsSnapshot) {
  ingest({dump("a.jsonl", story("1", "fog"))});
  Reader before(layout_);
  ingest({dump("b.jsonl", story("1", "rain") + story("2", "fog"))});
  EXPECT_EQ(before.count(query::parse("*", {})), 1);
  EXPECT_EQ(before.search(query::parse("fog", {}), {}).hits.size(), 1U);
  EXPECT_EQ(count("*"), 2);
}

TEST_F(IngestTest, InterruptedRunIsCompletedByTheNext) {
  const auto path = dump("a.jsonl", story("1", "fog") + story("2", "fog"));
  EXPECT_TRUE(ingest({path}, true).interrupted);
  EXPECT_FALSE(ingest({path}).interrupted);
  EXPECT_EQ(count("fog"), 2);
  EXPECT_EQ(Reader(layout_).index_lag(), 0);
}

TEST_F(IngestTest, StopsAtTooManyRejects) {
  const auto report = ingest({dump("a.jsonl", story("1", "fog") + "{\n{\n{\n" + story("2", "fog"))}, false, 1);
  EXPECT_TRUE(report.too_many_rejects);
  EXPECT_EQ(report.counts.records, 3);
  EXPECT_EQ(count("fog"), 1);
}

TEST_F(IngestTest, LeftoverFoldersAreSwept) {
  ingest({dump("a.jsonl", story("1", "fog"))});
  std::filesystem::create_directories(layout_.index() / "seg-000099");
  ingest({dump("b.jsonl", story("2", "fog"))});
  EXPECT_FALSE(std::filesystem::exists(layout_.index() / "seg-000099"));
  EXPECT_EQ(count("fog"), 2);
}

TEST_F(IngestTest, ATableFileThatWasCutShortIsNoticedAndMended) {
  ingest({dump("a.jsonl", story("1", "fog"))});
  for (const auto& entry : std::filesystem::recursive_directory_iterator(layout_.index())) {
    if (entry.path().filename() == "docdata.glass") std::filesystem::resize_file(entry.path(), 10);
  }
  EXPECT_THROW(Reader reader(layout_), Error);
  IndexOptions options;
  options.full = true;
  EXPECT_EQ(reindex(layout_, options, "test"), 1);
  EXPECT_EQ(count("fog"), 1);
}

TEST_F(IngestTest, AFileIsNoArchive) {
  dump("archive", "x");
  EXPECT_THROW(ingest({dump("a.jsonl", story("1", "fog"))}), Error);
  EXPECT_THROW(Reader reader(layout_), Error);
}

}  // namespace
}  // namespace morgue::archive
