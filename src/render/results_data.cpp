// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <functional>

#include "render/csv_writer.h"
#include "render/field_json.h"
#include "render/fields.h"
#include "render/json_writer.h"
#include "render/results.h"

namespace morgue::render {
namespace {

using Columns = std::vector<std::reference_wrapper<const Field>>;

constexpr int kFormatVersion = 1;
constexpr int kMillisecondDecimals = 3;

Columns columns_of(const OutputOptions& options) {
  Columns columns;
  if (options.fields.empty()) {
    for (const Field& field : all_fields()) {
      if (field.name != "body" || options.body) columns.emplace_back(field);
    }
    return columns;
  }
  for (const std::string& name : options.fields) columns.emplace_back(field_named(name));
  const bool has_body = std::find(options.fields.begin(), options.fields.end(), "body") != options.fields.end();
  if (options.body && !has_body) columns.emplace_back(field_named("body"));
  return columns;
}

Subject subject_of(const Results& results, const ResultHit& hit) {
  return {&hit.article, &hit.article, &hit, results.relevance};
}

void write_hit(JsonWriter& json, const Columns& columns, const Subject& subject) {
  json.begin_object();
  for (const Field& field : columns) write_field(json, field, subject);
  json.end_object();
}

struct CellWriter {
  CsvWriter& csv;

  void operator()(std::monostate /*unknown*/) const { csv.plain(""); }
  void operator()(std::int64_t number) const { csv.plain(std::to_string(number)); }
  void operator()(Score score) const { csv.plain(format_number(score.value, kScoreDecimals)); }
  void operator()(std::string_view text) const { csv.text(text); }
  void operator()(const std::vector<std::string>& list) const {
    std::string joined;
    for (const std::string& item : list) joined.append(joined.empty() ? "" : "; ").append(item);
    csv.text(joined);
  }
};

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
  const Columns columns = columns_of(options);
  JsonWriter json;
  json.begin_object();
  json.key("format_version").integer(kFormatVersion);
  json.key("query").string(results.query);
  json.key("total").integer(results.total);
  json.key("offset").integer(results.offset);
  json.key("took_ms").number(results.took_ms, kMillisecondDecimals);
  json.key("hits").begin_array();
  for (const ResultHit& hit : results.hits) write_hit(json, columns, subject_of(results, hit));
  return json.end_array().end_object().take() + "\n";
}

std::string results_jsonl(const Results& results, const OutputOptions& options) {
  const Columns columns = columns_of(options);
  std::string out;
  for (const ResultHit& hit : results.hits) {
    JsonWriter json;
    write_hit(json, columns, subject_of(results, hit));
    out += json.take() + "\n";
  }
  return out;
}

std::string results_csv(const Results& results, const OutputOptions& options, char separator) {
  const Columns columns = columns_of(options);
  CsvWriter csv(separator);
  for (const Field& field : columns) csv.plain(field.name);
  csv.end_row();
  for (const ResultHit& hit : results.hits) {
    for (const Field& field : columns) std::visit(CellWriter{csv}, field.get(subject_of(results, hit)));
    csv.end_row();
  }
  return csv.take();
}

std::string results_ids(const Results& results) {
  std::string out;
  for (const ResultHit& hit : results.hits) out += std::to_string(hit.article.id) + "\n";
  return out;
}

}  // namespace morgue::render
