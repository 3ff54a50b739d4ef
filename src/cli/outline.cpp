// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/outline.h"

#include <CLI/App.hpp>
#include <algorithm>

#include "cli/roff.h"

namespace morgue::cli {
namespace {

/// `{a,b,c}` of what CLI11 says of a type: `TEXT:{a,b,c}`.
std::vector<std::string> choices_in(const std::string& type) {
  const auto open = type.find(":{");
  if (open == std::string::npos || !type.ends_with('}')) return {};
  return CLI::detail::split(type.substr(open + 2, type.size() - open - 3), ',');
}

/// CLI11 calls a value by its type: of one with choices the option's own name says more.
std::string value_name(const CLI::Option& option, const std::vector<std::string>& choices) {
  if (option.get_items_expected_max() == 0) return {};
  if (!choices.empty() && !option.get_lnames().empty()) return upper(option.get_lnames().front());
  return CLI::detail::split(option.get_type_name(), ':').front();
}

CommandOutline outline_below(const CLI::App& app, std::vector<std::string> path) {
  CommandOutline out;
  out.path = std::move(path);
  out.help = app.get_description();
  out.needs_command = app.get_require_subcommand_min() > 0;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group() != kHiddenGroup) out.options.push_back(outline_of(*option));
  }
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (command->get_group() == kHiddenGroup) continue;
    auto below = out.path;
    below.push_back(command->get_name());
    out.commands.push_back(outline_below(*command, std::move(below)));
  }
  return out;
}

}  // namespace

const CommandOutline* CommandOutline::find(const std::string& name) const {
  const auto found =
      std::ranges::find_if(commands, [&name](const auto& command) { return command.path.back() == name; });
  return found == commands.end() ? nullptr : &*found;
}

std::string CommandOutline::full_name() const {
  return CLI::detail::join(path, " ");
}

OptionOutline outline_of(const CLI::Option& option) {
  OptionOutline out;
  out.positional = !option.nonpositional();
  if (out.positional) {
    out.names.push_back(option.get_name(true));
  } else {
    for (const std::string& name : option.get_snames()) out.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) out.names.push_back("--" + name);
  }
  out.choices = choices_in(option.get_type_name());
  out.value = value_name(option, out.choices);
  out.help = option.get_description();
  out.preset = option.get_default_str();
  out.required = option.get_required();
  out.repeats = option.get_expected_max() > 1 && option.get_multi_option_policy() == CLI::MultiOptionPolicy::Throw;
  return out;
}

CommandOutline outline_of(const CLI::App& app) {
  return outline_below(app, {});
}

}  // namespace morgue::cli
