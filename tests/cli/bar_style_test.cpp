// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/bar_style.h"

#include <gtest/gtest.h>

#include <map>

namespace morgue::cli {
namespace {

using Variables = std::map<std::string, std::string>;

bool has_blocks(bool terminal, const Variables& variables) {
  const Environment environment = [&](const std::string& name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  };
  return decide_bars({terminal, 80, 24}, environment) == render::BarStyle::Blocks;
}

TEST(BarStyle, BlocksNeedATerminalAndUtf8) {
  EXPECT_TRUE(has_blocks(true, {{"LANG", "de_DE.UTF-8"}}));
  EXPECT_TRUE(has_blocks(true, {{"LANG", "C.utf8"}}));
  EXPECT_FALSE(has_blocks(false, {{"LANG", "de_DE.UTF-8"}}));
  EXPECT_FALSE(has_blocks(true, {{"LANG", "de_DE.ISO-8859-1"}}));
  EXPECT_FALSE(has_blocks(true, {}));
}

TEST(BarStyle, TheFirstVariableThatIsSetDecides) {
  EXPECT_FALSE(has_blocks(true, {{"LC_ALL", "C"}, {"LANG", "en_GB.UTF-8"}}));
  EXPECT_TRUE(has_blocks(true, {{"LC_ALL", ""}, {"LC_CTYPE", "en_GB.UTF-8"}, {"LANG", "C"}}));
}

}  // namespace
}  // namespace morgue::cli
