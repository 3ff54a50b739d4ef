// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/settings.h"

#include <CLI/App.hpp>
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "cli/settings_file.h"
#include "cli/terminal.h"
#include "core/error.h"
#include "io/own_file.h"
#include "text/suggest.h"

namespace morgue::cli {
namespace {

constexpr const char* kFileName = "config.toml";
constexpr const char* kHint = "see morgue help config";

/// Options that run what they are given: not for the files of strangers.
constexpr std::array<std::string_view, 3> kHooks = {"on-success", "on-failure", "command"};

std::optional<std::string> variable(const char* name) {
  auto value = process_environment()(name);
  if (value && value->empty()) value.reset();
  return value;
}

bool is_setting(const CLI::Option& option) {
  static constexpr std::array<std::string_view, 3> kNone = {"help", "version", "config"};
  if (!option.nonpositional() || option.get_lnames().empty() || option.get_group().empty()) return false;
  return std::ranges::find(kNone, option.get_lnames().front()) == kNone.end();
}

void add_settings(CLI::App& app, const std::string& section, std::vector<Setting>& out) {
  for (CLI::Option* option : app.get_options()) {
    if (is_setting(*option)) out.push_back({section + option->get_lnames().front(), option});
  }
  for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
    if (command->get_name() == "config" || command->get_name() == "help") continue;
    if (!command->get_group().empty()) add_settings(*command, section + command->get_name() + ".", out);
  }
}

struct SettingsFile {
  std::filesystem::path path;
  bool of_archive = false;
  std::vector<SettingsEntry> entries;
};

std::optional<SettingsFile> read_file(const std::filesystem::path& path, bool of_archive) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) return std::nullopt;
  std::ifstream in;
  // Reading a folder throws what no user should see.
  if (!error && status.type() != std::filesystem::file_type::directory) in.open(path, std::ios::binary);
  if (!in.is_open()) {
    throw Error(ErrorCode::Io, path.string() + ": cannot be read", "make the file readable, or take it away");
  }
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return SettingsFile{path, of_archive, parse_settings(text, path.string())};
}

bool is_hook(const CLI::Option& option) {
  return std::ranges::find(kHooks, option.get_lnames().front()) != kHooks.end();
}

void check_trust(const SettingsFile& file, const Setting& setting, const std::string& where) {
  if (!file.of_archive || !is_hook(*setting.option) || io::is_own_file(file.path)) return;
  throw Error(ErrorCode::Usage, where + setting.key + " is a command to run, in a file that others can write",
              "take it over after a look with chown and chmod o-w, or give the command as an option");
}

/// A folder in a file means the same from wherever the program is started.
std::vector<std::string> absolute_archive(const std::vector<std::string>& values, const std::string& where) {
  std::string folder = values.front();
  if (folder.starts_with("~/")) {
    const auto home = variable("HOME");
    if (!home)
      throw Error(ErrorCode::Usage, where + "archive: there is no home directory for ~", "write the whole path");
    folder = *home + folder.substr(1);
  }
  if (!folder.starts_with('/')) {
    throw Error(ErrorCode::Usage, where + "archive: " + folder + " is not an absolute path",
                "write the whole path, from / or ~/ on");
  }
  return {folder};
}

bool excluded(const CLI::Option& option) {
  return std::ranges::any_of(option.get_excludes(), [](const CLI::Option* other) { return other->count() > 0; });
}

void apply_file(CLI::App& app, const SettingsFile& file, Origins& origins) {
  for (const SettingsEntry& entry : file.entries) {
    const std::string line = file.path.string() + ":" + std::to_string(entry.line);
    const std::string where = line + ": ";
    const Setting setting = setting_named(app, entry.key, where);
    if (file.of_archive && entry.key == "archive") {
      throw Error(ErrorCode::Usage, where + "the file of an archive cannot name another archive",
                  "set archive in the user's file");
    }
    check_trust(file, setting, where);
    if (setting.option->count() > 0 || origins.contains(setting.option) || excluded(*setting.option)) {
      continue;
    }
    give(setting, entry.key == "archive" ? absolute_archive(entry.values, where) : entry.values, where);
    origins[setting.option] = line;
  }
}

void apply_environment(CLI::App& app, Origins& origins) {
  const auto take = [&](const char* name, const char* key, bool use_value) {
    const auto value = variable(name);
    const Setting setting = setting_named(app, key, "");
    if (!value || setting.option->count() > 0) return;
    if (use_value) give(setting, {*value}, std::string("$") + name + ": ");
    origins[setting.option] = std::string("$") + name;
  };
  take("MORGUE_ARCHIVE", "archive", true);
  take("MORGUE_TIMEZONE", "timezone", true);
  take("NO_COLOR", "color", false);  // what is then done depends on the stream: cli/terminal.h
}

/// Takes from command line and environment all, from the user's file the archive: which one it is must be known before
/// the file in it can be read. Returns the user's file.
std::optional<SettingsFile> find_archive(CLI::App& app, Origins& origins) {
  for (const Setting& setting : all_settings(app)) {
    if (setting.option->count() > 0) origins[setting.option] = "flag";
  }
  apply_environment(app, origins);
  std::optional<SettingsFile> user;
  if (const auto path = user_settings_file()) user = read_file(*path, false);
  if (!user) return user;
  SettingsFile first{user->path, false, {}};
  std::ranges::copy_if(user->entries, std::back_inserter(first.entries),
                       [](const SettingsEntry& entry) { return entry.key == "archive"; });
  apply_file(app, first, origins);
  return user;
}

/// What CLI11 has against a value, without the name of the option: the key says it.
std::string complaint(const CLI::Error& error, const CLI::Option& option) {
  std::string text = error.what();
  const std::string name = option.get_name() + ": ";
  if (text.starts_with(name)) text.erase(0, name.size());
  return text;
}

}  // namespace

std::vector<Setting> all_settings(CLI::App& app) {
  std::vector<Setting> out;
  add_settings(app, "", out);
  return out;
}

Setting setting_named(CLI::App& app, const std::string& key, const std::string& where) {
  const auto settings = all_settings(app);
  std::vector<std::string> keys;
  for (const Setting& setting : settings) {
    if (setting.key == key) return setting;
    const auto dot = setting.key.rfind('.');
    const std::string section = dot == std::string::npos ? "" : setting.key.substr(0, dot + 1);
    for (const std::string& name : setting.option->get_lnames()) {
      if (section + name == key) return setting;
    }
    keys.push_back(setting.key);
  }
  const std::string meant = text::nearest(key, std::vector<std::string_view>(keys.begin(), keys.end()));
  throw Error(ErrorCode::Usage, where + "there is no setting \"" + key + "\"",
              meant.empty() ? "morgue config list --all shows what there is" : "did you mean " + meant + "?");
}

void give(const Setting& setting, const std::vector<std::string>& values, const std::string& where) {
  CLI::Option& option = *setting.option;
  const auto before = option.results();
  try {
    option.clear();
    if (option.get_expected_min() == 0) {
      if (values.size() != 1) throw CLI::ValidationError(setting.key, "takes one value");
      option.add_result(option.get_flag_value(option.get_lnames().front(), values.front()));
    } else {
      if (values.size() > 1 && option.get_expected_max() == 1) {
        throw CLI::ValidationError(setting.key, "takes one value");
      }
      for (const std::string& value : values) option.add_result(value);
    }
    option.run_callback();
  } catch (const CLI::Error& error) {
    option.clear();
    if (!before.empty()) option.add_result(before);
    throw Error(ErrorCode::Usage, where + setting.key + ": " + complaint(error, option), kHint);
  }
}

std::optional<std::filesystem::path> user_settings_file() {
  if (const auto folder = variable("XDG_CONFIG_HOME"); folder && folder->starts_with('/')) {
    return std::filesystem::path(*folder) / "morgue" / kFileName;
  }
  if (const auto home = variable("HOME")) return std::filesystem::path(*home) / ".config" / "morgue" / kFileName;
  return std::nullopt;
}

std::filesystem::path archive_settings_file(const Context& context) {
  return context.layout().root() / kFileName;
}

Origins apply_settings(CLI::App& app, Context& context) {
  Origins origins;
  const auto user = find_archive(app, origins);
  std::optional<std::filesystem::path> of_archive;
  try {
    of_archive = archive_settings_file(context);
  } catch (const Error&) {
    // no home to look for an archive in: who needs one will say so
  }
  if (of_archive) {
    if (const auto file = read_file(*of_archive, true)) apply_file(app, *file, origins);
  }
  if (user) apply_file(app, *user, origins);
  return origins;
}

void apply_archive_setting(CLI::App& app) {
  Origins origins;
  find_archive(app, origins);
}

}  // namespace morgue::cli
