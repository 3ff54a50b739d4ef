// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/collection_output.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/ages.h"
#include "cli/plain_facts.h"
#include "cli/plain_table.h"
#include "render/json_writer.h"
#include "render/sanitise.h"
#include "render/text_parts.h"

namespace morgue::cli {
namespace {

using render::grouped;

constexpr std::size_t kLabel = 10;

std::string day(std::optional<std::int64_t> seconds) {
  return seconds ? moment(*seconds).substr(0, 10) : "-";
}

std::string what_was_read(const catalog::Checkpoint& file) {
  if (file.problem) return *file.problem;
  std::string out = grouped(file.records) + (file.records == 1 ? " record" : " records");
  if (file.unfinished > 0) out += ", " + grouped(file.unfinished) + " bytes of an unfinished line wait";
  if (file.gone_at) out += ", gone since " + day(file.gone_at);
  return out;
}

void write_list(render::JsonWriter& json, const char* name, const std::vector<std::string>& values) {
  json.key(name).begin_array();
  for (const std::string& value : values) json.string(value);
  json.end_array();
}

void write_members(render::JsonWriter& json, const DescribedCollection& described) {
  const catalog::Collection& collection = described.collection;
  const catalog::CollectionSize& size = described.size;
  json.key("name").string(collection.name);
  write_list(json, "paths", collection.paths);
  write_list(json, "excludes", collection.excludes);
  write_text(json, "format", collection.format);
  write_text(json, "source", collection.source);
  write_text(json, "records", collection.records);
  write_list(json, "maps", collection.maps);
  write_text(json, "map_file", collection.map_file);
  json.key("articles").integer(size.articles).key("files").integer(size.files).key("gone").integer(size.gone);
  json.key("problems").integer(size.problems).key("unfinished").integer(size.unfinished);
  json.key("bytes").integer(size.bytes).key("newest");
  write_moment(json, size.newest);
  json.key("last_read");
  write_moment(json, size.last_read);
}

void write_file(render::JsonWriter& json, const catalog::Checkpoint& file) {
  json.begin_object().key("path").string(file.path).key("size").integer(file.size);
  json.key("records").integer(file.records).key("read");
  write_moment(json, file.read_at);
  json.key("gone");
  write_moment(json, file.gone_at);
  json.key("unfinished_bytes").integer(file.unfinished);
  write_text(json, "problem", file.problem.value_or(""));
  json.end_object();
}

}  // namespace

std::string collections_text(const std::vector<DescribedCollection>& collections, std::int64_t now) {
  if (collections.empty()) return "";
  std::vector<std::vector<std::string>> rows = {{"NAME", "ARTICLES", "FILES", "NEWEST", "READ", "PATHS"}};
  for (const auto& [collection, size, files] : collections) {
    rows.push_back({collection.name, grouped(size.articles), grouped(size.files), day(size.newest),
                    size.last_read ? age(*size.last_read, now) : "never",
                    render::sanitise_line(render::join(collection.paths, " ", 3))});
  }
  return plain_table(rows);
}

std::string collections_json(const std::vector<DescribedCollection>& collections) {
  render::JsonWriter json;
  json.begin_array();
  for (const auto& described : collections) {
    json.begin_object();
    write_members(json, described);
    json.end_object();
  }
  return json.end_array().take() + "\n";
}

std::string collection_text(const DescribedCollection& described, bool files, std::int64_t now) {
  const catalog::Collection& collection = described.collection;
  const catalog::CollectionSize& size = described.size;
  std::string out;
  add_fact(out, kLabel, "Name", collection.name);
  for (const std::string& path : collection.paths) add_fact(out, kLabel, "Path", path);
  for (const std::string& pattern : collection.excludes) add_fact(out, kLabel, "Exclude", pattern);
  add_fact(out, kLabel, "Format", collection.format);
  add_fact(out, kLabel, "Source", collection.source);
  add_fact(out, kLabel, "Records", collection.records);
  for (const std::string& map : collection.maps) add_fact(out, kLabel, "Map", map);
  add_fact(out, kLabel, "Map file", collection.map_file);
  add_fact(out, kLabel, "Articles",
           grouped(size.articles) + (size.newest ? ", the newest of " + day(size.newest) : ""));
  std::string counts = grouped(size.files) + ", " + size_text(size.bytes);
  if (size.gone > 0) counts += ", " + grouped(size.gone) + " gone";
  if (size.problems > 0) counts += ", " + grouped(size.problems) + " unreadable";
  add_fact(out, kLabel, "Files", counts);
  add_fact(out, kLabel, "Read", size.last_read ? moment(*size.last_read) + ", " + age(*size.last_read, now) : "never");
  for (const auto& file : described.files) {
    if (!files && !file.problem && file.unfinished == 0) continue;
    out += "  " + render::sanitise_line(file.path) + ": " + render::sanitise_line(what_was_read(file)) + "\n";
  }
  return out;
}

std::string collection_json(const DescribedCollection& described, bool files) {
  render::JsonWriter json;
  json.begin_object();
  write_members(json, described);
  if (files) {
    json.key("file_list").begin_array();
    for (const auto& file : described.files) write_file(json, file);
    json.end_array();
  }
  return json.end_object().take() + "\n";
}

}  // namespace morgue::cli
