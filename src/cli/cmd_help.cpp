// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_help.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <algorithm>
#include <filesystem>

#include "cli/completion_script.h"
#include "cli/exit_code.h"
#include "cli/help_topic.h"
#include "cli/manual.h"
#include "cli/outline.h"
#include "cli/pager.h"
#include "cli/query_help.h"
#include "core/error.h"
#include "io/durable.h"
#include "query/cheat_sheet.h"
#include "text/suggest.h"

namespace morgue::cli {
namespace {

constexpr const char* kQueryTopic = "query";

const CLI::App* visible_command(const CLI::App& app, const std::string& name) {
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (command->get_name() == name && command->get_group() != kHiddenGroup) return command;
  }
  return nullptr;
}

}  // namespace

CLI::App* HelpCommand::declare(CLI::App& app) {
  app_ = &app;
  CLI::App* command = app.add_subcommand("help", "Explain a command, or the query language: morgue help query");
  command->add_option("TOPIC", topic_, "A command, or a topic: morgue help lists them");
  auto* manual = command->add_flag("--man", manual_, "Print the manual page, for man -l or mandoc");
  auto* completion =
      command->add_option("--completion", completion_, "Print what this shell needs to complete commands")
          ->check(CLI::IsMember({"bash", "zsh", "fish"}))
          ->excludes(manual);
  command->add_option("--manuals", manuals_folder_, "Write all manual pages to this folder")
      ->type_name("DIR")
      ->excludes(manual)
      ->excludes(completion);
  return command;
}

int HelpCommand::run(Context& context) {
  if (!manuals_folder_.empty()) {
    write_manuals();
  } else if (!completion_.empty()) {
    context.out.write(completion_script(completion_));
  } else if (manual_) {
    context.out.write(manual());
  } else if (context.options.no_pager) {
    context.out.write(text());
  } else {
    page(context.out, text());
  }
  return kSuccess;
}

std::string HelpCommand::text() const {
  if (topic_.empty()) return overview();
  if (topic_.front() == kQueryTopic) return help_page(query::cheat_sheet());
  std::string out;
  const CLI::App* command = visible_command(*app_, topic_.front());
  std::string path = app_->get_name();
  for (std::size_t i = 1; i < topic_.size() && command != nullptr; ++i) {
    path += " " + command->get_name();
    command = visible_command(*command, topic_[i]);
  }
  if (command != nullptr) out = command->help(path);
  for (const Topic& topic : topics()) {
    if (topic_.size() == 1 && topic.name == topic_.front()) out += (out.empty() ? "" : "\n") + topic_page(topic);
  }
  if (out.empty()) refuse(false);
  return out;
}

std::string HelpCommand::manual() const {
  const auto pages = all_manuals(outline_of(*app_));
  std::string name = "morgue";
  for (const std::string& word : topic_) name += "-" + word;
  for (const ManualPage& page : pages) {
    // morgue-search.1: with its section or without.
    if (page.file == name || page.file.substr(0, page.file.rfind('.')) == name) return page.text;
  }
  refuse(true);
}

void HelpCommand::write_manuals() const {
  std::error_code error;
  std::filesystem::create_directories(manuals_folder_, error);
  if (error) throw Error(ErrorCode::Io, manuals_folder_ + ": cannot be made: " + error.message());
  for (const ManualPage& page : all_manuals(outline_of(*app_))) {
    io::write_file_atomically(std::filesystem::path(manuals_folder_) / page.file, page.text);
  }
}

void HelpCommand::refuse(bool manual) const {
  std::string asked;
  for (const std::string& word : topic_) asked += (asked.empty() ? "" : " ") + word;
  std::vector<std::string> names = {kQueryTopic};
  for (const Topic& topic : topics()) names.push_back(topic.name);
  for (const CommandOutline& command : outline_of(*app_).commands) names.push_back(command.path.back());
  const std::string meant = text::nearest(asked, std::vector<std::string_view>(names.begin(), names.end()));
  const std::string what = manual ? "there is no manual page on \"" : "there is no help on \"";
  throw Error(ErrorCode::Usage, what + asked + "\"",
              meant.empty() || meant == asked ? "see morgue help" : "did you mean morgue help " + meant + "?");
}

std::string HelpCommand::overview() const {
  std::string out = "Topics\n";
  const auto row = [&out](const std::string& name, const std::string& help) {
    out += fmt::format("  {:<11}  {}\n", name, help);
  };
  row(kQueryTopic, "The query language on one page");
  for (const Topic& topic : topics()) row(topic.name, topic.summary);
  out += "\nCommands\n";
  for (const CommandOutline& command : outline_of(*app_).commands) row(command.path.back(), command.help);
  return out + "\nmorgue help TOPIC or morgue help COMMAND says more.\n";
}

}  // namespace morgue::cli
