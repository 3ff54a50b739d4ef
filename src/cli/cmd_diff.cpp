// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_diff.h"

#include <CLI/App.hpp>
#include <limits>
#include <utility>

#include "archive/reader.h"
#include "archive/revision_diff.h"
#include "cli/cmd_show.h"
#include "cli/exit_code.h"
#include "cli/pager.h"
#include "core/error.h"
#include "render/revisions.h"

namespace morgue::cli {
namespace {

Revision revision_of(archive::Reader& reader, const StoredArticle& article, int number) {
  if (auto revision = reader.revision(article.id, number)) return std::move(*revision);
  throw Error(
      ErrorCode::Usage,
      "article " + std::to_string(article.id) + " has no revision " + std::to_string(number) +
          (article.revision == 1 ? ": it has had one text only" : ", the last is " + std::to_string(article.revision)),
      "see morgue show " + std::to_string(article.id) + " --revisions");
}

}  // namespace

CLI::App* DiffCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("diff", "Show what changed between two revisions of an article");
  command->add_option("ID", id_, "Id as search prints it")->required();
  command->add_option("FROM", from_, "Number of a revision (default: the one before the present)")
      ->check(CLI::Range(1, std::numeric_limits<int>::max()).description(""));
  command->add_option("TO", to_, "Number of another (default: the present one)")
      ->check(CLI::Range(1, std::numeric_limits<int>::max()).description(""));
  command->add_option("-o,--output", output_, "Output format")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  return command;
}

int DiffCommand::run(Context& context) {
  archive::Reader reader(context.layout());
  const auto article = reader.find(id_);
  if (!article) {
    warn_missing(reader, id_);
    return kNoMatches;
  }
  const int to = to_ == 0 ? article->revision : to_;
  const int from = from_ == 0 ? article->revision - 1 : from_;
  if (from == 0) {
    if (output_ == "json") context.out.write(render::diff_json({}));
    context.note("article " + std::to_string(id_) + " has had one text only");
    return kNoMatches;
  }
  if (from == to) {
    const std::string number = std::to_string(id_);
    throw Error(ErrorCode::Usage, "a revision does not differ from itself: " + std::to_string(from),
                from > 1 ? "what it changed: morgue diff " + number + " " + std::to_string(from - 1) + " " +
                               std::to_string(from)
                         : "see morgue show " + number + " --revisions");
  }
  const Revision before = revision_of(reader, *article, from);
  const Revision after = revision_of(reader, *article, to);
  const auto diffs = archive::revision_diff(before, after);
  if (output_ == "json") {
    context.out.write(render::diff_json(diffs));
  } else if (diffs.empty()) {
    context.note("no differences");
  } else {
    const std::string text = render::diff_text(before, after, diffs, text_style(context.options.colour));
    if (context.options.no_pager) {
      context.out.write(text);
    } else {
      page(context.out, text);
    }
  }
  return diffs.empty() ? kNoMatches : kSuccess;
}

}  // namespace morgue::cli
