// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/scan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/temp_dir.h"

namespace morgue::jobs {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class ScanTest : public ::testing::Test {
 protected:
  ScanTest() {
    for (const char* name : {"a.jsonl", "b.txt", "2026/11/22/x.jsonl.gz", "2026/11/23/y.jsonl.gz", "2026/11/23/z.log",
                             ".hidden/h.jsonl", "2026/.part.jsonl.gz"}) {
      dir_.write(name, "{}");
    }
  }

  std::vector<std::string> found(const std::vector<std::string>& paths, const std::vector<std::string>& excludes = {}) {
    catalog::Collection collection;
    for (const std::string& path : paths) collection.paths.push_back(in(path));
    for (const std::string& path : excludes) {
      collection.excludes.push_back(path.find('/') == std::string::npos ? path : in(path));
    }
    last_ = scan(collection);
    std::vector<std::string> out;
    for (const auto& file : last_.files) out.push_back(file.path.substr(dir_.path().string().size() + 1));
    return out;
  }
  std::string in(const std::string& path) { return dir_.path().string() + (path.empty() ? "" : "/" + path); }

  test::TempDir dir_;
  Scan last_;
};

TEST_F(ScanTest, FindsWhatPathsAndPatternsStandFor) {
  EXPECT_THAT(found({"a.jsonl"}), ElementsAre("a.jsonl"));
  EXPECT_EQ(last_.files.front().inner, "");
  EXPECT_EQ(last_.files.front().size, 2);
  EXPECT_THAT(found({""}),
              ElementsAre("2026/11/22/x.jsonl.gz", "2026/11/23/y.jsonl.gz", "2026/11/23/z.log", "a.jsonl", "b.txt"));
  EXPECT_EQ(last_.files.front().inner, "2026/11/22/x.jsonl.gz");
  EXPECT_THAT(found({"*.jsonl"}), ElementsAre("a.jsonl"));
  EXPECT_THAT(found({"2026/*/*/*.gz"}), ElementsAre("2026/11/22/x.jsonl.gz", "2026/11/23/y.jsonl.gz"));
  EXPECT_THAT(found({"2026/**/*.gz"}), ElementsAre("2026/11/22/x.jsonl.gz", "2026/11/23/y.jsonl.gz"));
  EXPECT_THAT(found({"**/*.jsonl"}), ElementsAre("a.jsonl"));
  EXPECT_THAT(found({"2026/1[01]/23"}), ElementsAre("2026/11/23/y.jsonl.gz", "2026/11/23/z.log"))
      << "a folder stands for what is in it";
  EXPECT_THAT(found({".hidden"}), ElementsAre(".hidden/h.jsonl"));
}

TEST_F(ScanTest, TakesEachFileOnce) {
  EXPECT_THAT(found({"a.jsonl", "*.jsonl", ""}), SizeIs(5));
  for (const auto& file : last_.files) {
    if (file.path == in("a.jsonl")) {
      EXPECT_EQ(file.inner, "") << "named by its path";
    }
  }
}

TEST_F(ScanTest, LeavesOutWhatIsExcluded) {
  EXPECT_THAT(found({""}, {"*.gz", "b.*"}), ElementsAre("2026/11/23/z.log", "a.jsonl"));
  EXPECT_THAT(found({""}, {"2026/11/22"}),
              ElementsAre("2026/11/23/y.jsonl.gz", "2026/11/23/z.log", "a.jsonl", "b.txt"));
  EXPECT_THAT(found({""}, {"2026/**"}), ElementsAre("a.jsonl", "b.txt"));
  EXPECT_THAT(found({"a.jsonl"}, {"a.*"}), IsEmpty());
}

TEST_F(ScanTest, SaysWhatIsNotThere) {
  EXPECT_THAT(found({"none.jsonl", "a.jsonl"}), ElementsAre("a.jsonl"));
  ASSERT_THAT(last_.problems, SizeIs(1));
  EXPECT_EQ(last_.problems.front().path, in("none.jsonl"));
  EXPECT_THAT(found({"nowhere/*.jsonl"}), IsEmpty());
  EXPECT_THAT(last_.problems, SizeIs(1)) << "the folder of a pattern must be there";
  ASSERT_EQ(mkfifo(in("pipe").c_str(), 0600), 0);
  EXPECT_THAT(found({"pipe"}), IsEmpty());
  EXPECT_THAT(last_.problems, SizeIs(1)) << "a pipe would be waited for";
  EXPECT_THAT(found({"*.none"}), IsEmpty());
  EXPECT_THAT(last_.problems, IsEmpty()) << "a pattern need not match yet";
}

TEST_F(ScanTest, DoesNotFollowLinksForEver) {
  std::filesystem::create_directory_symlink(dir_.path(), dir_.path() / "2026" / "round");
  EXPECT_THAT(found({"**/*.gz"}), SizeIs(2));
}

TEST(AbsolutePattern, KeepsWhatIsNoPath) {
  EXPECT_EQ(absolute_pattern("/d/./e/../*.gz"), "/d/*.gz");
  EXPECT_EQ(absolute_pattern("/d/e/"), "/d/e");
  EXPECT_TRUE(absolute_pattern("x/**").ends_with("/x/**"));
}

}  // namespace
}  // namespace morgue::jobs
