// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/saved_output.h"

#include "cli/ages.h"
#include "cli/plain_facts.h"
#include "cli/plain_table.h"
#include "render/json_writer.h"
#include "render/sanitise.h"
#include "render/text_parts.h"

namespace morgue::cli {
namespace {

using catalog::SavedSearch;
using render::grouped;

constexpr std::size_t kLabel = 14;

std::string watched_text(const SavedSearch& search) {
  if (!search.watched) return "no";
  return search.failures > 0 ? "failing" : "yes";
}

std::string last_report(const SavedSearch& search, std::int64_t now) {
  if (!search.reported_at) return "none yet";
  return grouped(search.report) + ", " + moment(*search.reported_at) + ", " + age(*search.reported_at, now);
}

void write_members(render::JsonWriter& json, const SavedSearch& search) {
  json.key("name").string(search.name).key("query").string(search.query);
  write_text(json, "note", search.note);
  json.key("created");
  write_moment(json, search.created);
  json.key("watched").boolean(search.watched);
  write_text(json, "command", search.command);
  json.key("report").integer(search.report).key("reported_at");
  write_moment(json, search.reported_at);
  json.key("failures").integer(search.failures);
  write_text(json, "problem", search.problem.value_or(""));
}

}  // namespace

std::string saved_list_text(const std::vector<SavedSearch>& searches, std::int64_t now) {
  if (searches.empty()) return "";
  std::vector<std::vector<std::string>> rows = {{"NAME", "WATCHED", "REPORTED", "QUERY"}};
  for (const SavedSearch& search : searches) {
    rows.push_back({search.name, watched_text(search), search.reported_at ? age(*search.reported_at, now) : "-",
                    render::sanitise_line(search.query)});
  }
  return plain_table(rows);
}

std::string saved_list_json(const std::vector<SavedSearch>& searches) {
  render::JsonWriter json;
  json.begin_array();
  for (const SavedSearch& search : searches) {
    json.begin_object();
    write_members(json, search);
    json.end_object();
  }
  return json.end_array().take() + "\n";
}

std::string saved_text(const DescribedSearch& described, std::int64_t now) {
  const SavedSearch& search = described.search;
  std::string out;
  add_fact(out, kLabel, "Name", search.name);
  add_fact(out, kLabel, "Query", search.query);
  if (described.stands_for != search.query) add_fact(out, kLabel, "Stands for", described.stands_for);
  add_fact(out, kLabel, "Note", search.note);
  add_fact(out, kLabel, "Used by", render::join(described.used_by, ", "));
  add_fact(out, kLabel, "Saved", moment(search.created));
  add_fact(out, kLabel, "Watched", search.watched ? "yes" : "no");
  if (!search.watched) return out;
  add_fact(out, kLabel, "Command", search.command);
  add_fact(out, kLabel, "Last report", last_report(search, now));
  if (search.problem) {
    add_fact(out, kLabel, "Not reported",
             *search.problem + (search.failures > 1 ? " (" + grouped(search.failures) + " times in a row)" : ""));
  }
  return out;
}

std::string saved_json(const DescribedSearch& described) {
  render::JsonWriter json;
  json.begin_object();
  write_members(json, described.search);
  json.key("stands_for").string(described.stands_for).key("used_by").begin_array();
  for (const std::string& name : described.used_by) json.string(name);
  return json.end_array().end_object().take() + "\n";
}

}  // namespace morgue::cli
