// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/job_output.h"

#include <string_view>

#include "cli/ages.h"
#include "cli/exit_code.h"
#include "render/json_writer.h"
#include "render/sanitise.h"
#include "render/text_parts.h"

namespace morgue::cli {
namespace {

using render::grouped;

std::string counted(std::int64_t count, const std::string& noun) {
  return grouped(count) + " " + noun + (count == 1 ? "" : "s");
}

void add_count(std::string& line, std::int64_t count, const std::string& what) {
  if (count > 0) render::add_part(line, ", ", grouped(count) + " " + what);
}

std::string files_text(const jobs::CollectionReport& report) {
  std::string parts;
  add_count(parts, report.fresh, "new");
  add_count(parts, report.grown, "grown");
  add_count(parts, report.changed, "changed");
  add_count(parts, report.gone, "gone");
  add_count(parts, report.skipped, report.skipped == 1 ? "no dump" : "no dumps");
  return counted(report.there, "file") + (parts.empty() ? "" : " (" + parts + ")");
}

std::string counts_text(const catalog::RunCounts& counts) {
  std::string parts;
  add_count(parts, counts.added, "added");
  add_count(parts, counts.revised, "revised");
  add_count(parts, counts.unchanged, "unchanged");
  add_count(parts, counts.duplicates, "duplicates");
  add_count(parts, counts.rejected, "rejected");
  return counted(counts.records, "record") + (parts.empty() ? "" : ": " + parts);
}

void write_counts(render::JsonWriter& json, const catalog::RunCounts& counts) {
  json.key("records").integer(counts.records).key("added").integer(counts.added);
  json.key("revised").integer(counts.revised).key("unchanged").integer(counts.unchanged);
  json.key("duplicates").integer(counts.duplicates).key("rejected").integer(counts.rejected);
}

void write_collection(render::JsonWriter& json, const jobs::CollectionReport& report) {
  json.begin_object().key("name").string(report.done.collection);
  json.key("files").begin_object().key("found").integer(report.there).key("read").integer(report.done.files);
  json.key("new").integer(report.fresh).key("grown").integer(report.grown).key("changed").integer(report.changed);
  json.key("unchanged").integer(report.unchanged).key("gone").integer(report.gone);
  json.key("unreadable").integer(report.problems).key("skipped").integer(report.skipped).end_object();
  write_counts(json, report.done.counts);
  json.end_object();
}

void write_watched(render::JsonWriter& json, const jobs::WatchedSearch& search) {
  json.begin_object().key("name").string(search.name).key("report").integer(search.report);
  json.key("new").integer(search.fresh).key("changed").integer(search.changed);
  json.key("withdrawn").integer(search.withdrawn).key("delivered").boolean(search.delivered).key("problem");
  if (search.problem.empty()) {
    json.null();
  } else {
    json.string(search.problem);
  }
  json.end_object();
}

std::string_view name_of(jobs::FileChange change) {
  switch (change) {
    case jobs::FileChange::New:
      return "new";
    case jobs::FileChange::Changed:
      return "changed";
    case jobs::FileChange::Grown:
      return "grown";
    case jobs::FileChange::Shrunk:
      return "shrunk";
    case jobs::FileChange::Repeated:
      return "again";
    case jobs::FileChange::Untouched:
      break;
  }
  return "untouched";
}

}  // namespace

std::vector<std::string> job_lines(const jobs::JobReport& report) {
  std::vector<std::string> lines;
  for (const auto& collection : report.collections) {
    const bool quiet = collection.done.files == 0 && collection.gone == 0 && collection.fresh == 0;
    if (quiet) continue;
    lines.push_back(collection.done.collection + ": " + files_text(collection) + "; " +
                    counts_text(collection.done.counts));
  }
  if (report.remarks > 0) {
    lines.push_back(counted(report.remarks, "remark") +
                    " on records that were stored all the same: morgue rejects --remarks");
  }
  if (report.analysed > 0) lines.push_back(counted(report.analysed, "article") + " analysed again");
  if (report.indexed > 0) {
    lines.push_back(counted(report.indexed, "article") + " indexed");
  } else if (!report.interrupted) {
    lines.emplace_back(lines.empty() && !report.collections.empty() ? "nothing new; the index is up to date"
                                                                    : "the index is up to date");
  }
  return lines;
}

std::string job_json(const jobs::JobReport& report, const Error* error) {
  render::JsonWriter json;
  json.begin_object().key("run");
  if (report.run > 0) {
    json.integer(report.run);
  } else {
    json.null();
  }
  json.key("command").string(report.command).key("started");
  write_moment(json, report.started);
  json.key("finished");
  write_moment(json, report.finished);
  json.key("exit_code").integer(report.exit_code).key("error");
  if (error == nullptr) {
    json.null().key("hint").null();
  } else {
    json.string(error->message()).key("hint").string(error->hint());
  }
  write_counts(json, report.counts);
  json.key("new_rejects").integer(report.fresh_rejects).key("analysed").integer(report.analysed);
  json.key("indexed").integer(report.indexed).key("segments").integer(report.segments);
  json.key("collections").begin_array();
  for (const auto& collection : report.collections) write_collection(json, collection);
  json.end_array().key("lines").begin_array();
  for (const std::string& line : report.lines) json.string(line);
  json.end_array().key("watched").begin_array();
  for (const auto& search : report.watched) write_watched(json, search);
  return json.end_array().end_object().take() + "\n";
}

std::string preview_text(const jobs::Preview& preview, std::size_t most_files) {
  std::string out;
  for (const auto& [collection, plan, problems] : preview.collections) {
    out += collection.name + ": " + counted(plan.there, "file") + ", " + grouped(plan.unchanged) + " unchanged\n";
    std::size_t named = 0;
    for (const auto& planned : plan.work) {
      if (planned.change == jobs::FileChange::Untouched || ++named > most_files) continue;
      out += "  " + std::string(name_of(planned.change)) + "  " + render::sanitise_line(planned.file.path);
      if (planned.change == jobs::FileChange::Grown) {
        out += " from byte " + grouped(planned.before.offset.value_or(0)) + " on";
      }
      out += ", " + size_text(planned.file.size) + "\n";
    }
    if (named > most_files) {
      out += "  and " + counted(static_cast<std::int64_t>(named - most_files), "more file") + " (-v names them)\n";
    }
    for (const std::string& path : plan.gone) out += "  gone  " + render::sanitise_line(path) + "\n";
    for (const auto& problem : problems) out += "  " + render::sanitise_line(problem.message) + "\n";
  }
  out += counted(preview.pending, "article") + " stored and waiting to be indexed\n";
  if (preview.outdated > 0) {
    out += counted(preview.outdated, "segment") + " of an earlier text analysis to be built again\n";
  }
  return out;
}

std::string preview_json(const jobs::Preview& preview, std::int64_t to_analyse, bool full) {
  render::JsonWriter json;
  json.begin_object().key("collections").begin_array();
  for (const auto& [collection, plan, problems] : preview.collections) {
    json.begin_object().key("name").string(collection.name).key("found").integer(plan.there);
    json.key("unchanged").integer(plan.unchanged).key("read").begin_array();
    for (const auto& planned : plan.work) {
      if (planned.change == jobs::FileChange::Untouched) continue;
      json.begin_object().key("path").string(planned.file.path).key("change").string(name_of(planned.change));
      json.key("size")
          .integer(planned.file.size)
          .key("from")
          .integer(planned.change == jobs::FileChange::Grown ? planned.before.offset.value_or(0) : 0);
      json.end_object();
    }
    json.end_array().key("gone").begin_array();
    for (const std::string& path : plan.gone) json.string(path);
    json.end_array().key("problems").begin_array();
    for (const auto& problem : problems) json.string(problem.message);
    json.end_array().end_object();
  }
  json.end_array().key("pending").integer(preview.pending).key("outdated_segments").integer(preview.outdated);
  json.key("to_analyse").integer(to_analyse).key("full").boolean(full);
  return json.end_object().take() + "\n";
}

}  // namespace morgue::cli
