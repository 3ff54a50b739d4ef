// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/status_output.h"

#include "cli/ages.h"
#include "render/json_writer.h"
#include "render/sanitise.h"
#include "render/text_parts.h"

namespace morgue::cli {
namespace {

using render::grouped;

constexpr std::size_t kLabel = 10;

std::string counted(std::int64_t count, const std::string& noun) {
  return grouped(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string row(std::string label, const std::string& value) {
  label.resize(std::max(kLabel, label.size() + 1), ' ');
  return label + render::sanitise_line(value) + "\n";
}

std::string day(std::int64_t seconds) {
  return moment(seconds).substr(0, 10);
}

std::string index_text(const jobs::Status& status) {
  std::string out = size_text(status.index_bytes) + " in " + counted(status.segments, "segment");
  if (status.dead > 0) out += ", " + grouped(status.dead) + " of its entries superseded";
  if (status.pending > 0) return out + ", " + counted(status.pending, "article") + " not searchable yet";
  return out + ", up to date";
}

std::string collection_text(const jobs::CollectionStatus& status, std::int64_t now) {
  const auto& size = status.size;
  std::string out = status.collection.name + ": " + counted(size.articles, "article");
  if (size.newest) out += " (the newest of " + day(*size.newest) + ", " + age(*size.newest, now) + ")";
  out += ", " + counted(size.files, "file");
  if (status.to_read > 0) out += ", " + grouped(status.to_read) + " to read";
  if (status.never_read > 0 && status.never_read != status.to_read) {
    out += " (" + grouped(status.never_read) + " never read)";
  }
  if (size.unfinished > 0) out += ", " + grouped(size.unfinished) + " ending within a line";
  if (size.gone > 0) out += ", " + grouped(size.gone) + " gone";
  if (!status.problems.empty()) {
    out += ", " + grouped(static_cast<std::int64_t>(status.problems.size())) + " unreadable";
  }
  return out + (size.last_read ? ", read " + age(*size.last_read, now) : ", never read");
}

std::string run_text(const jobs::RunStatus& status, bool running) {
  const catalog::Run& run = status.run;
  std::string out = std::to_string(run.id) + "  " + moment(run.started) + "  ";
  if (run.exit_code) {
    out += "exit " + std::to_string(*run.exit_code);
  } else {
    out += running ? "running" : "killed";
  }
  out += "  " + counted(run.counts.records, "record");
  if (run.counts.added > 0) out += ", " + grouped(run.counts.added) + " added";
  if (run.counts.revised > 0) out += ", " + grouped(run.counts.revised) + " revised";
  if (run.counts.rejected > 0) out += ", " + grouped(run.counts.rejected) + " rejected";
  return out + "  " + run.command;
}

void write_run(render::JsonWriter& json, const jobs::RunStatus& status) {
  const catalog::Run& run = status.run;
  json.begin_object().key("run").integer(run.id).key("command").string(run.command).key("started");
  write_moment(json, run.started);
  json.key("finished");
  write_moment(json, run.finished);
  json.key("exit_code");
  if (run.exit_code) {
    json.integer(*run.exit_code);
  } else {
    json.null();
  }
  const auto counts = [&json](const catalog::RunCounts& c) {
    json.key("records").integer(c.records).key("added").integer(c.added).key("revised").integer(c.revised);
    json.key("unchanged").integer(c.unchanged).key("duplicates").integer(c.duplicates);
    json.key("rejected").integer(c.rejected);
  };
  counts(run.counts);
  json.key("collections").begin_array();
  for (const auto& of : status.collections) {
    json.begin_object().key("name").string(of.collection).key("files").integer(of.files);
    counts(of.counts);
    json.end_object();
  }
  json.end_array().key("lines").begin_array();
  for (const std::string& line : status.lines) json.string(line);
  json.end_array().end_object();
}

void write_collection(render::JsonWriter& json, const jobs::CollectionStatus& status) {
  const auto& size = status.size;
  json.begin_object().key("name").string(status.collection.name).key("articles").integer(size.articles);
  json.key("newest");
  write_moment(json, size.newest);
  json.key("files").integer(size.files).key("to_read").integer(status.to_read);
  json.key("never_read").integer(status.never_read).key("unfinished").integer(size.unfinished);
  json.key("gone").integer(size.gone).key("last_read");
  write_moment(json, size.last_read);
  json.key("problems").begin_array();
  for (const std::string& problem : status.problems) json.string(problem);
  json.end_array().end_object();
}

}  // namespace

void write_schedule(render::JsonWriter& json, const jobs::Installed& schedule) {
  json.begin_object().key("kind").string(schedule.kind).key("place").string(schedule.place);
  json.key("at").string(schedule.at).key("next");
  if (schedule.next.empty()) {
    json.null();
  } else {
    json.string(schedule.next);
  }
  json.end_object();
}

std::string status_text(const jobs::Status& status, const std::string& archive, std::int64_t now) {
  std::string out = row("Archive", archive);
  std::string articles = grouped(status.articles);
  if (status.oldest && status.newest) articles += ", from " + day(*status.oldest) + " to " + day(*status.newest);
  out += row("Articles", articles);
  out += row("Catalog", size_text(status.catalog_bytes));
  out += row("Index", index_text(status));
  if (status.writer) out += row("Writing", *status.writer);
  for (const auto& schedule : status.schedules) {
    const std::string next = schedule.next.empty() ? "" : ", next " + schedule.next;
    out += row("Schedule", schedule.kind + ", " + schedule.at + next);
  }
  if (!status.collections.empty()) out += "\nCollections\n";
  for (const auto& collection : status.collections) {
    out += "  " + render::sanitise_line(collection_text(collection, now)) + "\n";
  }
  if (!status.runs.empty()) out += "\nLast runs\n";
  for (const auto& run : status.runs) {
    const bool running = status.writer && &run == &status.runs.front();
    out += "  " + render::sanitise_line(run_text(run, running)) + "\n";
  }
  if (!status.needs.empty()) out += "\nThis needs you\n";
  for (const auto& [what, command] : status.needs) {
    out += "  " + render::sanitise_line(what) + "\n    " + render::sanitise_line(command) + "\n";
  }
  return out;
}

std::string status_json(const jobs::Status& status, const std::string& archive) {
  render::JsonWriter json;
  json.begin_object().key("archive").string(archive).key("articles").integer(status.articles).key("oldest");
  write_moment(json, status.oldest);
  json.key("newest");
  write_moment(json, status.newest);
  json.key("catalog_bytes").integer(status.catalog_bytes).key("index_bytes").integer(status.index_bytes);
  json.key("segments").integer(status.segments).key("documents").integer(status.documents);
  json.key("dead").integer(status.dead).key("pending").integer(status.pending);
  json.key("outdated_segments").integer(status.outdated).key("writer");
  if (status.writer) {
    json.string(*status.writer);
  } else {
    json.null();
  }
  json.key("collections").begin_array();
  for (const auto& collection : status.collections) write_collection(json, collection);
  json.end_array().key("schedules").begin_array();
  for (const auto& schedule : status.schedules) write_schedule(json, schedule);
  json.end_array().key("runs").begin_array();
  for (const auto& run : status.runs) write_run(json, run);
  json.end_array().key("needs").begin_array();
  for (const auto& [what, command] : status.needs) {
    json.begin_object().key("what").string(what).key("command").string(command).end_object();
  }
  return json.end_array().end_object().take() + "\n";
}

}  // namespace morgue::cli
