// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_config.h"

#include <CLI/App.hpp>
#include <algorithm>
#include <fstream>
#include <iterator>

#include "cli/exit_code.h"
#include "cli/settings.h"
#include "cli/settings_file.h"
#include "core/error.h"
#include "core/width.h"
#include "io/durable.h"
#include "render/json_writer.h"
#include "render/sanitise.h"

namespace morgue::cli {
namespace {

struct Row {
  std::string key;
  std::vector<std::string> values;
  std::string origin;
};

Row row_of(const Setting& setting, const Origins& origins, const Context& context) {
  const CLI::Option& option = *setting.option;
  Row row{setting.key, option.results(), "default"};
  if (const auto found = origins.find(&option); found != origins.end()) row.origin = found->second;
  if (!row.values.empty()) return row;
  if (setting.key == "archive") {
    try {
      row.values = {context.layout().root().string()};
    } catch (const Error&) {
      // no home: there is none
    }
  } else if (option.get_expected_min() == 0) {
    row.values = {"false"};
  } else if (!option.get_default_str().empty()) {
    row.values = {option.get_default_str()};
  }
  return row;
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string value_text(const Row& row) {
  return row.values.empty() ? "" : render::sanitise_line(settings_value(row.values));
}

}  // namespace

CLI::App* ConfigCommand::declare(CLI::App& app) {
  app_ = &app;
  CLI::App* command = app.add_subcommand("config", "Show and set defaults for options, for all archives or for one");
  command->require_subcommand(1);
  const auto named = [command](const char* verb, const char* what) {
    CLI::App* sub = command->add_subcommand(verb, what);
    sub->fallthrough();
    return sub;
  };
  const auto with_key = [this](CLI::App* sub) {
    sub->add_option("KEY", key_, "Name of the setting: timezone, search.sort")->required();
  };
  const auto with_file = [this](CLI::App* sub) {
    sub->add_option("--in", in_, "Which file is written")
        ->check(CLI::IsMember({"user", "archive"}))
        ->capture_default_str();
  };
  list_ = named("list", "List the settings: those of all commands, and what is set");
  list_->add_flag("--origin", origin_, "Say where each value comes from");
  list_->add_flag("--all", all_, "List also what is not set");
  list_->add_option("-o,--output", output_, "Output format")->check(CLI::IsMember({"text", "json"}));
  get_ = named("get", "Print the value that holds");
  with_key(get_);
  set_ = named("set", "Write a value to a file, which keeps its comments");
  with_key(set_);
  set_->add_option("VALUE", values_, "The value; several for an option that can be repeated")->required();
  with_file(set_);
  unset_ = named("unset", "Take a value out of a file");
  with_key(unset_);
  with_file(unset_);
  return command;
}

int ConfigCommand::run(Context& context) {
  if (list_->parsed()) return list(context);
  if (get_->parsed()) return get(context);
  return set_->parsed() ? set(context) : unset(context);
}

int ConfigCommand::list(Context& context) const {
  const Origins origins = apply_settings(*app_, context);
  std::vector<Row> rows;
  for (const Setting& setting : all_settings(*app_)) {
    const bool shown = all_ || setting.key.find('.') == std::string::npos || origins.contains(setting.option);
    if (shown) rows.push_back(row_of(setting, origins, context));
  }
  if (output_ == "json") {
    render::JsonWriter json;
    json.begin_array();
    for (const Row& row : rows) {
      json.begin_object().key("key").string(row.key).key("values").begin_array();
      for (const std::string& value : row.values) json.string(value);
      json.end_array().key("origin").string(row.origin).end_object();
    }
    context.out.write(json.end_array().take() + "\n");
    return kSuccess;
  }
  std::size_t width = 0;
  for (const Row& row : rows) width = std::max(width, column_width(row.key + " = " + value_text(row)));
  for (const Row& row : rows) {
    // What has no value stands as a comment, so that the list can be read back.
    std::string line = row.values.empty() ? "# " + row.key + " is not set" : row.key + " = " + value_text(row);
    if (origin_) {
      const std::size_t used = column_width(line);
      line += std::string(used < width ? width - used + 2 : 2, ' ') + "# " + render::sanitise_line(row.origin);
    }
    context.out.write(line + "\n");
  }
  return kSuccess;
}

int ConfigCommand::get(Context& context) const {
  const Setting setting = setting_named(*app_, key_, "");
  const Origins origins = apply_settings(*app_, context);
  const Row row = row_of(setting, origins, context);
  for (const std::string& value : row.values) context.out.write(render::sanitise_line(value) + "\n");
  if (row.values.empty()) context.note(setting.key + " is not set");
  return row.values.empty() ? kNoMatches : kSuccess;
}

std::filesystem::path ConfigCommand::file(const Context& context) const {
  if (in_ == "archive") {
    // The user's file may say which archive is meant, and may be what is to be mended: only this is taken from it.
    context.layout().require();
    return archive_settings_file(context);
  }
  if (auto user = user_settings_file()) return *user;
  throw Error(ErrorCode::Usage, "there is no home directory to keep settings in",
              "set HOME or XDG_CONFIG_HOME, or write them to the archive with --in archive");
}

int ConfigCommand::set(Context& context) {
  if (in_ == "archive") apply_archive_setting(*app_);
  const Setting setting = setting_named(*app_, key_, "");
  if (in_ == "archive" && setting.key == "archive") {
    throw Error(ErrorCode::Usage, "the file of an archive cannot name another archive", "leave --in archive out");
  }
  const auto path = file(context);
  if (setting.key == "archive") {
    for (std::string& value : values_) value = std::filesystem::absolute(value).lexically_normal().string();
  }
  give(setting, values_, "");
  const std::string text = with_setting(text_of(path), path.string(), setting.key, values_);
  std::error_code error;
  std::filesystem::create_directories(path.parent_path(), error);
  if (error) throw Error(ErrorCode::Io, path.parent_path().string() + ": cannot be made: " + error.message());
  io::write_file_atomically(path, text);
  context.note(setting.key + " is set in " + path.string());
  return kSuccess;
}

int ConfigCommand::unset(Context& context) {
  if (in_ == "archive") apply_archive_setting(*app_);
  const auto path = file(context);
  const std::string text = text_of(path);
  const std::string without = without_setting(text, path.string(), key_);
  if (without == text) {
    context.note(key_ + " is not set in " + path.string());
    return kNoMatches;
  }
  io::write_file_atomically(path, without);
  context.note(key_ + " is no longer set in " + path.string());
  return kSuccess;
}

}  // namespace morgue::cli
