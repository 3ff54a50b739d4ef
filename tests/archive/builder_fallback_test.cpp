// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/builder_fallback.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "tests/support/temp_dir.h"

namespace morgue::archive {
namespace {

index::BuiltSegment built(std::int64_t documents) {
  index::BuiltSegment out;
  out.documents = documents;
  return out;
}

struct FallBack : testing::Test {
  std::int64_t run(const BuildSegment& fast) {
    const auto warn = [this](const std::string& line) { warnings.push_back(line); };
    return build_or_fall_back(
               folder, fast, [] { return built(2); }, warn)
        .documents;
  }
  morgue::test::TempDir dir;
  std::filesystem::path folder = dir.path() / "seg";
  std::vector<std::string> warnings;
};

TEST_F(FallBack, IsNotNeeded) {
  EXPECT_EQ(run([] { return built(1); }), 1);
  EXPECT_TRUE(warnings.empty());
}

TEST_F(FallBack, ClearsTheFolderAndSaysWhy) {
  EXPECT_EQ(run([this]() -> index::BuiltSegment {
              dir.write("seg/postlist.glass", "half");
              throw Error(ErrorCode::Internal, "the count is wrong");
            }),
            2);
  EXPECT_FALSE(std::filesystem::exists(folder));
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_NE(warnings[0].find("the count is wrong"), std::string::npos);
  EXPECT_EQ(warnings[0].find('\n'), std::string::npos);
}

TEST_F(FallBack, DoesNotHideOtherErrors) {
  for (const auto code : {ErrorCode::Io, ErrorCode::Interrupted, ErrorCode::Inconsistent}) {
    EXPECT_THROW(run([code]() -> index::BuiltSegment { throw Error(code, "disk full"); }), Error);
  }
  EXPECT_TRUE(warnings.empty());
}

}  // namespace
}  // namespace morgue::archive
