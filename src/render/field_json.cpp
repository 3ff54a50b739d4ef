// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/field_json.h"

namespace morgue::render {
namespace {

struct ValueWriter {
  JsonWriter& json;

  void operator()(std::monostate /*unknown*/) const { json.null(); }
  void operator()(std::int64_t number) const { json.integer(number); }
  void operator()(Score score) const { json.number(score.value, kScoreDecimals); }
  void operator()(std::string_view text) const { json.string(text); }
  void operator()(const std::vector<std::string>& list) const {
    json.begin_array();
    for (const std::string& item : list) json.string(item);
    json.end_array();
  }
};

}  // namespace

void write_field(JsonWriter& json, const Field& field, const Subject& subject) {
  json.key(field.name);
  std::visit(ValueWriter{json}, field.get(subject));
}

}  // namespace morgue::render
