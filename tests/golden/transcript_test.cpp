// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/golden/transcript.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace morgue::golden {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Transcript, ReadsOutputErrorsAndExitCode) {
  const Transcript t = parse("# say\n$ a | b\none\n\ntwo\n2> oops\n2>\n[3]\n\n# next\n$ c\n\n");
  ASSERT_EQ(t.steps.size(), 2U);
  EXPECT_THAT(t.steps[0].layout, ElementsAre("# say"));
  EXPECT_EQ(t.steps[0].command, "a | b");
  EXPECT_EQ(t.steps[0].line, 2U);
  EXPECT_THAT(t.steps[0].expected.out, ElementsAre("one", "", "two"));
  EXPECT_THAT(t.steps[0].expected.err, ElementsAre("oops", ""));
  EXPECT_EQ(t.steps[0].expected.exit_code, 3);
  EXPECT_THAT(t.steps[1].layout, ElementsAre("", "# next"));
  EXPECT_THAT(t.steps[1].expected.out, IsEmpty());
  EXPECT_THAT(t.tail, ElementsAre(""));
}

TEST(Transcript, PrintsWhatItReads) {
  for (const char* text : {"", "# only a comment\n", "$ a\n", "\n\n$ a\n\n\n$ b\nx\n\n# end\n",
                           "$ a\nx\n2> y\n[1]\n\n$ b\n1> # z\n1>\n\n"}) {
    EXPECT_EQ(print(parse(text)), text);
  }
}

TEST(Transcript, ReadsBackAnyOutput) {
  Transcript t;
  t.steps.push_back(
      {{}, "x", 1, {{"", "# a", "$ b", "1> c", "2> d", "1>", "2>", "[4]", "[x]", "plain", "", ""}, {"", "2> e"}, 0}});
  const Transcript back = parse(print(t));
  EXPECT_EQ(back.steps.at(0).expected.out, t.steps[0].expected.out);
  EXPECT_EQ(back.steps.at(0).expected.err, t.steps[0].expected.err);
  EXPECT_EQ(back.steps.at(0).expected.exit_code, 0);
}

TEST(Transcript, RefusesOutputWithoutACommand) {
  EXPECT_THROW(parse("stray\n$ a\n"), std::runtime_error);
  EXPECT_THROW(parse("$ a\n[1]\nstray\n"), std::runtime_error);
  EXPECT_THROW(parse("$ a\n# comment\nstray\n"), std::runtime_error);
}

TEST(SplitOutput, MarksAMissingLineEnd) {
  EXPECT_THAT(split_output(""), IsEmpty());
  EXPECT_THAT(split_output("a\n\nb\n"), ElementsAre("a", "", "b"));
  EXPECT_THAT(split_output("a\nb"), ElementsAre("a", "b (no-eol)"));
}

}  // namespace
}  // namespace morgue::golden
