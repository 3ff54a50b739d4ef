// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_tag.h"

#include <CLI/App.hpp>
#include <algorithm>
#include <charconv>
#include <ctime>
#include <iostream>

#include "archive/annotations.h"
#include "archive/reader.h"
#include "catalog/catalog.h"
#include "cli/cmd_show.h"
#include "cli/exit_code.h"
#include "cli/plain_table.h"
#include "core/error.h"
#include "render/json_writer.h"
#include "render/sanitise.h"

namespace morgue::cli {
namespace {

ArticleId id_of(const std::string& word) {
  ArticleId id = 0;
  const char* const end = word.data() + word.size();
  const auto [rest, error] = std::from_chars(word.data(), end, id);
  if (error == std::errc{} && rest == end && id > 0) return id;
  throw Error(ErrorCode::Usage, "\"" + word + "\" is not the id of an article",
              "ids are what search prints: morgue search QUERY -o ids | morgue tag - --add NAME");
}

/// Each once, in the order given; `-` stands for those on standard input.
std::vector<ArticleId> ids_of(const std::vector<std::string>& words) {
  std::vector<ArticleId> ids;
  for (const std::string& word : words) {
    if (word != "-") {
      ids.push_back(id_of(word));
      continue;
    }
    for (std::string line; std::cin >> line;) ids.push_back(id_of(line));
  }
  std::vector<ArticleId> seen;
  std::erase_if(ids, [&](ArticleId id) {
    const auto at = std::ranges::lower_bound(seen, id);
    if (at != seen.end() && *at == id) return true;
    seen.insert(at, id);
    return false;
  });
  return ids;
}

std::vector<std::string> tags_of(const std::vector<std::string>& typed) {
  std::vector<std::string> tags;
  for (const std::string& tag : typed) tags.push_back(archive::tag_of(tag));
  return tags;
}

std::string tags_json(const std::vector<catalog::TagCount>& tags) {
  render::JsonWriter json;
  json.begin_array();
  for (const auto& tag : tags) {
    json.begin_object().key("tag").string(tag.name).key("count").integer(tag.articles).end_object();
  }
  return json.end_array().take() + "\n";
}

}  // namespace

CLI::App* TagCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("tag", "Give articles tags of your own, for tagged:NAME; alone: list them");
  command->add_option("ID", ids_, "Ids as search prints them; - reads them from standard input");
  command->add_option("--add", add_, "Give them this tag; may be repeated")->type_name("NAME")->allow_extra_args(false);
  command->add_option("--remove", remove_, "Take this tag off them; may be repeated")
      ->type_name("NAME")
      ->allow_extra_args(false);
  command->add_option("--wait", wait_, "Wait so many seconds for another command that is writing")
      ->check(CLI::NonNegativeNumber)
      ->type_name("SECONDS");
  command->add_option("-o,--output", output_, "Output format")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->footer(
      "Ids without --add and --remove: the tags of these articles. Case and accents do not count: Überprüft and\n"
      "uberpruft are one tag. Tags stay whatever dumps bring, and go with the article when it is purged. (tag: in a\n"
      "query is another name of topic:, what dumps give.)");
  return command;
}

int TagCommand::run(Context& context) {
  const bool changes = !add_.empty() || !remove_.empty();
  if (ids_.empty()) {
    if (changes)
      throw Error(ErrorCode::Usage, "tag: no ids given", "ids are what search prints: morgue tag 12 --add x");
    return list(context);
  }
  const auto ids = ids_of(ids_);
  if (ids.empty()) {
    context.note("no ids: nothing was done");
    return kNoMatches;
  }
  return changes ? change(context, ids) : show(context, ids);
}

int TagCommand::list(const Context& context) const {
  const auto layout = context.layout();
  layout.require();
  catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Read);
  const auto tags = catalog::AnnotationTable(catalog).tags(std::time(nullptr));
  if (output_ == "json") {
    context.out.write(tags_json(tags));
    return kSuccess;
  }
  if (tags.empty()) {
    context.note("no tags yet: morgue tag ID --add NAME");
    return kSuccess;
  }
  std::vector<std::vector<std::string>> rows = {{"ARTICLES", "TAG"}};
  for (const auto& tag : tags) rows.push_back({grouped(tag.articles), render::sanitise_line(tag.name)});
  context.out.write(plain_table(rows));
  return kSuccess;
}

int TagCommand::show(const Context& context, const std::vector<ArticleId>& ids) const {
  archive::Reader reader(context.layout());
  bool missing = false;
  for (const ArticleId id : ids) {
    const auto article = reader.find(id);
    if (!article) {
      warn_missing(reader, id);
      missing = true;
      continue;
    }
    if (output_ == "json") {
      render::JsonWriter json;
      json.begin_object().key("id").integer(id).key("user_tags").begin_array();
      for (const std::string& tag : article->user_tags) json.string(tag);
      context.out.write(json.end_array().end_object().take() + "\n");
    } else {
      const std::string tags = render::sanitise_line(render::join(article->user_tags, ", "));
      context.out.write(std::to_string(id) + (tags.empty() ? ": no tags" : ": " + tags) + "\n");
    }
  }
  return missing ? kNoMatches : kSuccess;
}

int TagCommand::change(const Context& context, const std::vector<ArticleId>& ids) const {
  archive::TagChange change{ids, tags_of(add_), tags_of(remove_)};
  archive::AnnotationOptions options;
  options.command = "morgue tag";
  options.wait_seconds = wait_;
  options.indexing.jobs = jobs_or_cores(0);
  options.indexing.warn = [&context](const std::string& text) { context.note(render::sanitise_line(text)); };
  const std::int64_t changed = archive::change_tags(context.layout(), change, options);
  const auto same = static_cast<std::int64_t>(ids.size()) - changed;
  std::string line = grouped(changed) + (changed == 1 ? " article" : " articles") + " changed";
  if (same > 0) line += ", " + grouped(same) + " already as wanted";
  context.note(line);
  return kSuccess;
}

}  // namespace morgue::cli
