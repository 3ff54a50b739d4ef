// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_show.h"

#include <CLI/App.hpp>

#include "archive/reader.h"
#include "cli/exit_code.h"
#include "cli/pager.h"
#include "render/article.h"

namespace morgue::cli {

CLI::App* ShowCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("show", "Print whole articles");
  command->add_option("ID", ids_, "Ids as search prints them")->required();
  command->add_option("-o,--output", output_, "Output format")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->add_flag("--revisions", revisions_, "Every text the article has had, oldest first");
  return command;
}

int ShowCommand::run(Context& context) {
  archive::Reader reader(context.layout());
  std::string text;
  bool missing = false;
  for (const std::int64_t id : ids_) {
    std::vector<StoredArticle> versions;
    if (revisions_) {
      versions = reader.revisions(id);
    } else if (auto article = reader.find(id)) {
      versions.push_back(std::move(*article));
    }
    if (versions.empty()) {
      missing = true;
      const std::string embargo = reader.embargo_of(id);
      Context::warn("morgue: " + (embargo.empty() ? "there is no article " + std::to_string(id) : embargo));
    }
    for (const auto& version : versions) {
      if (output_ == "json") {
        text += render::article_json(version) + "\n";
      } else {
        if (!text.empty()) text += "\n";
        text += render::article_text(version, text_style(context.options.colour));
      }
    }
  }
  if (output_ == "text" && !context.options.no_pager) {
    page(context.out, text);
  } else {
    context.out.write(text);
  }
  return missing ? kNoMatches : kSuccess;
}

}  // namespace morgue::cli
