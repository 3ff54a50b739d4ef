// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/file_lock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <memory>
#include <thread>

#include "core/error.h"
#include "tests/support/temp_dir.h"

namespace morgue::io {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;

TEST(FileLock, SecondHolderIsToldWhoTheFirstIs) {
  const test::TempDir dir;
  const auto path = dir.path() / "lock";
  const FileLock held(path, "ingest a\nb.jsonl");
  std::string line;
  std::getline(std::ifstream(path), line);
  EXPECT_THAT(line,
              MatchesRegex(std::to_string(getpid()) + " ingest a b.jsonl [0-9]+-[0-9]+-[0-9]+T[0-9]+:[0-9]+:[0-9]+Z"));
  try {
    const FileLock second(path, "reindex");
    FAIL() << "both hold the lock";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::Locked);
    EXPECT_THAT(error.message(), HasSubstr("process " + std::to_string(getpid()) + " (ingest a b.jsonl, started 2"));
    EXPECT_FALSE(error.hint().empty());
  }
}

TEST(FileLock, IsFreeAfterwardsAndTheFileStays) {
  const test::TempDir dir;
  const auto path = dir.path() / "lock";
  { const FileLock held(path, "a long command line that is written first"); }
  EXPECT_TRUE(std::filesystem::exists(path));
  const FileLock again(path, "short");
  std::string all;
  std::getline(std::ifstream(path), all, '\0');
  EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 1);
}

TEST(FileLock, WaitsAsLongAsTold) {
  const test::TempDir dir;
  const auto path = dir.path() / "lock";
  auto held = std::make_unique<FileLock>(path, "first");
  const auto start = std::chrono::steady_clock::now();
  EXPECT_THROW(FileLock(path, "second", 0.15), Error);
  EXPECT_GE(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(140));
  std::thread release([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(120));
    held.reset();
  });
  EXPECT_NO_THROW(FileLock(path, "third", 30));
  release.join();
}

TEST(FileLock, MissingFolderIsAnIoError) {
  const test::TempDir dir;
  try {
    const FileLock lock(dir.path() / "no" / "lock", "x");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::Io);
  }
}

}  // namespace
}  // namespace morgue::io
