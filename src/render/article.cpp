// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/article.h"

#include <cstdint>
#include <optional>

#include "render/field_json.h"
#include "render/fields.h"
#include "render/json_writer.h"
#include "render/revisions.h"

namespace morgue::render {
namespace {

/// Into an open object.
void write_article(JsonWriter& json, const Subject& subject) {
  for (const Field& field : all_fields()) {
    const bool researcher = field.of == Field::Of::Researcher && is_annotated(*subject.article);
    if (!researcher && field.of >= Field::Of::Search) continue;
    if (field.of == Field::Of::Archive && subject.stored == nullptr) continue;
    write_field(json, field, subject);
  }
  // Of agencies' items only, and there of few.
  const Article& article = *subject.article;
  if (article.embargo) json.key("embargo").string(article.embargo->to_string());
  if (article.status != ItemStatus::Usable) json.key("status").string(to_string(article.status));
}

std::string object_of(const Subject& subject) {
  JsonWriter json;
  json.begin_object();
  write_article(json, subject);
  return json.end_object().take();
}

void write_time(JsonWriter& json, std::optional<std::int64_t> seconds) {
  const auto time = seconds ? Timestamp::from_utc_seconds(*seconds) : std::nullopt;
  if (time) {
    json.string(time->to_string());
  } else {
    json.null();
  }
}

void write_carrier(JsonWriter& json, const Carrier& carrier) {
  json.begin_object().key("id").integer(carrier.id).key("source");
  carrier.source.empty() ? json.null() : json.string(carrier.source);
  json.key("published");
  carrier.published ? json.string(carrier.published->to_string()) : json.null();
  json.end_object();
}

}  // namespace

std::string article_json(const StoredArticle& article) {
  return object_of({.article = &article, .stored = &article});
}

std::string shown_json(const Shown& shown) {
  JsonWriter json;
  json.begin_object();
  write_article(json, {.article = &shown.article, .stored = &shown.article});
  json.key("collections").begin_array();
  for (const std::string& name : shown.article.collections) json.string(name);
  json.end_array().key("first_appearance");
  if (shown.family.empty()) {
    json.null();
  } else {
    write_carrier(json, shown.family.front());
  }
  json.key("carriers").begin_array();
  for (const Carrier& carrier : shown.family) write_carrier(json, carrier);
  return json.end_array().end_object().take();
}

std::string revision_json(const Revision& revision, const std::vector<ArticlePart>& changed) {
  JsonWriter json;
  json.begin_object();
  write_article(json, {.article = &revision, .stored = &revision});
  json.key("present").boolean(revision.present);
  json.key("metadata_kept").boolean(revision.metadata_kept);
  json.key("run").integer(revision.run).key("recorded");
  write_time(json, revision.recorded_at);
  json.key("issued");
  write_time(json, revision.issued);
  json.key("changed").begin_array();
  for (const ArticlePart part : changed) json.string(to_string(part));
  return json.end_array().end_object().take();
}

std::string extracted_json(const Article& article) {
  return object_of({.article = &article});
}

}  // namespace morgue::render
