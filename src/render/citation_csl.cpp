// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/citation.h"
#include "render/json_writer.h"
#include "render/text_parts.h"

namespace morgue::render {
namespace {

void add_text(JsonWriter& json, std::string_view key, std::string_view value) {
  if (!value.empty()) json.key(key).string(value);
}

void add_authors(JsonWriter& json, const std::vector<CitedName>& names) {
  if (names.empty()) return;
  json.key("author").begin_array();
  for (const CitedName& name : names) {
    json.begin_object();
    add_text(json, "literal", name.literal);
    add_text(json, "family", name.family);
    add_text(json, "given", name.given);
    add_text(json, "non-dropping-particle", name.particle);
    add_text(json, "suffix", name.suffix);
    json.end_object();
  }
  json.end_array();
}

void add_date(JsonWriter& json, const Timestamp& date) {
  json.key("issued").begin_object().key("date-parts").begin_array().begin_array();
  json.integer(date.day.year);
  if (date.precision != Precision::Year) json.integer(date.day.month);
  if (date.precision >= Precision::Day) json.integer(date.day.day);
  json.end_array().end_array().end_object();
}

}  // namespace

std::string csl_json_reference(const StoredArticle& article) {
  JsonWriter json;
  json.begin_object();
  add_text(json, "id", citation_key(article));
  add_text(json, "type", "article-newspaper");
  add_authors(json, cited_names(article));
  add_text(json, "title", article.headline);
  add_text(json, "container-title", article.source);
  add_text(json, "section", article.section);
  if (article.published) add_date(json, *article.published);
  add_text(json, "URL", article.url);
  add_text(json, "language", article.language);
  add_text(json, "abstract", article.summary);
  add_text(json, "keyword", join(article.topics, ", "));
  return json.end_object().take();
}

}  // namespace morgue::render
