// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_facets.h"

#include <CLI/App.hpp>
#include <array>
#include <utility>

#include "archive/reader.h"
#include "cli/exit_code.h"
#include "render/table.h"

namespace morgue::cli {
namespace {

constexpr std::array<std::pair<const char*, catalog::FacetField>, 7> kFields = {{
    {"author", catalog::FacetField::Author},
    {"topic", catalog::FacetField::Topic},
    {"source", catalog::FacetField::Source},
    {"section", catalog::FacetField::Section},
    {"language", catalog::FacetField::Language},
    {"year", catalog::FacetField::Year},
    {"month", catalog::FacetField::Month},
}};

catalog::FacetField field_of(const std::string& name) {
  for (const auto& [known, field] : kFields) {
    if (name == known) return field;
  }
  return catalog::FacetField::Topic;  // CLI11 has checked the name
}

}  // namespace

CLI::App* FacetsCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("facets", "Count the matches of a query by author, topic, month ...");
  std::vector<std::string> names;
  for (const auto& [name, field] : kFields) names.emplace_back(name);
  command->add_option("FIELD", field_, "What to count by")->required()->check(CLI::IsMember(names));
  query_.declare(*command);
  command->add_option("-n,--limit", limit_, "Values to show; 0 for all")->capture_default_str()->type_name("N");
  command->add_option("-o,--output", output_, "Output format")
      ->check(CLI::IsMember({"text", "json", "csv"}))
      ->capture_default_str();
  return command;
}

int FacetsCommand::run(Context& context) {
  const query::Node query = query_.resolve(Context::today());
  archive::Reader reader(context.layout());
  const render::Counts counts = reader.facets(query, field_of(field_), limit_);
  if (output_ == "json") {
    context.out.write(render::counts_json(counts));
  } else if (output_ == "csv") {
    context.out.write(render::counts_csv(counts));
  } else {
    context.out.write(render::counts_text(counts, text_style(context.options.colour)));
  }
  return counts.empty() ? kNoMatches : kSuccess;
}

}  // namespace morgue::cli
