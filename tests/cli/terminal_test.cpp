// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/terminal.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <map>

namespace morgue::cli {
namespace {

using Variables = std::map<std::string, std::string>;

Environment environment_of(Variables variables) {
  return [variables = std::move(variables)](const std::string& name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  };
}

constexpr Stream kTerminal{true, 120, 40};
constexpr Stream kPipe{};

struct ColourCase {
  Stream stream;
  Variables variables;
  ColourMode mode;
  bool colour;
};

TEST(Terminal, DecidesOnColour) {
  const std::vector<ColourCase> cases = {
      {kTerminal, {{"TERM", "xterm"}}, ColourMode::Auto, true},
      {kTerminal, {{"TERM", "dumb"}}, ColourMode::Auto, false},
      {kTerminal, {}, ColourMode::Auto, false},
      {kTerminal, {{"TERM", "xterm"}, {"NO_COLOR", "1"}}, ColourMode::Auto, false},
      {kTerminal, {{"TERM", "xterm"}, {"NO_COLOR", ""}}, ColourMode::Auto, true},
      {kTerminal, {{"TERM", "xterm"}}, ColourMode::Never, false},
      {kTerminal, {{"TERM", "dumb"}, {"NO_COLOR", "1"}}, ColourMode::Always, true},
      {kPipe, {{"TERM", "xterm"}}, ColourMode::Auto, false},
      {kPipe, {{"TERM", "xterm"}}, ColourMode::Always, true},
  };
  for (const ColourCase& c : cases) {
    EXPECT_EQ(decide_style(c.stream, environment_of(c.variables), c.mode).colour, c.colour)
        << testing::PrintToString(c.variables);
  }
}

TEST(Terminal, LinksOnlyWhereTheyAreKnownToWork) {
  const auto links = [](const Stream& stream, Variables variables, ColourMode mode = ColourMode::Auto) {
    variables.emplace("TERM", "xterm-256color");
    return decide_style(stream, environment_of(variables), mode).links;
  };
  EXPECT_FALSE(links(kTerminal, {}));
  EXPECT_TRUE(links(kTerminal, {{"VTE_VERSION", "6800"}}));
  EXPECT_FALSE(links(kTerminal, {{"VTE_VERSION", "4200"}}));
  EXPECT_FALSE(links(kTerminal, {{"VTE_VERSION", "new"}}));
  EXPECT_TRUE(links(kTerminal, {{"TERM_PROGRAM", "WezTerm"}}));
  EXPECT_TRUE(links(kTerminal, {{"TERM", "xterm-kitty"}}));
  EXPECT_FALSE(links(kTerminal, {{"TERM", "tmux-256color"}, {"VTE_VERSION", "6800"}}));
  EXPECT_FALSE(links(kTerminal, {{"VTE_VERSION", "6800"}, {"NO_COLOR", "1"}}));
  EXPECT_FALSE(links(kPipe, {{"VTE_VERSION", "6800"}}, ColourMode::Always));
}

TEST(Terminal, TakesTheWidthFromColumnsThenTheWindow) {
  const auto width = [](const Stream& stream, const Variables& variables) {
    return decide_style(stream, environment_of(variables), ColourMode::Auto).width;
  };
  EXPECT_EQ(width(kTerminal, {}), 120U);
  EXPECT_EQ(width(kTerminal, {{"COLUMNS", "60"}}), 60U);
  EXPECT_EQ(width(kPipe, {{"COLUMNS", "60"}}), 60U);
  EXPECT_EQ(width(kPipe, {}), 80U);
  for (const char* senseless : {"", "0", "-5", "wide", "60x", "99999999999"}) {
    EXPECT_EQ(width(kTerminal, {{"COLUMNS", senseless}}), 120U) << senseless;
  }
}

TEST(Terminal, APipeIsNone) {
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe(ends.data()), 0);
  const Stream stream = inspect_stream(ends[1]);
  EXPECT_FALSE(stream.terminal);
  EXPECT_EQ(stream.columns, 0U);
  close(ends[0]);
  close(ends[1]);
}

}  // namespace
}  // namespace morgue::cli
