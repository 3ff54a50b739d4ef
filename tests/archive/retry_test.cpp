// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/retry.h"

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace morgue::archive {
namespace {

TEST(RetryList, ReadsEachFileOnceAndKnowsWhatIsGone) {
  const test::TempDir folder;
  const std::string zip = folder.write("week!7.zip", "x").string();
  const std::string plain = folder.write("a.json", "x").string();
  const RetryList list({{"-", {1}, 1},
                        {"/no/such.json", {2}, 2},
                        {plain, {3, 5}, 9},
                        {zip + "!a/b.json", {1}, 1},
                        {zip + "!c!d.json", {2}, 2}});
  std::vector<std::string> paths;
  for (const IntakeFile& file : list.files()) paths.push_back(file.path);
  EXPECT_EQ(paths, (std::vector<std::string>{plain, zip}));
  EXPECT_EQ(list.gone(), (std::vector<std::string>{"/no/such.json"}));
  EXPECT_TRUE(list.wants(plain, 3));
  EXPECT_FALSE(list.wants(plain, 4));
  EXPECT_FALSE(list.wants(plain, 9));
  EXPECT_TRUE(list.wants(plain, 10));
  EXPECT_TRUE(list.wants(zip + "!c!d.json", 2));
  EXPECT_FALSE(list.wants(zip + "!other.json", 1));
}

TEST(RetryList, KnowsTheFoldersBelowTheOneThatWasNamed) {
  struct Case {
    const char* path;
    const char* command;
    const char* inner;
  };
  for (const Case& c : {
           Case{"bbc/business/1.txt", "morgue ingest bbc", "business/1.txt"},
           Case{"bbc/business/1.txt", "morgue ingest bbc/ -q", "business/1.txt"},
           Case{"bbc/business/1.txt", "morgue ingest bbc/business", "1.txt"},
           Case{"bbc/business/1.txt", "morgue ingest bbc/business/1.txt", ""},
           Case{"bbc/business/1.txt", "morgue ingest bbc2 bbc", "business/1.txt"},
           Case{"/srv/my news/uk/1.txt", "morgue ingest /srv/my news", "uk/1.txt"},
           Case{"/srv/news/uk/1.txt", "morgue reindex", "uk/1.txt"},
           Case{"1.txt", "morgue reindex", "1.txt"},
       }) {
    EXPECT_EQ(path_below_named(c.path, c.command), c.inner) << c.path << " of " << c.command;
  }
}

}  // namespace
}  // namespace morgue::archive
