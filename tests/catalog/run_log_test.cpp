// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/run_log.h"

#include <gtest/gtest.h>

#include "tests/catalog/catalog_fixture.h"

namespace morgue::catalog {
namespace {

using RunLogTest = CatalogTest;

TEST_F(RunLogTest, RunIsOpenUntilFinished) {
  const RunCounts counts = {10, 4, 3, 1, 1, 1};
  runs_.update(run_, counts);
  auto run = runs_.find(run_);
  ASSERT_TRUE(run);
  EXPECT_EQ(run->command, "ingest harbour.jsonl");
  EXPECT_EQ(run->started, 1000);
  EXPECT_FALSE(run->finished);
  EXPECT_FALSE(run->exit_code);
  EXPECT_EQ(run->counts.rejected, 1);

  runs_.finish(run_, {12, 5, 3, 2, 1, 1}, 3, 1060);
  run = runs_.find(run_);
  EXPECT_EQ(run->finished, 1060);
  EXPECT_EQ(run->exit_code, 3);
  EXPECT_EQ(run->counts.records, 12);
  EXPECT_EQ(run->counts.added, 5);
  EXPECT_EQ(run->counts.revised, 3);
  EXPECT_EQ(run->counts.unchanged, 2);
  EXPECT_EQ(run->counts.duplicates, 1);
}

TEST_F(RunLogTest, RecentOnesComeNewestFirst) {
  const auto second = runs_.start("ingest b", 2000);
  const auto third = runs_.start("ingest c", 1500);
  const auto recent = runs_.recent(2);
  ASSERT_EQ(recent.size(), 2U);
  EXPECT_EQ(recent[0].id, third);
  EXPECT_EQ(recent[1].id, second);
  EXPECT_EQ(runs_.recent(100).size(), 3U);
  EXPECT_TRUE(runs_.recent(0).empty());
}

TEST_F(RunLogTest, UnknownRun) {
  EXPECT_FALSE(runs_.find(77));
  EXPECT_EQ(error_of([&] { runs_.update(77, {}); }).code(), ErrorCode::Internal);
}

}  // namespace
}  // namespace morgue::catalog
