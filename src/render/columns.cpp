// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/columns.h"

#include "render/field_json.h"
#include "render/text_parts.h"

namespace morgue::render {
namespace {

struct CellWriter {
  CsvWriter& csv;

  void operator()(std::monostate /*unknown*/) const { csv.plain(""); }
  void operator()(std::int64_t number) const { csv.plain(std::to_string(number)); }
  void operator()(Score score) const { csv.plain(format_number(score.value, kScoreDecimals)); }
  void operator()(std::string_view text) const { csv.text(text); }
  void operator()(const std::vector<std::string>& list) const { csv.text(join(list, "; ")); }
};

}  // namespace

Columns columns_named(const std::vector<std::string>& names) {
  Columns columns;
  for (const std::string& name : names) columns.emplace_back(field_named(name));
  return columns;
}

void write_object(JsonWriter& json, const Columns& columns, const Subject& subject) {
  json.begin_object();
  for (const Field& field : columns) write_field(json, field, subject);
  json.end_object();
}

void write_header(CsvWriter& csv, const Columns& columns) {
  for (const Field& field : columns) csv.plain(field.name);
  csv.end_row();
}

void write_row(CsvWriter& csv, const Columns& columns, const Subject& subject) {
  for (const Field& field : columns) std::visit(CellWriter{csv}, field.get(subject));
  csv.end_row();
}

}  // namespace morgue::render
