// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_collection.h"

#include <CLI/App.hpp>
#include <ctime>
#include <filesystem>

#include "catalog/checkpoints.h"
#include "catalog/collections.h"
#include "cli/catalog_session.h"
#include "cli/collection_intake.h"
#include "cli/collection_output.h"
#include "cli/exit_code.h"
#include "cli/plain_name.h"
#include "core/error.h"
#include "jobs/scan.h"
#include "render/sanitise.h"

namespace morgue::cli {
namespace {

std::vector<std::string> absolute_patterns(const std::vector<std::string>& given) {
  std::vector<std::string> out;
  for (const std::string& pattern : given) {
    if (pattern == "-") {
      throw Error(ErrorCode::Usage, "a collection cannot read standard input", "store it once with: morgue ingest -");
    }
    out.push_back(jobs::absolute_pattern(pattern));
  }
  return out;
}

/// A name alone is looked for in all folders.
std::vector<std::string> exclude_patterns(const std::vector<std::string>& given) {
  std::vector<std::string> out;
  for (const std::string& pattern : given) {
    out.push_back(pattern.find('/') == std::string::npos ? pattern : jobs::absolute_pattern(pattern));
  }
  return out;
}

bool has_settings(const IntakeArguments& reading) {
  return !reading.format.empty() || !reading.source.empty() || !reading.records.empty() || !reading.maps.empty() ||
         !reading.map_file.empty();
}

catalog::Collection find(catalog::Catalog& catalog, const std::string& name) {
  catalog::CollectionTable table(catalog);
  if (auto found = table.find(name)) return std::move(*found);
  std::vector<std::string> names;
  for (const auto& collection : table.list()) names.push_back(collection.name);
  throw no_such_name("collection", name, names, "morgue collection list");
}

}  // namespace

CLI::App* CollectionCommand::declare(CLI::App& app) {
  CLI::App* command =
      app.add_subcommand("collection", "Name sets of dumps that `morgue reindex` reads again and again");
  command->require_subcommand(1);
  const auto named = [this, command](const char* verb, const char* what) {
    CLI::App* sub = command->add_subcommand(verb, what);
    sub->fallthrough();
    return sub;
  };
  const auto with_name = [this](CLI::App* sub) {
    sub->add_option("NAME", name_, "Name of the collection")->required();
  };
  const auto with_output = [this](CLI::App* sub) {
    sub->add_option("-o,--output", output_, "Output format")->check(CLI::IsMember({"text", "json"}));
  };
  add_ = named("add", "Make a collection, or add paths to one");
  with_name(add_);
  add_->add_option("PATH", paths_,
                   "Files, folders, or patterns in quotation marks: 'dumps/**/*.jsonl.gz' (* ? [a-z] and ** for any "
                   "folders)");
  add_->add_option("--exclude", excludes_, "Leave out files like this: a pattern of names, or of paths if it has a /")
      ->type_name("GLOB")
      ->allow_extra_args(false);
  reading_.declare_reading(*add_);
  list_ = named("list", "List the collections");
  with_output(list_);
  show_ = named("show", "Show a collection and what was read of it");
  with_name(show_);
  show_->add_flag("--files", files_, "List its files, too");
  with_output(show_);
  remove_ = named("remove", "Forget a collection; its articles stay");
  with_name(remove_);
  return command;
}

int CollectionCommand::run(Context& context) {
  if (add_->parsed()) return add(context);
  if (list_->parsed()) return list(context);
  return show_->parsed() ? show(context) : remove(context);
}

int CollectionCommand::add(Context& context) {
  check_plain_name(name_, "a collection", "nightly, wire-2026");
  catalog::Collection given = collection_of(reading_);
  given.name = name_;
  given.created = std::time(nullptr);
  given.paths = absolute_patterns(paths_);
  given.excludes = exclude_patterns(excludes_);
  const auto layout = context.layout();
  layout.create();
  CatalogChange change(layout, context.command_line);
  catalog::Catalog& catalog = change.catalog;
  catalog::CollectionTable table(catalog);
  const auto known = table.find(name_);
  if (known && has_settings(reading_)) {
    throw Error(ErrorCode::Usage, "collection " + name_ + " is there already; how it is read cannot be changed",
                "remove it and add it again (its articles stay), or add paths without other options");
  }
  if (given.paths.empty() && (!known || given.excludes.empty())) {
    throw Error(ErrorCode::Usage, "collection add: PATH is missing", "name the files, folders or patterns to read");
  }
  if (known) {
    table.add_paths(known->id, given.paths, given.excludes);
  } else {
    table.add(given);
  }
  const auto stored = table.find(name_);
  change.transaction.commit();
  const auto found = jobs::scan(*stored);
  for (const auto& problem : found.problems) Context::warn("morgue: " + render::sanitise_line(problem.message));
  if (!found.problems.empty()) {
    Context::warn("hint: it stays in the collection, for when it is there; mistyped: morgue collection remove " +
                  name_ + ", and add again");
  }
  const auto files = static_cast<std::int64_t>(found.files.size());
  context.note("collection " + name_ + ": " + grouped(files) + (files == 1 ? " file" : " files") +
               " at the moment; read them with: morgue reindex");
  return kSuccess;
}

int CollectionCommand::list(Context& context) const {
  CatalogView view(context.layout());
  catalog::Catalog& catalog = view.catalog;
  catalog::CollectionTable table(catalog);
  std::vector<DescribedCollection> all;
  for (auto& collection : table.list()) {
    const auto size = table.size(collection.id);
    all.push_back({std::move(collection), size, {}});
  }
  if (output_ == "json") {
    context.out.write(collections_json(all));
    return kSuccess;
  }
  if (all.empty()) context.note("no collections yet: morgue collection add NAME PATH...");
  context.out.write(collections_text(all, std::time(nullptr)));
  return kSuccess;
}

int CollectionCommand::show(Context& context) const {
  CatalogView view(context.layout());
  catalog::Catalog& catalog = view.catalog;
  DescribedCollection described;
  described.collection = find(catalog, name_);
  described.size = catalog::CollectionTable(catalog).size(described.collection.id);
  described.files = catalog::CheckpointTable(catalog).list(described.collection.id);
  context.out.write(output_ == "json" ? collection_json(described, files_)
                                      : collection_text(described, files_, std::time(nullptr)));
  return kSuccess;
}

int CollectionCommand::remove(Context& context) const {
  const auto layout = context.layout();
  layout.require();
  CatalogChange change(layout, context.command_line);
  catalog::Catalog& catalog = change.catalog;
  const auto collection = find(catalog, name_);
  const std::int64_t articles = catalog::CollectionTable(catalog).remove(collection.id);
  change.transaction.commit();
  context.note("collection " + name_ + " removed; its " + grouped(articles) +
               (articles == 1 ? " article stays" : " articles stay"));
  return kSuccess;
}

}  // namespace morgue::cli
