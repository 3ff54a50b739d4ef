// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/article.h"

#include "render/field_json.h"
#include "render/fields.h"
#include "render/json_writer.h"

namespace morgue::render {
namespace {

std::string object_of(const Subject& subject) {
  JsonWriter json;
  json.begin_object();
  for (const Field& field : all_fields()) {
    if (field.of >= Field::Of::Search || (field.of == Field::Of::Archive && subject.stored == nullptr)) continue;
    write_field(json, field, subject);
  }
  // Of agencies' items only, and there of few.
  const Article& article = *subject.article;
  if (article.embargo) json.key("embargo").string(article.embargo->to_string());
  if (article.status != ItemStatus::Usable) json.key("status").string(to_string(article.status));
  return json.end_object().take();
}

}  // namespace

std::string article_json(const StoredArticle& article) {
  return object_of({.article = &article, .stored = &article});
}

std::string extracted_json(const Article& article) {
  return object_of({.article = &article});
}

}  // namespace morgue::render
