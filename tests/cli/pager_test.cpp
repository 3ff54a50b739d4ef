// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/pager.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <iterator>

#include "tests/support/temp_dir.h"

namespace morgue::cli {
namespace {

Environment only(const std::string& name, const std::string& value) {
  return [name, value](const std::string& asked) { return asked == name ? std::optional(value) : std::nullopt; };
}

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Pager, IsChosenByTheEnvironment) {
  EXPECT_EQ(pager_command(only("MORGUE_PAGER", "most")), "most");
  EXPECT_EQ(pager_command(only("PAGER", "less -S")), "less -S");
  EXPECT_NE(pager_command(only("", "")).find("less -FRX"), std::string::npos);
  EXPECT_EQ(pager_command(only("PAGER", "")), "");
  EXPECT_EQ(pager_command(only("PAGER", "cat")), "");
  const Environment both = [](const std::string& name) -> std::optional<std::string> {
    return name == "MORGUE_PAGER" ? "mine" : "theirs";
  };
  EXPECT_EQ(pager_command(both), "mine");
}

TEST(Pager, RunsOnlyWhenTheTextScrollsAway) {
  EXPECT_FALSE(overflows("a\nb\n", 3));
  EXPECT_TRUE(overflows("a\nb\nc\n", 3));
  EXPECT_FALSE(overflows("a\nb\nc\n", 0)) << "height unknown";
}

TEST(Pager, GetsTheWholeText) {
  const test::TempDir folder;
  const auto file = folder.path() / "seen";
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "line " + std::to_string(i) + "\n";
  EXPECT_TRUE(run_pager("cat > '" + file.string() + "'", text));
  EXPECT_EQ(contents(file), text);
}

TEST(Pager, MayEndEarly) {
  const std::string text(1'000'000, 'x');
  EXPECT_TRUE(run_pager("exec <&-; true", text));
  EXPECT_TRUE(run_pager("head -c 1 >/dev/null", text));
  EXPECT_TRUE(run_pager("kill -TERM $$", text));
}

TEST(Pager, SaysWhenThereIsNone) {
  EXPECT_FALSE(run_pager("exec 2>/dev/null; morgue-has-no-such-pager", "text\n"));
  EXPECT_FALSE(run_pager("exit 126", std::string(1'000'000, 'x')));
}

TEST(Pager, RunsWithDefaultSignalsAndLeavesOursAsTheyWere) {
  const test::TempDir folder;
  const auto file = folder.path() / "ended";
  struct sigaction before {};
  sigaction(SIGPIPE, nullptr, &before);
  // A shell that started with SIGPIPE ignored would get past the kill.
  EXPECT_TRUE(run_pager("kill -PIPE $$; echo alive > '" + file.string() + "'", "x"));
  EXPECT_EQ(contents(file), "");
  struct sigaction after {};
  sigaction(SIGPIPE, nullptr, &after);
  EXPECT_EQ(before.sa_handler, after.sa_handler);
}

TEST(Pager, ShowsColoursWithoutBeingTold) {
  const test::TempDir folder;
  const auto file = folder.path() / "options";
  EXPECT_TRUE(run_pager("printf %s \"$LESS\" > '" + file.string() + "'", "x"));
  EXPECT_FALSE(contents(file).empty());
}

}  // namespace
}  // namespace morgue::cli
