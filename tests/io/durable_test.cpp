// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/durable.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "core/error.h"
#include "tests/support/temp_dir.h"

namespace morgue::io {
namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Durable, WritesAndReplacesWithoutLitter) {
  const test::TempDir dir;
  const auto path = dir.path() / "stub";
  write_file_atomically(path, "first");
  EXPECT_EQ(contents(path), "first");
  write_file_atomically(path, std::string("se\0cond", 7));
  EXPECT_EQ(contents(path), std::string("se\0cond", 7));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(dir.path()), {}), 1);
}

TEST(Durable, FailureLeavesTheOldFileAndNoLitter) {
  const test::TempDir dir;
  std::filesystem::create_directory(dir.path() / "taken");
  dir.write("taken/file", "x");
  EXPECT_THROW(write_file_atomically(dir.path() / "taken", "text"), Error);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(dir.path()), {}), 1);
  EXPECT_EQ(contents(dir.path() / "taken" / "file"), "x");
  EXPECT_THROW(write_file_atomically(dir.path() / "nowhere" / "file", "text"), Error);
}

TEST(AtomicFile, TakesTheOldPlaceOnlyWhenCommitted) {
  const test::TempDir dir;
  dir.write("out", "old");
  {
    AtomicFile file(dir.path() / "out");
    file.write(std::string(1U << 20U, 'x'));  // beyond any buffer
    EXPECT_EQ(contents(dir.path() / "out"), "old");
  }
  EXPECT_EQ(contents(dir.path() / "out"), "old");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(dir.path()), {}), 1);
  AtomicFile file(dir.path() / "out");
  file.write("ne");
  file.write("w");
  file.commit();
  EXPECT_EQ(contents(dir.path() / "out"), "new");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(dir.path()), {}), 1);
}

TEST(AtomicFile, FollowsLinksAndLeavesDevicesInPlace) {
  const test::TempDir dir;
  dir.write("real", "old");
  std::filesystem::create_symlink("real", dir.path() / "link");
  write_file_atomically(dir.path() / "link", "new");
  EXPECT_TRUE(std::filesystem::is_symlink(dir.path() / "link"));
  EXPECT_EQ(contents(dir.path() / "real"), "new");
  write_file_atomically("/dev/null", "text");
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

TEST(Durable, SyncsFilesAndFoldersThatExist) {
  const test::TempDir dir;
  dir.write("a", "1");
  dir.write("sub/b", "2");
  EXPECT_NO_THROW(sync_path(dir.path() / "a"));
  EXPECT_NO_THROW(sync_tree(dir.path()));
  EXPECT_THROW(sync_path(dir.path() / "missing"), Error);
  EXPECT_THROW(sync_tree(dir.path() / "missing"), Error);
}

}  // namespace
}  // namespace morgue::io
