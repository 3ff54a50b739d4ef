// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/csv_writer.h"
#include "render/json_writer.h"
#include "render/kwic.h"

namespace morgue::render {
namespace {

std::string date_of(const Occurrence& occurrence) {
  return occurrence.published ? occurrence.published->to_string() : std::string();
}

class CsvKwic final : public KwicWriter {
 public:
  explicit CsvKwic(char separator) : separator_(separator) {}

  std::string begin() override {
    CsvWriter csv(separator_);
    for (const std::string_view name : {"id", "date", "source", "headline", "left", "match", "right"}) csv.plain(name);
    csv.end_row();
    return csv.take();
  }

  std::string add(const Occurrence& occurrence) override {
    CsvWriter csv(separator_);
    csv.plain(std::to_string(occurrence.id));
    csv.plain(date_of(occurrence));
    for (const auto* text :
         {&occurrence.source, &occurrence.headline, &occurrence.left, &occurrence.match, &occurrence.right}) {
      csv.text(*text);
    }
    csv.end_row();
    return csv.take();
  }

 private:
  char separator_;
};

/// Null for what is not known.
void write_known(JsonWriter& json, std::string_view name, std::string_view text) {
  json.key(name);
  if (text.empty()) {
    json.null();
  } else {
    json.string(text);
  }
}

std::string object_of(const Occurrence& occurrence) {
  JsonWriter json;
  json.begin_object();
  json.key("id").integer(occurrence.id);
  write_known(json, "date", date_of(occurrence));
  write_known(json, "source", occurrence.source);
  write_known(json, "headline", occurrence.headline);
  json.key("left").string(occurrence.left);
  json.key("match").string(occurrence.match);
  json.key("right").string(occurrence.right);
  return json.end_object().take();
}

class JsonKwic final : public KwicWriter {
 public:
  std::string begin() override { return "["; }
  std::string add(const Occurrence& occurrence) override {
    std::string out = first_ ? "" : ",\n";
    first_ = false;
    return out + object_of(occurrence);
  }
  std::string end() override { return "]\n"; }

 private:
  bool first_ = true;
};

class JsonLinesKwic final : public KwicWriter {
 public:
  std::string add(const Occurrence& occurrence) override { return object_of(occurrence) + "\n"; }
};

}  // namespace

std::unique_ptr<KwicWriter> kwic_csv(char separator) {
  return std::make_unique<CsvKwic>(separator);
}

std::unique_ptr<KwicWriter> kwic_json() {
  return std::make_unique<JsonKwic>();
}

std::unique_ptr<KwicWriter> kwic_jsonl() {
  return std::make_unique<JsonLinesKwic>();
}

}  // namespace morgue::render
