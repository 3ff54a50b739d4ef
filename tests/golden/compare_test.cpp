// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/golden/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/golden/normalise.h"

namespace morgue::golden {
namespace {

using testing::ElementsAre;

TEST(Matches, WholeLinesOrRegularExpressions) {
  EXPECT_TRUE(matches("a.c", "a.c"));
  EXPECT_FALSE(matches("a.c", "abc"));
  EXPECT_TRUE(matches("a.c (re)", "abc"));
  EXPECT_FALSE(matches("a.c (re)", "xabc"));
  EXPECT_TRUE(matches("ends in (re)", "ends in (re)"));
  EXPECT_FALSE(matches("abc (re)", "abcx"));
  EXPECT_TRUE(matches("a|b (re)", "b"));
  EXPECT_TRUE(matches("x* (re)", std::string(1'000'000, 'x')));
  EXPECT_THROW(matches("( (re)", "x"), std::runtime_error);
}

TEST(Difference, IsEmptyOnlyWhenAllIsEqual) {
  const Outcome outcome{{"a", "b"}, {"e"}, 1};
  EXPECT_EQ(difference(outcome, outcome), "");
  EXPECT_NE(difference(outcome, {{"a", "b"}, {"e"}, 0}), "");
  EXPECT_NE(difference(outcome, {{"a", "b"}, {}, 1}), "");
  EXPECT_NE(difference(outcome, {{"a"}, {"e"}, 1}), "");
  EXPECT_NE(difference(outcome, {{"a", "b", "b"}, {"e"}, 1}), "");
}

TEST(Difference, ShowsWhatDiffersWithItsNeighbours) {
  EXPECT_EQ(
      difference({{"1", "2", "3", "4", "5", "6", "7"}, {"e"}, 0}, {{"1", "2", "3", "x", "y", "5", "6", "7"}, {"f"}, 2}),
      "  2\n  3\n- 4\n+ x\n+ y\n  5\n  6\n- 2> e\n+ 2> f\n- [0]\n+ [2]\n");
}

TEST(Merged, KeepsRegularExpressionsThatMatch) {
  const Outcome merged_outcome =
      merged({{"a[0-9] (re)", "b[0-9] (re)", "old"}, {}, 1}, {{"a1", "bx", "new", "more"}, {"e"}, 0});
  EXPECT_THAT(merged_outcome.out, ElementsAre("a[0-9] (re)", "bx", "new", "more"));
  EXPECT_THAT(merged_outcome.err, ElementsAre("e"));
  EXPECT_EQ(merged_outcome.exit_code, 0);
}

TEST(Normaliser, ReplacesMomentsWhereAsked) {
  EXPECT_EQ(Normaliser({}, true).apply("by run 1, 2026-11-30T19:24:38Z; 2024-03-04"), "by run 1, <T>; 2024-03-04");
  EXPECT_EQ(Normaliser({}).apply("2026-11-30T19:24:38Z"), "2026-11-30T19:24:38Z");
}

TEST(Normaliser, ReplacesPathsAndDurations) {
  const Normaliser normaliser({{"/t/x", "$TMP"}, {"/t/x/fixtures", "$FIXTURES"}});
  EXPECT_EQ(normaliser.apply("/t/x/a /t/x/fixtures/b /t/x"), "$TMP/a $FIXTURES/b $TMP");
  EXPECT_EQ(normaliser.apply("12 matches (3.1 ms)"), "12 matches (<N> ms)");
  EXPECT_EQ(normaliser.apply("in 0.0 s"), "in <N> s");
  EXPECT_EQ(normaliser.apply("v2 s, 1.2.3 s, 5 stories, 7. s"), "v2 s, 1.2.3 s, 5 stories, 7. s");
  EXPECT_EQ(normaliser.apply("the 80 strikers, 3 shops"), "the 80 strikers, 3 shops");
  EXPECT_EQ(normaliser.apply(R"({"took_ms":3.125,"hits":[1.5]})"), R"({"took_ms":<N>,"hits":[1.5]})");
  EXPECT_EQ(normaliser.apply(normaliser.apply("3 ms")), "<N> ms");
}

}  // namespace
}  // namespace morgue::golden
