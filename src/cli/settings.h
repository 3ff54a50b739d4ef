// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace morgue::cli {

/// An option that a configuration file can give a value, by its key: `color`, `search.sort`.
struct Setting {
  std::string key;
  CLI::Option* option = nullptr;
};

/// All of them, in the order of their declaration.
std::vector<Setting> all_settings(CLI::App& app);
/// Throws Error{Usage} with the nearest key; `where` stands before the message.
Setting setting_named(CLI::App& app, const std::string& key, const std::string& where);
/// Gives the option this value as if it had been typed. Throws Error{Usage} when it cannot have it.
void give(const Setting& setting, const std::vector<std::string>& values, const std::string& where);

/// `$XDG_CONFIG_HOME/morgue/config.toml`, else `~/.config/morgue/config.toml`; none without a home.
std::optional<std::filesystem::path> user_settings_file();
std::filesystem::path archive_settings_file(const Context& context);

/// Where the values that are not defaults came from: `flag`, `$MORGUE_ARCHIVE`, `config.toml:3`.
using Origins = std::map<const CLI::Option*, std::string>;

/// After the command line was read: what it leaves open is filled from the environment, the archive's file, the user's
/// file, in this order. Throws Error{Usage} naming file, line and key for what is not known or cannot be.
Origins apply_settings(CLI::App& app, Context& context);
/// Of all that only which archive is meant, for who mends the files.
void apply_archive_setting(CLI::App& app);

}  // namespace morgue::cli
