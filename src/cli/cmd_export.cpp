// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_export.h"

#include <CLI/App.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "archive/reader.h"
#include "cli/exit_code.h"
#include "cli/hit_output.h"
#include "cli/no_matches.h"
#include "cli/reading_export.h"
#include "cli/signals.h"
#include "core/error.h"
#include "io/durable.h"
#include "render/export.h"
#include "render/reading_list.h"

namespace morgue::cli {
namespace {

using Sink = std::function<void(std::string_view)>;

/// `go_on` is asked before each article. Returns how many were written; their earlier texts come before them.
std::int64_t write_all(archive::Reader& reader, const query::Node& query, render::ExportWriter& writer, bool revisions,
                       const Sink& sink, const std::function<bool()>& go_on) {
  std::int64_t written = 0;
  sink(writer.begin());
  reader.for_each(query, [&](const StoredArticle& article) {
    if (!go_on()) return false;
    if (!revisions || article.revision == 1) {
      sink(writer.add(article));
    } else {
      for (const Revision& revision : reader.revisions(article.id)) sink(writer.add(revision));
    }
    ++written;
    return true;
  });
  sink(writer.end());
  return written;
}

std::int64_t write_file(archive::Reader& reader, const query::Node& query, render::ExportWriter& writer, bool revisions,
                        const std::string& path) {
  const StopOnSignal stop;  // the half-written file is removed
  io::AtomicFile file(path);
  const auto go_on = [&stop] {
    if (stop.wanted()) throw Error(ErrorCode::Interrupted, "interrupted: nothing was written");
    return true;
  };
  const std::int64_t written = write_all(
      reader, query, writer, revisions, [&file](std::string_view text) { file.write(text); }, go_on);
  file.commit();
  return written;
}

std::vector<std::string> formats() {
  std::vector<std::string> all = render::export_formats();
  all.insert(all.end(), render::reading_list_formats().begin(), render::reading_list_formats().end());
  return all;
}

}  // namespace

CLI::App* ExportCommand::declare(CLI::App& app) {
  CLI::App* command =
      app.add_subcommand("export", "Write every match for another program or for reading, newest first");
  query_.declare(*command, true);
  as_of_.declare(*command);
  receipt_.declare(*command);
  command->add_option("--to", format_, "Format")->required()->check(CLI::IsMember(formats()));
  command->add_option("--fields", fields_, "Fields to write, in this order (jsonl, csv)")->type_name("A,B,C");
  command->add_flag("--body", body_, "Whole texts (markdown, html: else a passage; jsonl has them anyway)");
  command->add_option("--output", file_, "File to write (default: standard output); replaced only when complete")
      ->type_name("FILE");
  command->add_flag("--revisions", revisions_,
                    "Earlier texts, too, each before the next (jsonl): an ingest of it makes an equal archive");
  return command;
}

int ExportCommand::run(Context& context) {
  if (revisions_ && (format_ != "jsonl" || !as_of_.text.empty())) {
    throw Error(ErrorCode::Usage, "--revisions goes with --to jsonl, and not with --as-of",
                "other formats hold one text of an article");
  }
  receipt_.check(as_of_);
  const auto fields = split_fields(fields_);
  const bool to_read = is_reading_format(format_);
  if (body_ && !to_read) {
    throw Error(ErrorCode::Usage, "--body does not go with --to " + format_,
                "jsonl has the texts; csv has them with --fields headline,body");
  }
  if (to_read && !fields.empty()) {
    throw Error(ErrorCode::Usage, "--fields does not go with --to " + format_, "choose fields with jsonl or csv");
  }
  std::unique_ptr<render::ExportWriter> writer;
  if (!to_read) writer = render::export_writer(format_, fields);
  const query::Node query = query_.resolve(context.parsing());
  if (to_read) writer = reading_export(format_, query, body_);
  archive::Reader reader(context.layout(), as_of_.resolve(Context::today()));
  std::int64_t written = 0;
  if (file_.empty() || file_ == "-") {
    Output& out = context.out;
    written = write_all(
        reader, query, *writer, revisions_, [&out](std::string_view text) { out.write(text); },
        [&out] { return !out.closed(); });
    out.flush();
  } else {
    written = write_file(reader, query, *writer, revisions_, file_);
    context.note(matches(written) + " written to " + file_);
  }
  receipt_.write(context, reader, query_, query);
  note_index_lag(context, reader);
  note_withheld(context, reader, query);
  if (written > 0 || context.out.closed()) return kSuccess;
  explain_no_matches(context, reader, query);
  return kNoMatches;
}

}  // namespace morgue::cli
