// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/leaves.h"

#include <gtest/gtest.h>

#include "tests/query/nodes.h"

namespace morgue::query::test {
namespace {

std::vector<std::string> leaves_of(std::string_view query) {
  const Node root = parsed(query);
  std::vector<std::string> leaves;
  for (const Node* leaf : positive_leaves(root)) leaves.push_back(print(*leaf));
  return leaves;
}

TEST(PositiveLeaves, AreWhatAMatchMayOweItselfTo) {
  using Leaves = std::vector<std::string>;
  EXPECT_EQ(leaves_of("tide"), Leaves({"tide"}));
  EXPECT_EQ(leaves_of("tide (\"dock strike\" OR =Ebb) author:doe"),
            Leaves({"tide", "\"dock strike\"", "=Ebb", "author:doe"}));
  EXPECT_EQ(leaves_of("tide -ebb NOT (moon OR author:doe)"), Leaves({"tide"}));
  EXPECT_EQ(leaves_of("NOT (tide NOT ebb)"), Leaves({"ebb"}));
  EXPECT_EQ(leaves_of("NOT NOT tide"), Leaves({"tide"}));
  EXPECT_EQ(leaves_of("* date:2025 date:none id:3"), Leaves());
}

}  // namespace
}  // namespace morgue::query::test
