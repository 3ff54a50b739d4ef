// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_rejects.h"

#include <CLI/App.hpp>
#include <algorithm>

#include "catalog/catalog.h"
#include "catalog/run_log.h"
#include "cli/bar_style.h"
#include "cli/exit_code.h"
#include "cli/intake_options.h"
#include "core/error.h"
#include "render/rejects.h"
#include "render/table.h"

namespace morgue::cli {
namespace {

constexpr std::size_t kRunsToLookAt = 10000;

std::int64_t last_with_rejects(catalog::Catalog& catalog) {
  for (const auto& run : catalog::RunLog(catalog).recent(kRunsToLookAt)) {
    if (run.counts.rejected > 0) return run.id;
  }
  return 0;
}

catalog::RejectGroup group_named(const std::string& name) {
  if (name == "run") return catalog::RejectGroup::Run;
  return name == "dump" ? catalog::RejectGroup::Dump : catalog::RejectGroup::Reason;
}

}  // namespace

CLI::App* RejectsCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("rejects", "List records that a run could not make articles of");
  auto* run = command->add_option("--run", filter_.run, "Number of the run (default: the last one that rejected any)")
                  ->check(CLI::PositiveNumber)
                  ->type_name("N");
  command->add_flag("--all", all_, "Of all runs")->excludes(run);
  command->add_option("--dump", filter_.dump, "Only of dumps with this in their path")->type_name("TEXT");
  command->add_option("--reason", filter_.reason, "Only with this in the reason")->type_name("TEXT");
  auto* by = command->add_option("--by", by_, "Count them by run (of all runs), dump or reason")
                 ->check(CLI::IsMember({"run", "dump", "reason"}));
  command->add_flag("--remarks", remarks_, "List faults of records that were stored all the same")->excludes(by);
  command->add_option("-o,--output", output_, "Output format")
      ->check(CLI::IsMember({"text", "json", "jsonl", "csv"}))
      ->capture_default_str();
  return command;
}

int RejectsCommand::list(Context& context, catalog::RejectLog& log) const {
  if (output_ == "csv")
    throw Error(ErrorCode::Usage, "rejects: a list has no csv output", "use -o jsonl, or count with --by");
  const auto rejects = remarks_ ? log.remarks(filter_) : log.list(filter_);
  std::string before;
  if (output_ == "json") context.out.write("[");
  for (const auto& [run, reject] : rejects) {
    if (output_ == "text") {
      context.out.write((remarks_ ? remark_line(reject.where, reject.reason) : reject_line(reject)) + "\n");
    } else {
      context.out.write(before + render::reject_json(run, reject) + (output_ == "jsonl" ? "\n" : ""));
      if (output_ == "json") before = ",\n";
    }
    if (context.out.closed()) break;
  }
  if (output_ == "json") context.out.write("]\n");
  return rejects.empty() ? kNoMatches : kSuccess;
}

int RejectsCommand::count(Context& context, catalog::RejectLog& log) const {
  render::Counts counts;
  std::int64_t all = 0;
  for (auto& [value, count] : log.counts(filter_, group_named(by_))) {
    all += count;
    counts.emplace_back(std::move(value), count);
  }
  if (output_ == "json") {
    context.out.write(render::counts_json(counts));
  } else if (output_ == "jsonl") {
    context.out.write(render::counts_jsonl(counts));
  } else if (output_ == "csv") {
    context.out.write(render::counts_csv(counts, ','));
  } else {
    context.out.write(render::counts_text(counts, all, text_style(context.options.colour), bar_style()));
  }
  return counts.empty() ? kNoMatches : kSuccess;
}

int RejectsCommand::run(Context& context) {
  const auto layout = context.layout();
  layout.require();
  catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Read);
  const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  catalog::RejectLog log(catalog);
  if (filter_.run == 0 && !all_ && !remarks_ && by_ != "run") filter_.run = last_with_rejects(catalog);
  return by_.empty() ? list(context, log) : count(context, log);
}

}  // namespace morgue::cli
