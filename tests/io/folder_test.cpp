// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/error.h"
#include "tests/support/temp_dir.h"

namespace morgue::io {
namespace {

namespace fs = std::filesystem;

TEST(Folder, ListsWhatIsInIt) {
  const test::TempDir dir;
  dir.write("a/one", "1");
  dir.write("a/two", "2");
  dir.write("a/b/three", "3");
  fs::create_symlink("nowhere", dir.path() / "a" / "link");
  std::error_code failure;
  auto all = list_folder(dir.path() / "a", failure);
  EXPECT_FALSE(failure);
  std::ranges::sort(all);
  const fs::path a = dir.path() / "a";
  EXPECT_EQ(all, (std::vector<fs::path>{a / "b", a / "link", a / "one", a / "two"}));
}

TEST(Folder, SaysWhatCannotBeListed) {
  const test::TempDir dir;
  std::error_code failure;
  EXPECT_TRUE(list_folder(dir.path() / "none", failure).empty());
  EXPECT_EQ(failure, std::errc::no_such_file_or_directory);
  EXPECT_TRUE(list_folder(dir.write("file", ""), failure).empty());
  EXPECT_EQ(failure, std::errc::not_a_directory);
}

TEST(RemoveTree, TakesAllButWhatLinksLeadTo) {
  const test::TempDir dir;
  dir.write("outside/kept", "precious");
  dir.write("tree/a/b/c/file", "1");
  dir.write("tree/file", "2");
  fs::create_directory_symlink(dir.path() / "outside", dir.path() / "tree" / "a" / "link");
  fs::create_symlink("nowhere", dir.path() / "tree" / "dangling");
  remove_tree(dir.path() / "tree");
  EXPECT_FALSE(fs::exists(fs::symlink_status(dir.path() / "tree")));
  EXPECT_TRUE(fs::exists(dir.path() / "outside" / "kept"));
}

TEST(RemoveTree, TakesALinkItselfAndAFile) {
  const test::TempDir dir;
  dir.write("outside/kept", "precious");
  fs::create_directory_symlink("outside", dir.path() / "link");
  remove_tree(dir.path() / "link");
  EXPECT_FALSE(fs::exists(fs::symlink_status(dir.path() / "link")));
  EXPECT_TRUE(fs::exists(dir.path() / "outside" / "kept"));
  remove_tree(dir.path() / "outside" / "kept");
  EXPECT_FALSE(fs::exists(dir.path() / "outside" / "kept"));
  EXPECT_NO_THROW(remove_tree(dir.path() / "none"));
}

TEST(RemoveTree, SaysWhatItCannotRemove) {
  std::error_code failure;
  remove_tree("/proc/self/status", failure);
  EXPECT_TRUE(failure);
  EXPECT_THROW(remove_tree("/proc/self/status"), Error);
}

}  // namespace
}  // namespace morgue::io
