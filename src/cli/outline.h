// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace morgue::cli {

/// An option or positional argument as declared: what manual pages and completions are made from.
struct OptionOutline {
  std::vector<std::string> names;    ///< `-o`, `--output`; of a positional argument its one name, `QUERY`
  std::string value;                 ///< `DIR`; empty for a flag
  std::vector<std::string> choices;  ///< all values there are, where they can be listed
  std::string help;
  std::string preset;  ///< the default, where help names it
  bool positional = false;
  bool required = false;
  bool repeats = false;
};

struct CommandOutline {
  std::vector<std::string> path;  ///< `saved`, `add`; empty for the program
  std::string help;
  std::vector<OptionOutline> options;
  std::vector<CommandOutline> commands;  ///< without those that are for programs only
  bool needs_command = false;

  [[nodiscard]] const CommandOutline* find(const std::string& name) const;
  /// The long name, or what there is.
  [[nodiscard]] std::string full_name() const;
};

/// A command that is declared in this group is for programs: help does not list it.
inline constexpr const char* kHiddenGroup = "";

CommandOutline outline_of(const CLI::App& app);
OptionOutline outline_of(const CLI::Option& option);

}  // namespace morgue::cli
