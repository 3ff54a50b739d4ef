// SPDX-License-Identifier: GPL-2.0-or-later
// That the runner passes what is right and fails what is wrong, with commands every shell has.
#include "tests/golden/run_transcript.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace morgue::golden {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TranscriptResult run(const std::string& text, Settings settings = {"", "/no/fixtures"}) {
  return run_transcript(parse(text), settings);
}

TEST(RunTranscript, PassesWhatIsRight) {
  for (const char* text : {"$ true\n", "$ echo a\na\n", "$ false\n[1]\n", "$ echo a >&2; exit 7\n2> a\n[7]\n",
                           "$ printf a\na (no-eol)\n", "$ echo abc\na.c (re)\n", "$ kill -9 $$\n[137]\n",
                           "$ echo 3.5 ms\n7 ms\n", "$ cd /; echo x > $TMP/f\n$ cat f\nx\n"}) {
    EXPECT_THAT(run(text).failures, IsEmpty()) << text;
    EXPECT_EQ(print(run(text).updated).substr(0, 2), "$ ");
  }
}

TEST(RunTranscript, FailsWhatIsWrong) {
  for (const char* text :
       {"$ false\n", "$ true\n[1]\n", "$ echo a\n", "$ echo a\nb\n", "$ echo a\na\na\n", "$ true\na\n",
        "$ echo a >&2\na\n", "$ echo a\n2> a\n", "$ printf a\na\n", "$ echo abc\na.b (re)\n"}) {
    EXPECT_THAT(run(text).failures, SizeIs(1)) << text;
  }
}

TEST(RunTranscript, GoesOnAfterAFailureAndNamesTheLine) {
  EXPECT_THAT(run("# top\n$ echo a\nb\n$ echo c\nc\n$ false\n").failures,
              ElementsAre("line 2: $ echo a\n- b\n+ a\n", "line 6: $ false\n- [0]\n+ [1]\n"));
}

TEST(RunTranscript, UpdatesToWhatCame) {
  const std::string right =
      "# top\n$ echo a; echo b >&2; exit 2\na\n2> b\n[2]\n\n$ pwd\n$TMP\n$ echo n5\nn[0-9] (re)\n";
  EXPECT_EQ(print(run("# top\n$ echo a; echo b >&2; exit 2\nwrong\n\n$ pwd\n$ echo n5\nn[0-9] (re)\n").updated), right);
  EXPECT_THAT(run(right).failures, IsEmpty());
}

TEST(RunTranscript, GivesAnEmptyInputAndNothingOfOurEnvironment) {
  ASSERT_EQ(setenv("MORGUE_GOLDEN_LEAK", "leak", 1), 0);
  EXPECT_THAT(
      run("$ cat; echo \"$MORGUE_GOLDEN_LEAK|$TZ|$LANG|$COLUMNS|$FIXTURES\"\n|UTC|C.UTF-8|80|$FIXTURES\n").failures,
      IsEmpty());
}

TEST(RunTranscript, EachHasAFolderOfItsOwn) {
  EXPECT_THAT(run("$ touch here; ls\nhere\nhome\n").failures, IsEmpty());
  EXPECT_THAT(run("$ ls\nhome\n").failures, IsEmpty());
}

TEST(RunTranscript, EndsWhatTakesTooLong) {
  const auto began = std::chrono::steady_clock::now();
  const auto result = run("$ echo early; sleep 50 | sleep 60\n", {"", "/no/fixtures", std::chrono::milliseconds(300)});
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(20));
  ASSERT_THAT(result.failures, SizeIs(1));
  EXPECT_THAT(result.failures[0], HasSubstr("+ early"));
  EXPECT_THAT(result.failures[0], HasSubstr("took too long"));
}

}  // namespace
}  // namespace morgue::golden
