// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace morgue::cli {

struct SettingsEntry {
  std::string key;                  ///< with its section: `search.sort`
  std::vector<std::string> values;  ///< several for a list
  std::size_t line = 0;             ///< counted from 1
};

/// What a config.toml says: TOML with sections, strings, numbers, booleans and lists of these. Throws Error{Usage} that
/// names file and line for what is none, and for a key that is there twice.
std::vector<SettingsEntry> parse_settings(const std::string& text, const std::string& file);

/// The text with a key set to another value, everything else as it was: in its place if it was there, else at the end
/// of its section, which is made if need be.
std::string with_setting(const std::string& text, const std::string& file, const std::string& key,
                         const std::vector<std::string>& values);
std::string without_setting(const std::string& text, const std::string& file, const std::string& key);

/// A value as TOML.
std::string settings_value(const std::vector<std::string>& values);

}  // namespace morgue::cli
