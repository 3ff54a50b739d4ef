// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_receipt.h"

#include <CLI/App.hpp>
#include <ctime>
#include <vector>

#include "archive/receipt.h"
#include "cli/exit_code.h"
#include "cli/no_matches.h"
#include "cli/pager.h"
#include "cli/receipt_file.h"
#include "cli/version.h"
#include "cli/watch_output.h"
#include "core/error.h"
#include "core/timestamp.h"
#include "render/receipt_check.h"

namespace morgue::cli {
namespace {

render::ReceiptSide side_of(const archive::Receipt& receipt) {
  const auto time = Timestamp::from_utc_seconds(receipt.state.time);
  return {time ? time->to_string() : std::string(),
          receipt.morgue,
          receipt.analyser,
          receipt.state.articles,
          receipt.state.run,
          receipt.state.seq,
          static_cast<std::int64_t>(receipt.matches.size()),
          receipt.ids_hash};
}

render::ReceiptHeading heading_of(const archive::Receipt& receipt, const archive::ReceiptCheck& check) {
  const bool as_typed = receipt.filters.empty();
  return {as_typed ? receipt.query : receipt.tree,
          receipt.tree,
          side_of(receipt),
          side_of(check.now),
          check.same,
          check.changes.count(archive::Change::New),
          check.changes.count(archive::Change::Changed),
          check.changes.count(archive::Change::Withdrawn)};
}

archive::ReceiptCheck check(archive::Reader& reader, const archive::Receipt& receipt, const std::string& file) {
  try {
    return archive::check_receipt(reader, receipt, std::time(nullptr));
  } catch (const Error& error) {
    if (error.code() != ErrorCode::Usage && error.code() != ErrorCode::Query) throw;
    throw Error(error.code(), file + ": " + error.message(), error.hint());
  }
}

}  // namespace

CLI::App* ReceiptCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("receipt", "Verify what search, count and export wrote with --receipt");
  command->require_subcommand(1);
  CLI::App* verify = command->add_subcommand(
      "verify", "Ask again, and say what was added, changed and withdrawn; exit code 0 when the answer is the same");
  verify->fallthrough();
  verify->add_option("FILE", file_, "The receipt")->required();
  verify->add_option("-o,--output", output_, "Output format")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  return command;
}

int ReceiptCommand::run(Context& context) {
  const archive::Receipt receipt = read_receipt(file_);
  archive::Reader reader(context.layout());
  archive::ReceiptCheck found = check(reader, receipt, file_);
  found.now.morgue = kVersion;
  const render::ReceiptHeading heading = heading_of(receipt, found);
  std::vector<render::WatchedArticle> articles;
  for (const auto& entry : found.changes.entries) articles.push_back(watched(entry, reader));

  if (output_ == "json") {
    context.out.write(render::receipt_check_json(heading, articles));
  } else {
    const std::string text = render::receipt_check_text(heading, articles, text_style(context.options.colour));
    if (context.options.no_pager) {
      context.out.write(text);
    } else {
      page(context.out, text);
    }
  }
  context.out.flush();
  note_index_lag(context, reader);
  if (found.older_archive) context.note("the archive has not come as far as the receipt: is this an older copy of it?");
  if (found.same) return kSuccess;
  if (!found.other_analyser) return kNoMatches;
  Context::warn("morgue: words are split otherwise than when the receipt was written (" + receipt.analyser + " then, " +
                found.now.analyser + " now): some of this may be by that");
  return kInconsistent;
}

}  // namespace morgue::cli
