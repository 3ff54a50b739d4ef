// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_coverage.h"

#include <CLI/App.hpp>
#include <algorithm>

#include "cli/bar_style.h"
#include "cli/exit_code.h"
#include "cli/no_matches.h"
#include "cli/pager.h"
#include "render/coverage.h"

namespace morgue::cli {
namespace {

constexpr std::size_t kSourcesInText = 10;

std::string word_for(archive::DateDoubt why) {
  switch (why) {
    case archive::DateDoubt::Future:
      return "future";
    case archive::DateDoubt::Early:
      return "early";
    case archive::DateDoubt::Apart:
      break;
  }
  return "apart";
}

render::CoveredSource to_render(const archive::SourceCoverage& source, PeriodUnit by) {
  render::CoveredSource out{source.source, source.articles, source.undated, source.coarse, {}, {}};
  std::optional<std::int64_t> last;
  for (const auto& [period, articles] : source.periods) {
    if (last && period > *last + 1) {
      out.spans.push_back({period_label(*last + 1, by), period_label(period - 1, by), period - *last - 1, 0});
    }
    out.spans.push_back({period_label(period, by), period_label(period, by), 1, articles});
    last = period;
  }
  for (const auto& date : source.doubtful) {
    out.suspicious.push_back({date.id, date.published.to_string(), word_for(date.why)});
  }
  return out;
}

}  // namespace

CLI::App* CoverageCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand(
      "coverage", "Show of which sources and times there are articles, where the gaps are, and which dates look wrong");
  query_.declare(*command);
  command
      ->add_option("--by", by_,
                   "Periods (else months, or years where one of the ten largest sources spans more than five)")
      ->check(CLI::IsMember({"year", "month"}));
  command
      ->add_option("-n,--limit", limit_, "Sources to show, those with most articles first; 0: all (text: 10, else all)")
      ->type_name("N");
  command->add_option("-o,--output", output_, "Output format")
      ->check(CLI::IsMember({"text", "json", "csv", "tsv"}))
      ->capture_default_str();
  return command;
}

std::size_t CoverageCommand::shown(const archive::Coverage& found) const {
  const std::size_t wanted = limit_.value_or(output_ == "text" ? kSourcesInText : 0);
  return wanted == 0 ? found.sources.size() : std::min(wanted, found.sources.size());
}

void CoverageCommand::write(Context& context, const archive::Coverage& found, const std::string& query) const {
  render::CoverageReport report{query, std::string(to_string(found.by)), {}};
  for (std::size_t i = 0; i < shown(found); ++i) report.sources.push_back(to_render(found.sources[i], found.by));
  if (output_ == "json") {
    context.out.write(render::coverage_json(report));
  } else if (output_ != "text") {
    context.out.write(render::coverage_csv(report, output_ == "csv" ? ',' : '\t'));
  } else {
    const std::string text = render::coverage_text(report, text_style(context.options.colour), bar_style());
    if (context.options.no_pager) {
      context.out.write(text);
    } else {
      page(context.out, text);
    }
  }
  context.out.flush();
}

void CoverageCommand::note_rest(const Context& context, const archive::Coverage& found) const {
  std::int64_t articles = 0;
  std::int64_t suspicious = 0;
  std::int64_t hidden = 0;
  for (std::size_t i = 0; i < found.sources.size(); ++i) {
    articles += found.sources[i].articles;
    suspicious += std::ssize(found.sources[i].doubtful);
    if (i >= shown(found)) hidden += std::ssize(found.sources[i].doubtful);
  }
  const auto sources = std::ssize(found.sources);
  std::string line = grouped(articles) + (articles == 1 ? " article of " : " articles of ") + grouped(sources) +
                     (sources == 1 ? " source" : " sources") + " by " + std::string(to_string(found.by));
  const auto all = static_cast<std::int64_t>(shown(found));
  if (all < sources) line += ", " + grouped(all) + " shown (-n 0: all)";
  if (suspicious > 0) line += "; " + grouped(suspicious) + (suspicious == 1 ? " suspicious date" : " suspicious dates");
  if (hidden > 0) line += ", " + grouped(hidden) + " of sources that are not shown";
  context.note(line);
}

int CoverageCommand::run(Context& context) {
  if (query_.empty()) query_.words = {"*"};
  const query::Node query = query_.resolve(context.parsing());
  archive::Reader reader(context.layout());
  const archive::Coverage found = archive::coverage(reader, query, period_unit_from_string(by_));
  write(context, found, query_.echo(query));
  note_index_lag(context, reader);
  note_withheld(context, reader, query);
  if (found.sources.empty()) {
    explain_no_matches(context, reader, query);
    return kNoMatches;
  }
  if (output_ == "text") note_rest(context, found);
  return kSuccess;
}

}  // namespace morgue::cli
