// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_takedown.h"

#include <unistd.h>

#include <CLI/App.hpp>
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <iostream>

#include "cli/exit_code.h"
#include "cli/takedown_output.h"
#include "core/error.h"
#include "query/parser.h"
#include "render/sanitise.h"
#include "text/utf8.h"

namespace morgue::cli {
namespace {

// A query that finds more than one looks at in passing is not taken at its word.
constexpr std::size_t kHandful = 5;
constexpr std::size_t kLongestReason = 500;

bool is_number(const std::string& word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

ArticleId id_of(const std::string& word) {
  ArticleId id = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), id);
  if (error != std::errc{} || id == 0) {
    throw Error(ErrorCode::Usage, "there is no article " + word, "ids are what search prints");
  }
  return id;
}

/// What is printed again and again must be one line of text.
std::string line(const std::string& option, const std::string& value) {
  if (value.size() > kLongestReason) {
    throw Error(ErrorCode::Usage, option + " is longer than " + std::to_string(kLongestReason) + " bytes",
                "shorten it");
  }
  if (!text::is_valid_utf8(value) || render::sanitise_line(value) != value) {
    throw Error(ErrorCode::Usage, option + " has characters in it that are no text", "write it on one line");
  }
  return value;
}

Timestamp until_of(const std::string& value) {
  constexpr const char* kHint = "for example 2027-01-31, 2027-01 or 2027-01-31T12:00:00Z (shown again from then on)";
  const auto until = Timestamp::from_string(value);
  if (!until) throw Error(ErrorCode::Usage, "--until takes a date, not \"" + value + "\"", kHint);
  if (until->utc_seconds() <= std::time(nullptr)) {
    throw Error(ErrorCode::Usage, "--until " + value + " is not in the future", kHint);
  }
  return *until;
}

int exit_code_of(const archive::PurgeResult& result) {
  if (result.held_up) return kLocked;
  return result.finished() ? kSuccess : kInconsistent;
}

}  // namespace

CLI::App* TakedownCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("takedown", "Withdraw articles: hide them, or remove them for ever");
  command->add_option("WHAT", what_,
                      "Ids as search prints them, or a query (a number as a word in quotes: '\"1984\"')");
  command->add_option("--reason", reason_, "Why; shown to whoever asks for the article")->type_name("TEXT");
  command->add_option("--ref", ref_, "What the one who asked for it calls it: a letter, a case")->type_name("TEXT");
  auto* until = command->add_option("--until", until_, "Hidden until then, and shown again by itself: 2027-01-31")
                    ->type_name("DATE");
  command->add_flag("--purge", purge_, "Remove every trace of the text, and prove it; cannot be undone")
      ->excludes(until);
  command->add_flag("--family", family_, "Near-duplicates, too");
  command->add_flag("-n,--dry-run", dry_run_, "List what would go, and do nothing");
  command->add_flag("-y,--yes", yes_, "Do not ask");
  command->add_option("--undo", undo_, "Show the articles of this takedown again")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  command->add_option("--wait", wait_, "How long to wait for another writer before giving up with exit code 75")
      ->check(CLI::NonNegativeNumber)
      ->type_name("SECONDS");
  command->add_option("-o,--output", output_, "Output format")->check(CLI::IsMember({"text", "json"}));
  return command;
}

archive::TakedownRequest TakedownCommand::request(const Context& context) const {
  archive::TakedownRequest request;
  request.purge = purge_;
  request.family = family_;
  if (std::ranges::all_of(what_, is_number)) {
    for (const std::string& word : what_) request.ids.push_back(id_of(word));
    return request;
  }
  std::string query;
  for (const std::string& word : what_) query += (query.empty() ? "" : " ") + word;
  request.query = query::parse(query, context.parsing());
  return request;
}

archive::TakedownOptions TakedownCommand::options(Context& context) const {
  archive::TakedownOptions options;
  options.reason = line("--reason", reason_);
  options.ref = line("--ref", ref_);
  if (!until_.empty()) options.until = until_of(until_);
  options.purging.indexing.jobs = jobs_or_cores(0);
  options.purging.indexing.warn = [&context](const std::string& text) { context.note(render::sanitise_line(text)); };
  options.purging.wait_seconds = std::max(options.purging.wait_seconds, wait_);
  return options;
}

int TakedownCommand::run(Context& context) {
  if (undo_ != 0) {
    if (!what_.empty() || purge_ || !reason_.empty() || !until_.empty()) {
      throw Error(ErrorCode::Usage, "takedown: --undo takes the number of a takedown and nothing else",
                  "morgue takedowns lists what was withdrawn");
    }
    return undo(context);
  }
  if (what_.empty()) {
    throw Error(ErrorCode::Usage, "takedown: neither ids nor a query given", "see morgue takedown --help");
  }
  if (dry_run_) return rehearse(context);
  if (reason_.find_first_not_of(' ') == std::string::npos) {
    throw Error(ErrorCode::Usage, "takedown: --reason is missing", "it is shown to whoever asks for the article");
  }
  return take_down(context);
}

int TakedownCommand::rehearse(const Context& context) const {
  const auto plan = archive::plan_takedown(context.layout(), request(context));
  context.out.write(output_ == "json" ? plan_json(plan) : plan_text(plan, purge_));
  return plan.articles.empty() ? kNoMatches : kSuccess;
}

int TakedownCommand::undo(Context& context) const {
  archive::TakedownDesk desk(context.layout(), "morgue takedown --undo", wait_, {});
  report_finished(context, desk.finished());
  const auto takedown = desk.undo(undo_);
  if (output_ == "json") {
    context.out.write(undone_json(takedown));
  } else {
    context.out.write(undone_text(takedown));
  }
  return kSuccess;
}

int TakedownCommand::report_finished(const Context& context, const std::vector<archive::PurgeResult>& finished) {
  int code = kSuccess;
  for (const auto& result : finished) {
    Context::warn("takedown " + std::to_string(result.takedown) + ", begun before:");
    Context::warn(purge_text(result));
    if (const int its = exit_code_of(result); its != kSuccess) code = its;
  }
  static_cast<void>(context);
  return code;
}

void TakedownCommand::confirm(const archive::TakedownPlan& plan) const {
  const bool everything = what_.size() == 1 && what_.front() == "*";
  if (yes_ || (!purge_ && !everything && plan.articles.size() <= kHandful)) return;
  std::fputs(plan_text(plan, purge_).c_str(), stderr);
  if (::isatty(STDIN_FILENO) == 0 || ::isatty(STDERR_FILENO) == 0) {
    throw Error(ErrorCode::Usage, "nobody is there to be asked whether these should go; nothing was done",
                "add --yes if they should");
  }
  std::fputs(purge_ ? "Remove them for ever? [y/N] " : "Withhold them? [y/N] ", stderr);
  std::string answer;
  std::getline(std::cin, answer);
  if (answer != "y" && answer != "Y" && answer != "yes") {
    throw Error(ErrorCode::Interrupted, "nothing was done", "");
  }
}

int TakedownCommand::take_down(Context& context) const {
  const auto wanted = request(context);
  const auto how = options(context);
  // Without the arguments: they may quote what is not to stand in any file.
  archive::TakedownDesk desk(context.layout(), "morgue takedown", wait_, how.purging);
  const int before = report_finished(context, desk.finished());
  const auto done_before = [&](ArticleId id) {
    return std::ranges::any_of(desk.finished(), [&](const archive::PurgeResult& result) {
      return std::ranges::find(result.articles, id) != result.articles.end();
    });
  };
  if (purge_ && !wanted.ids.empty() && std::ranges::all_of(wanted.ids, done_before)) return before;
  const auto plan = archive::plan_takedown(context.layout(), wanted);
  if (plan.articles.empty()) {
    if (!desk.finished().empty()) return before;
    context.note("no matches: nothing was done");
    return kNoMatches;
  }
  if (plan.unindexed > 0) {
    Context::warn("morgue: " + grouped(plan.unindexed) +
                  " articles are stored that no query finds yet; morgue reindex indexes them");
  }
  if (wanted.query || family_) confirm(plan);
  if (!purge_) {
    const auto number = desk.withhold(plan, how);
    context.out.write(output_ == "json" ? withheld_json(number, plan) : withheld_text(number, plan, how));
    return kSuccess;
  }
  const auto result = desk.purge(plan, how);
  context.out.write(output_ == "json" ? purged_json(result, plan) : purged_text(result, plan));
  if (result.held_up) {
    Context::warn("morgue: a search that began before still reads what is to go; it is hidden already");
    Context::warn("hint: the next command that writes finishes the purge; or run this one again");
  } else if (!result.finished()) {
    Context::warn("morgue: something is left of what was to be purged");
    Context::warn("hint: remove or mend what is named above, and run the same command again");
  } else {
    context.note("backups made before still have it: replace each with morgue backup DIR");
  }
  return exit_code_of(result);
}

}  // namespace morgue::cli
