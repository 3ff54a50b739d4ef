// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_facets.h"

#include <CLI/App.hpp>
#include <array>
#include <numeric>
#include <utility>

#include "cli/bar_style.h"
#include "cli/exit_code.h"
#include "cli/no_matches.h"
#include "cli/pager.h"
#include "cli/unplaced.h"
#include "core/error.h"

namespace morgue::cli {
namespace {

/// A person wants the most frequent values, a program all of them.
constexpr std::size_t kTextLimit = 20;

struct Field {
  const char* name;
  archive::Facet facet;
  std::optional<query::FieldId> list;  ///< set where an article may have several values
};

constexpr std::array<Field, 9> kFields = {{
    {"author", catalog::FacetField::Author, query::FieldId::Author},
    {"topic", catalog::FacetField::Topic, query::FieldId::Topic},
    {"source", catalog::FacetField::Source, std::nullopt},
    {"section", catalog::FacetField::Section, std::nullopt},
    {"language", catalog::FacetField::Language, std::nullopt},
    {"year", PeriodUnit::Year, std::nullopt},
    {"month", PeriodUnit::Month, std::nullopt},
    {"week", PeriodUnit::Week, std::nullopt},
    {"day", PeriodUnit::Day, std::nullopt},
}};

const Field& field_named(const std::string& name) {
  for (const Field& field : kFields) {
    if (name == field.name) return field;
  }
  throw Error(ErrorCode::Internal, "no facet " + name);  // CLI11 has checked the name
}

std::int64_t sum(const render::Counts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0},
                         [](std::int64_t total, const auto& entry) { return total + entry.second; });
}

}  // namespace

CLI::App* FacetsCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("facets", "Count the matches of a query by author, topic, month ...");
  std::vector<std::string> names;
  for (const Field& field : kFields) names.emplace_back(field.name);
  command->add_option("FIELD", field_, "What to count by")->required()->check(CLI::IsMember(names));
  query_.declare(*command);
  as_of_.declare(*command);
  command->add_option("-n,--limit", limit_, "Values to show; 0 for all (text: 20, else all)")->type_name("N");
  command->add_option("-o,--output", output_, "Output format")
      ->check(CLI::IsMember({"text", "json", "jsonl", "csv", "tsv"}))
      ->capture_default_str();
  return command;
}

void FacetsCommand::write(Context& context, const render::Counts& counts, std::int64_t found) const {
  if (output_ == "json") {
    context.out.write(render::counts_json(counts));
  } else if (output_ == "jsonl") {
    context.out.write(render::counts_jsonl(counts));
  } else if (output_ == "csv" || output_ == "tsv") {
    context.out.write(render::counts_csv(counts, output_ == "csv" ? ',' : '\t'));
  } else {
    const std::string text = render::counts_text(counts, found, text_style(context.options.colour), bar_style());
    if (context.options.no_pager) {
      context.out.write(text);
    } else {
      page(context.out, text);
    }
  }
  context.out.flush();
}

/// What the counts, which are those of all values, do not show.
void FacetsCommand::note_unknown(const Context& context, archive::Reader& reader, const query::Node& query,
                                 const render::Counts& counts, std::int64_t found) const {
  const Field& field = field_named(field_);
  const std::int64_t missing = found - sum(counts);
  if (const auto unit = period_unit_from_string(field_)) {
    if (missing == 0) return;
    const auto undated = reader.count(query::conjunction({query, query::Node{query::Undated{}, {}}}));
    note_unplaced(context, undated, missing - undated, *unit);
    return;
  }
  std::int64_t unknown = missing;
  if (field.list) {
    unknown = found - reader.count(query::conjunction({query, query::Node{query::Has{*field.list}, {}}}));
  }
  if (unknown > 0) {
    context.note(matches(unknown) + (unknown == 1 ? " has" : " have") + " no " + field_ +
                 (unknown == found ? "" : ", of " + grouped(found)));
  }
}

int FacetsCommand::run(Context& context) {
  const query::Node query = query_.resolve(context.parsing());
  archive::Reader reader(context.layout(), as_of_.resolve(Context::today()));
  const render::Counts all = reader.facets(query, field_named(field_).facet, 0);
  const std::int64_t found = reader.count(query);

  const std::size_t limit = limit_.value_or(output_ == "text" ? kTextLimit : 0);
  render::Counts shown = all;
  if (limit > 0 && shown.size() > limit) shown.resize(limit);
  write(context, shown, found);
  note_index_lag(context, reader);
  note_withheld(context, reader, query);
  if (found == 0) {
    explain_no_matches(context, reader, query);
    return kNoMatches;
  }
  if (shown.size() < all.size()) {
    context.note(grouped(static_cast<std::int64_t>(shown.size())) + " of " +
                 grouped(static_cast<std::int64_t>(all.size())) + " values shown; -n 0 shows all");
  }
  if (!context.options.quiet) note_unknown(context, reader, query, all, found);
  return kSuccess;
}

}  // namespace morgue::cli
