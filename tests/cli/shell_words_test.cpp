// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/shell_words.h"

#include <gtest/gtest.h>

namespace morgue::cli {
namespace {

TEST(ShellWords, ReadsQuotationMarksAndBackslashes) {
  EXPECT_EQ(read_shell_word("author:doe").text, "author:doe");
  EXPECT_EQ(read_shell_word(R"(author:\"Jane\ Doe\")").text, "author:\"Jane Doe\"");
  EXPECT_EQ(read_shell_word(R"("a \"b\" \c $d")").text, "a \"b\" \\c $d");
  EXPECT_EQ(read_shell_word(R"('a\b'c)").text, "a\\bc");
}

TEST(ShellWords, KnowsWhatIsStillOpen) {
  EXPECT_EQ(read_shell_word("'author:\"Ja").open, '\'');
  EXPECT_EQ(read_shell_word("\"author:Ja").open, '"');
  EXPECT_EQ(read_shell_word("'a'").open, 0);
}

TEST(ShellWords, ReplacesOnlyWhatFollowsTheLastWordBreak) {
  EXPECT_EQ(bash_replacement(read_shell_word("author:Ja"), "author:\"Jane Doe\""), R"(\"Jane\ Doe\")");
  EXPECT_EQ(bash_replacement(read_shell_word("--color=al"), "--color=always"), "always");
  EXPECT_EQ(bash_replacement(read_shell_word("aut"), "author:"), "author:");
}

TEST(ShellWords, ReplacesAllOfAQuotedWord) {
  EXPECT_EQ(bash_replacement(read_shell_word("'author:\"Ja"), "author:\"Jane O'Neil\""), R"(author:"Jane O'\''Neil")");
  EXPECT_EQ(bash_replacement(read_shell_word("\"author:Ja"), "author:\"Jane $1\""), R"(author:\"Jane \$1\")");
}

TEST(ShellWords, HasNoReplacementForAnotherBeginning) {
  EXPECT_EQ(bash_replacement(read_shell_word("topic:a:b"), "topic:\"a:bc\""), std::nullopt);
}

TEST(ShellWords, QuotesNoMoreThanNeeded) {
  EXPECT_EQ(shell_quoted("topic:harbour"), "topic:harbour");
  EXPECT_EQ(shell_quoted("author:\"Jane O'Neil\""), R"('author:"Jane O'\''Neil"')");
  EXPECT_EQ(shell_quoted(""), "''");
  EXPECT_EQ(shell_quoted("$(rm)"), "'$(rm)'");
}

}  // namespace
}  // namespace morgue::cli
