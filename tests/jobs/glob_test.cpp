// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/glob.h"

#include <gtest/gtest.h>

namespace morgue::jobs {
namespace {

struct Case {
  const char* pattern;
  const char* text;
  bool matches;
};

TEST(Glob, MatchesNames) {
  const Case cases[] = {
      {"*", "a", true},
      {"*.jsonl", "a.jsonl", true},
      {"*.jsonl", "a.jsonl.gz", false},
      {"*.jsonl*", "a.jsonl.gz", true},
      {"a*b*c", "axxbyybzc", true},
      {"a*b*c", "axxbyybzd", false},
      {"?", "é", true},
      {"??", "é", false},
      {"[a-c]x", "bx", true},
      {"[a-c]x", "dx", false},
      {"[!a-c]x", "dx", true},
      {"[^a-c]x", "ax", false},
      {"[]]x", "]x", true},
      {"[à-ü]x", "éx", true},
      {"[a", "[a", true},
      {"\\*", "*", true},
      {"\\*", "a", false},
      {"[\\]]", "]", true},
      {"*", ".hidden", false},
      {".*", ".hidden", true},
      {"", "", true},
      {"", "a", false},
      {"**", "ab", true},
      {"a?", "a", false},
  };
  for (const auto& [pattern, text, matches] : cases) {
    EXPECT_EQ(name_matches(pattern, text), matches) << pattern << " and " << text;
  }
}

TEST(Glob, MatchesPathsPartByPart) {
  const Case cases[] = {
      {"/d/*.gz", "/d/a.gz", true},
      {"/d/*.gz", "/d/e/a.gz", false},
      {"/d/**/*.gz", "/d/a.gz", true},
      {"/d/**/*.gz", "/d/2026/11/a.gz", true},
      {"/d/**/*.gz", "/e/a.gz", false},
      {"/d/**", "/d/e/f", true},
      {"/d/**", "/e/d/f", false},
      {"**/b/*/d", "/a/b/c/b/x/d", true},
      {"**/b/*/d", "/a/b/c/b/x/e", false},
      {"/d/**/x", "/d/.git/x", false},
      {"/d/*", "/d", false},
  };
  for (const auto& [pattern, text, matches] : cases) {
    EXPECT_EQ(path_matches(pattern, text), matches) << pattern << " and " << text;
  }
}

TEST(Glob, TellsPatternsFromNames) {
  EXPECT_TRUE(has_wildcard("a*"));
  EXPECT_TRUE(has_wildcard("a[0-9]"));
  EXPECT_FALSE(has_wildcard("a[0-9"));
  EXPECT_FALSE(has_wildcard("a\\*b"));
  EXPECT_EQ(unescaped("a\\*b"), "a*b");
}

TEST(Glob, TakesNoLongerThanItMust) {
  // What backtracks over every star takes years for this.
  const std::string text(60, 'a');
  std::string pattern;
  for (int i = 0; i < 30; ++i) pattern += "a*";
  EXPECT_FALSE(name_matches(pattern + "b", text));
}

}  // namespace
}  // namespace morgue::jobs
