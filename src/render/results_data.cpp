// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "render/columns.h"
#include "render/explanation.h"
#include "render/results.h"

namespace morgue::render {
namespace {

constexpr int kFormatVersion = 1;
constexpr int kMillisecondDecimals = 3;

Columns columns_of(const Results& results, const OutputOptions& options) {
  if (options.fields.empty()) {
    Columns columns;
    for (const Field& field : all_fields()) {
      const bool asked = (field.name != "body" || options.body) && field.of != Field::Of::Researcher;
      if (asked && (field.of != Field::Of::Collapse || results.collapse)) columns.emplace_back(field);
    }
    return columns;
  }
  Columns columns = columns_named(options.fields);
  const bool has_body = std::find(options.fields.begin(), options.fields.end(), "body") != options.fields.end();
  if (options.body && !has_body) columns.emplace_back(field_named("body"));
  return columns;
}

Subject subject_of(const Results& results, const ResultHit& hit) {
  return {&hit.article, &hit.article, &hit, results.relevance, results.collapse};
}

}  // namespace

const std::vector<std::string>& field_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out;
    for (const Field& field : all_fields()) out.emplace_back(field.name);
    return out;
  }();
  return names;
}

std::string results_json(const Results& results, const OutputOptions& options) {
  const Columns columns = columns_of(results, options);
  JsonWriter json;
  json.begin_object();
  json.key("format_version").integer(kFormatVersion);
  json.key("query").string(results.query);
  if (!results.as_of.empty()) json.key("as_of").string(results.as_of);
  json.key("total").integer(results.total);
  if (results.collapse) json.key("groups").integer(results.groups);
  if (results.withheld > 0) json.key("withheld").integer(results.withheld);
  json.key("offset").integer(results.offset);
  json.key("took_ms").number(results.took_ms, kMillisecondDecimals);
  json.key("hits").begin_array();
  for (const ResultHit& hit : results.hits) write_object(json, columns, subject_of(results, hit));
  json.end_array();
  if (results.explanation) {
    json.key("explain");
    write_explanation(json, *results.explanation);
  }
  if (results.explanation && !results.saved.empty()) {
    json.key("saved").begin_array();
    for (const auto& [name, query] : results.saved) {
      json.begin_object().key("name").string(name).key("query").string(query).end_object();
    }
    json.end_array();
  }
  return json.end_object().take() + "\n";
}

std::string results_jsonl(const Results& results, const OutputOptions& options) {
  const Columns columns = columns_of(results, options);
  std::string out;
  for (const ResultHit& hit : results.hits) {
    JsonWriter json;
    write_object(json, columns, subject_of(results, hit));
    out += json.take() + "\n";
  }
  return out;
}

std::string results_csv(const Results& results, const OutputOptions& options, char separator) {
  const Columns columns = columns_of(results, options);
  CsvWriter csv(separator);
  write_header(csv, columns);
  for (const ResultHit& hit : results.hits) write_row(csv, columns, subject_of(results, hit));
  return csv.take();
}

std::string results_ids(const Results& results) {
  std::string out;
  for (const ResultHit& hit : results.hits) out += std::to_string(hit.article.id) + "\n";
  return out;
}

}  // namespace morgue::render
