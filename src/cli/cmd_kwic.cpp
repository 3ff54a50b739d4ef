// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_kwic.h"

#include <unistd.h>

#include <CLI/App.hpp>
#include <string_view>

#include "archive/concordance.h"
#include "cli/exit_code.h"
#include "cli/no_matches.h"
#include "cli/pager.h"

namespace morgue::cli {
namespace {

using Sort = archive::ConcordanceOptions::Sort;

constexpr std::size_t kDefaultWidth = 40;
constexpr std::size_t kMaxWidth = 1'000;

Sort sort_of(const std::string& name) {
  if (name == "left") return Sort::Left;
  return name == "right" ? Sort::Right : Sort::Date;
}

std::unique_ptr<render::KwicWriter> writer_for(const std::string& format, const render::TextStyle& style,
                                               const render::KwicWidth& width) {
  if (format == "json") return render::kwic_json();
  if (format == "jsonl") return render::kwic_jsonl();
  if (format == "csv") return render::kwic_csv(',');
  if (format == "tsv") return render::kwic_csv('\t');
  return render::kwic_text(style, width);
}

}  // namespace

CLI::App* KwicCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("kwic", "Show every occurrence of the words of a query in its context");
  query_.declare(*command);
  as_of_.declare(*command);
  command->add_option("--width", width_, "Columns of context on each side (default: what the terminal has, else 40)")
      ->check(CLI::Range(std::size_t{1}, kMaxWidth))
      ->type_name("N");
  command->add_option("--sort", sort_, "Order: by the words on the left, nearest first; on the right; newest first")
      ->check(CLI::IsMember({"left", "right", "date"}))
      ->capture_default_str();
  command->add_option("-n,--limit", limit_, "Occurrences to show; 0 for all")->capture_default_str()->type_name("N");
  command->add_option("-o,--output", output_, "Output format")
      ->check(CLI::IsMember({"text", "json", "jsonl", "csv", "tsv"}))
      ->capture_default_str();
  return command;
}

int KwicCommand::run(Context& context) {
  const query::Node query = query_.resolve(context.parsing());
  const bool terminal = output_ == "text" && inspect_stream(STDOUT_FILENO).terminal;
  const render::TextStyle style = text_style(context.options.colour);
  const render::KwicWidth width =
      width_ == 0 && terminal ? render::fit_kwic(style.width) : render::KwicWidth{width_ == 0 ? kDefaultWidth : width_};
  const auto writer = writer_for(output_, style, width);

  archive::Reader reader(context.layout(), as_of_.resolve(Context::today()));
  Output& out = context.out;
  const bool paged = terminal && !context.options.no_pager;
  std::string held;
  const auto write = [&](std::string_view text) { paged ? void(held += text) : out.write(text); };
  bool begun = false;
  const auto begin = [&] {
    if (!begun) write(writer->begin());
    begun = true;
  };
  const auto counts =
      archive::for_each_occurrence(reader, query, {sort_of(sort_), width.side, limit_}, [&](const Occurrence& found) {
        begin();
        write(writer->add(found));
        return !out.closed();
      });
  begin();
  write(writer->end());
  if (paged) page(out, held);
  out.flush();
  note_index_lag(context, reader);
  note_withheld(context, reader, query);
  if (counts.occurrences > 0) return kSuccess;
  if (counts.articles == 0) {
    explain_no_matches(context, reader, query);
  } else {
    context.note("no occurrences: " + matches(counts.articles) + ", none by a word of headline, summary or body");
  }
  return kNoMatches;
}

}  // namespace morgue::cli
