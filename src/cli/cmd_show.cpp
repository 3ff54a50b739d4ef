// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_show.h"

#include <CLI/App.hpp>

#include "cli/exit_code.h"
#include "cli/pager.h"
#include "core/error.h"
#include "render/article.h"
#include "render/revisions.h"

namespace morgue::cli {
namespace {

std::string json_line(const std::vector<Revision>& revisions, std::size_t at) {
  std::vector<ArticlePart> changed;
  if (at > 0) changed = changed_parts(revisions[at - 1], revisions[at]);
  return render::revision_json(revisions[at], changed) + "\n";
}

}  // namespace

void warn_missing(archive::Reader& reader, std::int64_t id) {
  const std::string embargo = reader.embargo_of(id);
  Context::warn("morgue: " + (embargo.empty() ? "there is no article " + std::to_string(id) : embargo));
}

CLI::App* ShowCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("show", "Print whole articles");
  command->add_option("ID", ids_, "Ids as search prints them")->required();
  command->add_option("-o,--output", output_, "Output format")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  auto* all = command->add_flag("--revisions", revisions_,
                                "The texts that the article has had, oldest first (json: with all of each)");
  command->add_option("--revision", revision_, "One of these, whole")
      ->check(CLI::PositiveNumber)
      ->type_name("N")
      ->excludes(all);
  as_of_.declare(*command);
  return command;
}

std::string ShowCommand::history(const Context& context, const std::vector<Revision>& revisions) const {
  if (output_ == "text") return render::history_text(revisions, text_style(context.options.colour));
  std::string text;
  for (std::size_t i = 0; i < revisions.size(); ++i) text += json_line(revisions, i);
  return text;
}

std::string ShowCommand::one_revision(const Context& context, const std::vector<Revision>& revisions,
                                      std::int64_t id) const {
  const auto number = static_cast<std::size_t>(revision_);
  if (number > revisions.size()) {
    Context::warn("morgue: article " + std::to_string(id) + " has no revision " + std::to_string(revision_) +
                  ", the last is " + std::to_string(revisions.size()));
    return {};
  }
  if (output_ == "json") return json_line(revisions, number - 1);
  return render::revision_text(revisions[number - 1], revisions.size(), text_style(context.options.colour));
}

std::string ShowCommand::shown(const Context& context, archive::Reader& reader, std::int64_t id) const {
  if (revisions_ || revision_ > 0) {
    const auto revisions = reader.revisions(id);
    if (revisions.empty()) {
      warn_missing(reader, id);
      return {};
    }
    return revisions_ ? history(context, revisions) : one_revision(context, revisions, id);
  }
  auto article = reader.find(id);
  if (!article) {
    warn_missing(reader, id);
    return {};
  }
  const render::Shown shown{std::move(*article), reader.carriers(id)};
  return output_ == "json" ? render::shown_json(shown) + "\n"
                           : render::shown_text(shown, text_style(context.options.colour));
}

int ShowCommand::run(Context& context) {
  const auto as_of = as_of_.resolve(Context::today());
  if (as_of && (revisions_ || revision_ > 0)) {
    throw Error(ErrorCode::Usage, "--as-of does not go with --revisions and --revision",
                "they show what there is today");
  }
  archive::Reader reader(context.layout(), as_of);
  std::string text;
  bool missing = false;
  for (const std::int64_t id : ids_) {
    const std::string one = shown(context, reader, id);
    missing = missing || one.empty();
    if (output_ == "text" && !text.empty() && !one.empty()) text += "\n";
    text += one;
  }
  if (output_ == "text" && !context.options.no_pager) {
    page(context.out, text);
  } else {
    context.out.write(text);
  }
  return missing ? kNoMatches : kSuccess;
}

}  // namespace morgue::cli
