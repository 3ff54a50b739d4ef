// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_compact.h"

#include <CLI/App.hpp>
#include <chrono>

#include "archive/compact.h"
#include "cli/ages.h"
#include "cli/exit_code.h"
#include "cli/progress.h"
#include "cli/signals.h"
#include "render/json_writer.h"

namespace morgue::cli {
namespace {

void write_size(render::JsonWriter& json, const archive::ArchiveSize& size) {
  json.begin_object().key("catalog_bytes").integer(size.catalog).key("index_bytes").integer(size.index);
  json.key("segments").integer(size.segments).key("dead").integer(size.dead).end_object();
}

std::string json_of(const archive::Compaction& done, double seconds) {
  render::JsonWriter json;
  json.begin_object().key("before");
  write_size(json, done.before);
  json.key("after");
  write_size(json, done.after);
  json.key("indexed").integer(done.indexed).key("log_emptied").boolean(done.log_emptied);
  return json.key("seconds").number(seconds, 3).end_object().take() + "\n";
}

std::string change(std::int64_t before, std::int64_t after) {
  return size_text(before) + " -> " + size_text(after);
}

std::string text_of(const archive::Compaction& done, double seconds) {
  std::string out = "catalog " + change(done.before.catalog, done.after.catalog);
  out += ", index " + change(done.before.index, done.after.index);
  if (done.before.segments != done.after.segments) {
    out += " (" + grouped(done.before.segments) + " -> " + grouped(done.after.segments) + " segments)";
  }
  return out + ", " + render::format_number(seconds, 1) + " s";
}

}  // namespace

CLI::App* CompactCommand::declare(CLI::App& app) {
  CLI::App* command =
      app.add_subcommand("compact", "Merge all segments of the index into one and write the catalog without gaps");
  command->add_option("--jobs", jobs_, "Threads that build the index (default: all cores)")->type_name("N");
  add_builder_option(*command, builder_);
  command->add_option("-o,--output", output_, "Format of the summary")->check(CLI::IsMember({"text", "json"}));
  return command;
}

int CompactCommand::run(Context& context) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  const StopOnSignal stop;
  Progress progress(progress_mode(context.options.progress, context.options.quiet));
  archive::CompactOptions options;
  options.indexing.jobs = jobs_or_cores(jobs_);
  options.indexing.builder = builder_of(builder_);
  options.indexing.warn = [&](const std::string& line) {
    progress.clear();
    context.note(line);
  };
  options.indexing.progress = [&](std::int64_t done, std::int64_t total) {
    progress.indexing(done, total);
    return !stop.wanted();
  };
  options.step = [&](const std::string& line) {
    progress.clear();
    if (context.options.verbose) context.note(line);
  };
  const auto done = archive::compact(context.layout(), options, context.command_line);
  progress.clear();
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  if (output_ == "json") {
    context.out.write(json_of(done, seconds));
  } else {
    context.note(text_of(done, seconds));
    if (!done.log_emptied) context.note("a search is reading the archive: its log shrinks with the next write");
  }
  return kSuccess;
}

}  // namespace morgue::cli
