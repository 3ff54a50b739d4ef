// SPDX-License-Identifier: GPL-2.0-or-later
// Whole dumps through both builders: Xapian reads the same from both, and its tools find nothing to complain of.
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/index/same_database.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace morgue::test {
namespace {

class Builders : public ::testing::Test {
 protected:
  /// The one segment that the dumps become.
  std::string build(const std::string& kind, const std::vector<std::string>& dumps) const {
    const auto archive = dir_.path() / kind;
    std::vector<std::string> command = {MORGUE_BINARY, "--archive", archive.string(), "ingest", "-q",
                                        "--builder",   kind};
    command.insert(command.end(), dumps.begin(), dumps.end());
    const auto done = run(command, dir_.path());
    EXPECT_TRUE(done.exit_code == 0 || done.exit_code == 3) << done.err;
    EXPECT_EQ(done.err.find("Xapian's own interface"), std::string::npos) << done.err;
    for (const auto& entry : std::filesystem::directory_iterator(archive / "index")) {
      if (entry.is_directory()) return entry.path().string();
    }
    ADD_FAILURE() << "no segment in " << archive;
    return {};
  }

  void compare(const std::vector<std::string>& dumps) const {
    const auto bulk = build("bulk", dumps);
    index::test::expect_same(build("api", dumps), bulk);
    for (const std::string tool : {"xapian-check", "xapian-delve"}) {
      const auto done = run({tool, bulk}, dir_.path());
      EXPECT_EQ(done.exit_code, 0) << tool << done.out << done.err;
    }
    const auto quest = run({"quest", "-d", bulk, "-s", "none", "the"}, dir_.path());
    EXPECT_EQ(quest.exit_code, 0) << quest.err;
    EXPECT_NE(quest.out.find("matches"), std::string::npos) << quest.out;
  }

  TempDir dir_;
};

TEST_F(Builders, Fixtures) {
  compare({MORGUE_FIXTURES});
}

TEST_F(Builders, Reuters21578) {
  const std::string dump = std::string(MORGUE_DATA) + "/reuters21578";
  if (!std::filesystem::exists(dump)) GTEST_SKIP() << "no " << dump;
  compare({dump});
}

}  // namespace
}  // namespace morgue::test
