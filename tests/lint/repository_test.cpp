// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/lint/file_rules.h"
#include "tests/lint/include_rules.h"

namespace morgue::lint {
namespace {

using testing::IsEmpty;

const std::filesystem::path& root() {
  static const std::filesystem::path path = MORGUE_SOURCE_DIR;
  return path;
}

std::string listed(const Findings& findings) {
  std::string out;
  for (const std::string& finding : findings) out += "\n  " + finding;
  return out;
}

TEST(Repository, IsThere) {
  ASSERT_FALSE(read_tree(root(), "src").empty()) << root();
}

TEST(Repository, IncludesOnlyAlongTheArrows) {
  const Findings findings = check_includes(root());
  EXPECT_THAT(findings, IsEmpty()) << listed(findings);
}

TEST(Repository, LinksOnlyAlongTheArrows) {
  const Findings findings = check_links(root());
  EXPECT_THAT(findings, IsEmpty()) << listed(findings);
}

TEST(Repository, NamesTheLicenceInEveryFile) {
  const Findings findings = check_licences(root());
  EXPECT_THAT(findings, IsEmpty()) << listed(findings);
}

TEST(Repository, HasNoLongFiles) {
  const Findings findings = check_lengths(root());
  EXPECT_THAT(findings, IsEmpty()) << listed(findings);
}

TEST(Repository, GuardsItsHeaders) {
  const Findings findings = check_header_guards(root());
  EXPECT_THAT(findings, IsEmpty()) << listed(findings);
}

TEST(Repository, ListsFoldersByFunctionsThatBearAFullMemory) {
  const Findings findings = check_folder_calls(root());
  EXPECT_THAT(findings, IsEmpty()) << listed(findings);
}

}  // namespace
}  // namespace morgue::lint
