// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_saved.h"

#include <CLI/App.hpp>
#include <algorithm>
#include <ctime>

#include "archive/watch.h"
#include "catalog/saved_searches.h"
#include "cli/catalog_session.h"
#include "cli/exit_code.h"
#include "cli/plain_name.h"
#include "cli/saved_names.h"
#include "cli/saved_output.h"
#include "core/error.h"
#include "query/saved_queries.h"
#include "render/text_parts.h"

namespace morgue::cli {
namespace {

constexpr double kSecondsToWait = 5;
constexpr const char* kCommandHelp = "Give its reports to this, run with sh -c, as JSON Lines after each reindex";

/// Those that ask for `name` by themselves.
std::vector<std::string> users_of(const std::string& name, const query::SavedTexts& texts) {
  std::vector<std::string> users;
  for (const auto& [other, text] : texts) {
    const auto asked = query::saved_names(text);
    if (std::ranges::find(asked, name) != asked.end()) users.push_back(other);
  }
  return users;
}

/// What others have built on the search must stand with its new text, too.
void check_users(const std::string& name, const query::SavedTexts& texts, Day today) {
  for (const std::string& user : users_of(name, texts)) {
    try {
      query::parse(texts.at(user), {today, query::saved_lookup([&texts] { return texts; }, today, user)});
    } catch (const Error& error) {
      throw Error(
          ErrorCode::Query,
          "the saved search " + user + ", which asks for " + name + ", could not be read any more: " + error.message(),
          "replace that one first");
    }
  }
}

}  // namespace

CLI::App* SavedCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("saved", "Keep queries by name, for saved:NAME and morgue watch");
  command->require_subcommand(1);
  const auto named = [this, command](const char* verb, const char* what) {
    CLI::App* sub = command->add_subcommand(verb, what);
    sub->fallthrough();
    return sub;
  };
  const auto with_name = [this](CLI::App* sub) {
    sub->add_option("NAME", name_, "Name of the saved search")->required();
  };
  const auto with_output = [this](CLI::App* sub) {
    sub->add_option("-o,--output", output_, "Output format")->check(CLI::IsMember({"text", "json"}));
  };
  add_ = named("add", "Save a query; saved:NAME stands for it in other queries");
  with_name(add_);
  add_->add_option("QUERY", words_, "Words and operators; dates such as 7d count from the day of each search")
      ->required();
  add_->add_option("--note", note_, "What it is for")->type_name("TEXT");
  add_->add_flag("--replace", replace_, "Replace the query that is saved under this name");
  add_->add_flag("--watch", watched_, "Watch it, too: see morgue watch");
  add_->add_option("--command", command_, kCommandHelp)->type_name("CMD");
  list_ = named("list", "List the saved searches");
  with_output(list_);
  show_ = named("show", "Show a saved search and what became of its reports");
  with_name(show_);
  with_output(show_);
  remove_ = named("remove", "Forget a saved search");
  with_name(remove_);
  watch_ = named("watch", "Watch a saved search from now on, or no longer");
  with_name(watch_);
  watch_->add_option("ON", on_or_off_, "on or off")->required()->check(CLI::IsMember({"on", "off"}));
  watch_->add_option("--command", command_, kCommandHelp)->type_name("CMD");
  return command;
}

int SavedCommand::run(Context& context) {
  if (add_->parsed()) return add(context);
  if (list_->parsed()) return list(context);
  if (watch_->parsed()) return watch(context);
  return show_->parsed() ? show(context) : remove(context);
}

int SavedCommand::add(Context& context) {
  check_plain_name(name_, "a saved search", "dock-strikes, iran2026");
  store(context, render::join(words_, " "));
  context.note("saved search " + name_ + " is kept: ask for it with saved:" + name_);
  if (watched_ || !command_.empty()) start_watching(context);
  return kSuccess;
}

void SavedCommand::store(const Context& context, const std::string& query) const {
  const auto layout = context.layout();
  layout.create();
  CatalogChange change(layout, context.command_line);
  catalog::Catalog& catalog = change.catalog;
  catalog::SavedSearchTable table(catalog);
  query::SavedTexts texts = archive::saved_texts(catalog);
  const Day today = context.query_day();
  query::parse(query, {today, query::saved_lookup([&texts] { return texts; }, today, name_)});
  const auto known = table.find(name_);
  if (known && !replace_) {
    throw Error(ErrorCode::Usage, "there is a saved search " + name_ + " already: " + known->query,
                "give it this query instead with --replace, or choose another name");
  }
  if (known) {
    texts[name_] = query;
    check_users(name_, texts, today);
    table.replace(known->id, query, note_.value_or(known->note));
  } else {
    catalog::SavedSearch fresh;
    fresh.name = name_;
    fresh.query = query;
    fresh.note = note_.value_or("");
    fresh.created = std::time(nullptr);
    table.add(fresh);
  }
  change.transaction.commit();
}

void SavedCommand::start_watching(const Context& context) const {
  jobs::WatchOptions options;
  options.wait_seconds = kSecondsToWait;
  options.today = context.query_day();
  options.command = context.command_line;
  const auto [found, was_watched] = jobs::start_watching(context.layout(), name_, command_, options);
  if (was_watched) {
    context.note("saved search " + name_ + " was watched already; its reports " +
                 (command_.empty() ? "are kept for: morgue watch " + name_ : "go to the command from now on"));
    return;
  }
  context.note("watched from now on; the " + grouped(found) + (found == 1 ? " match" : " matches") + " of today " +
               (found == 1 ? "is" : "are") + " not reported");
}

int SavedCommand::watch(Context& context) const {
  const auto layout = context.layout();
  layout.require();
  bool was_watched = false;
  {
    catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Read);
    was_watched = find_saved(catalog, name_).watched;
  }
  if (on_or_off_ == "on") {
    start_watching(context);
    return kSuccess;
  }
  if (!command_.empty()) {
    throw Error(ErrorCode::Usage, "saved watch: --command goes with on", "see morgue saved watch --help");
  }
  CatalogChange change(layout, context.command_line);
  catalog::Catalog& catalog = change.catalog;
  catalog::SavedSearchTable(catalog).unwatch(find_saved(catalog, name_).id);
  change.transaction.commit();
  context.note("saved search " + name_ + (was_watched ? " is no longer watched" : " was not watched"));
  return kSuccess;
}

int SavedCommand::list(Context& context) const {
  CatalogView view(context.layout());
  catalog::Catalog& catalog = view.catalog;
  const auto all = catalog::SavedSearchTable(catalog).list();
  if (output_ == "json") {
    context.out.write(saved_list_json(all));
    return kSuccess;
  }
  if (all.empty()) context.note("no saved searches yet: morgue saved add NAME QUERY...");
  context.out.write(saved_list_text(all, std::time(nullptr)));
  return kSuccess;
}

int SavedCommand::show(Context& context) const {
  CatalogView view(context.layout());
  catalog::Catalog& catalog = view.catalog;
  DescribedSearch described;
  described.search = find_saved(catalog, name_);
  const query::SavedTexts texts = archive::saved_texts(catalog);
  described.used_by = users_of(name_, texts);
  const Day today = context.query_day();
  const auto lookup = query::saved_lookup([&texts] { return texts; }, today, name_);
  described.stands_for = query::print(query::parse(described.search.query, {today, lookup}));
  context.out.write(output_ == "json" ? saved_json(described) : saved_text(described, std::time(nullptr)));
  return kSuccess;
}

int SavedCommand::remove(Context& context) const {
  const auto layout = context.layout();
  layout.require();
  CatalogChange change(layout, context.command_line);
  catalog::Catalog& catalog = change.catalog;
  const auto search = find_saved(catalog, name_);
  if (const auto users = users_of(name_, archive::saved_texts(catalog)); !users.empty()) {
    throw Error(ErrorCode::Usage, "the saved search " + name_ + " is asked for by " + render::join(users, ", "),
                "replace or remove " + std::string(users.size() == 1 ? "that one" : "those") + " first");
  }
  catalog::SavedSearchTable(catalog).remove(search.id);
  change.transaction.commit();
  context.note("saved search " + name_ + " removed");
  return kSuccess;
}

}  // namespace morgue::cli
