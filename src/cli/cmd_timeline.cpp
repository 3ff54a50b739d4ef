// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_timeline.h"

#include <CLI/App.hpp>
#include <algorithm>
#include <utility>
#include <variant>

#include "archive/timeline.h"
#include "cli/bar_style.h"
#include "cli/exit_code.h"
#include "cli/no_matches.h"
#include "cli/pager.h"
#include "cli/unplaced.h"
#include "query/filters.h"
#include "render/timeline.h"

namespace morgue::cli {
namespace {

render::Timeline to_render(archive::Timeline timeline, bool normalised) {
  render::Timeline out;
  out.normalised = normalised;
  for (auto& row : timeline.rows) out.periods.push_back({std::move(row.period), row.hits, row.articles});
  return out;
}

void write(Context& context, const render::Timeline& timeline, const std::string& format) {
  if (format == "json") {
    context.out.write(render::timeline_json(timeline));
  } else if (format == "jsonl") {
    context.out.write(render::timeline_jsonl(timeline));
  } else if (format == "csv" || format == "tsv") {
    context.out.write(render::timeline_csv(timeline, format == "csv" ? ',' : '\t'));
  } else {
    const std::string text = render::timeline_text(timeline, text_style(context.options.colour), bar_style());
    if (context.options.no_pager) {
      context.out.write(text);
    } else {
      page(context.out, text);
    }
  }
  context.out.flush();
}

/// What the rows leave open to a person.
void note_legend(const Context& context, const render::Timeline& timeline, const query::Node& query) {
  const bool gaps = std::ranges::any_of(timeline.periods, [](const auto& period) { return period.articles == 0; });
  const query::Node filters = query::filters_of(query);
  const bool filtered =
      !std::holds_alternative<query::All>(filters.value) && !std::holds_alternative<query::DateRange>(filters.value);
  if (timeline.normalised) context.note("matches per 1,000 articles of the period");
  if (gaps) context.note(std::string("·: no articles of this period") + (filtered ? " that meet the filters" : ""));
}

}  // namespace

CLI::App* TimelineCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("timeline", "Count the matches of a query day by day, month by month ...");
  query_.declare(*command);
  as_of_.declare(*command);
  command->add_option("--by", by_, "Periods to count by (else what makes at most 60 rows)")
      ->check(CLI::IsMember({"day", "week", "month", "year"}));
  command->add_flag("--normalise,--normalize", normalised_,
                    "Per 1,000 articles that the archive has of the period, under the same filters");
  command->add_option("-o,--output", output_, "Output format")
      ->check(CLI::IsMember({"text", "json", "jsonl", "csv", "tsv"}))
      ->capture_default_str();
  return command;
}

int TimelineCommand::run(Context& context) {
  const query::Node query = query_.resolve(context.parsing());
  archive::Reader reader(context.layout(), as_of_.resolve(Context::today()));
  auto found = archive::timeline(reader, query, period_unit_from_string(by_));
  const std::int64_t hits = found.hits;
  const std::int64_t undated = found.undated;
  const std::int64_t coarse = found.coarse;
  const PeriodUnit by = found.by;
  const render::Timeline timeline = to_render(std::move(found), normalised_);

  write(context, timeline, output_);
  note_index_lag(context, reader);
  note_withheld(context, reader, query);
  if (output_ == "text") note_legend(context, timeline, query);
  if (hits == 0) {
    explain_no_matches(context, reader, query);
    return kNoMatches;
  }
  note_unplaced(context, undated, coarse, by);
  if (output_ == "text") context.note(matches(hits) + " by " + std::string(to_string(by)));
  return kSuccess;
}

}  // namespace morgue::cli
