// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/fields.h"

#include <algorithm>
#include <array>
#include <functional>

#include "core/error.h"
#include "render/marks.h"

namespace morgue::render {
namespace {

Value text(const std::string& value) {
  if (value.empty()) return {};
  return std::string_view(value);
}

Value list(const std::vector<std::string>& value) {
  return std::cref(value);
}

Value date(const std::optional<Timestamp>& value) {
  if (!value) return {};
  return value->to_string();
}

Value precision(const Article& article) {
  if (!article.published) return {};
  return to_string(article.published->precision);
}

/// Records are counted from 1: 0 is an article that came from no record.
Value record(const Article& article) {
  if (article.record == 0) return {};
  return article.record;
}

Value cluster(const StoredArticle* stored) {
  if (stored == nullptr || !stored->cluster) return {};
  return *stored->cluster;
}

Value score(const Subject& subject) {
  if (subject.hit == nullptr || !subject.relevance) return {};
  return Score{subject.hit->score};
}

Value snippet(const Subject& subject) {
  if (subject.hit == nullptr || !subject.hit->snippet) return {};
  return bracket_marks(*subject.hit->snippet);
}

Value more(const Subject& subject) {
  if (subject.hit == nullptr || !subject.collapse) return {};
  return subject.hit->more;
}

using Of = Field::Of;
using S = const Subject&;

constexpr auto kFields = std::to_array<Field>({
    {"id", Of::Archive, [](S s) { return s.stored == nullptr ? Value{} : Value{s.stored->id}; }},
    {"key", Of::Article, [](S s) { return text(s.article->key); }},
    {"headline", Of::Article, [](S s) { return text(s.article->headline); }},
    {"summary", Of::Article, [](S s) { return text(s.article->summary); }},
    {"body", Of::Article, [](S s) { return text(s.article->body); }},
    {"authors", Of::Article, [](S s) { return list(s.article->authors); }},
    {"published", Of::Article, [](S s) { return date(s.article->published); }},
    {"updated", Of::Article, [](S s) { return date(s.article->updated); }},
    {"published_precision", Of::Article, [](S s) { return precision(*s.article); }},
    {"published_origin", Of::Article, [](S s) { return Value{to_string(s.article->published_origin)}; }},
    {"source", Of::Article, [](S s) { return text(s.article->source); }},
    {"section", Of::Article, [](S s) { return text(s.article->section); }},
    {"topics", Of::Article, [](S s) { return list(s.article->topics); }},
    {"places", Of::Article, [](S s) { return list(s.article->places); }},
    {"people", Of::Article, [](S s) { return list(s.article->people); }},
    {"organizations", Of::Article, [](S s) { return list(s.article->organizations); }},
    {"language", Of::Article, [](S s) { return text(s.article->language); }},
    {"url", Of::Article, [](S s) { return text(s.article->url); }},
    {"dateline", Of::Article, [](S s) { return text(s.article->dateline); }},
    {"words", Of::Article, [](S s) { return Value{s.article->words}; }},
    {"dump", Of::Article, [](S s) { return text(s.article->dump); }},
    {"record", Of::Article, [](S s) { return record(*s.article); }},
    {"revision", Of::Archive,
     [](S s) { return s.stored == nullptr ? Value{} : Value{std::int64_t{s.stored->revision}}; }},
    {"cluster", Of::Archive, [](S s) { return cluster(s.stored); }},
    {"score", Of::Search, [](S s) { return score(s); }},
    {"snippet", Of::Search, [](S s) { return snippet(s); }},
    {"more", Of::Collapse, [](S s) { return more(s); }},
    {"user_tags", Of::Researcher, [](S s) { return list(s.article->user_tags); }},
    {"user_note", Of::Researcher, [](S s) { return text(s.article->user_note); }},
});

}  // namespace

std::span<const Field> all_fields() {
  return kFields;
}

bool is_annotated(const Article& article) {
  return !article.user_tags.empty() || !article.user_note.empty();
}

const Field& field_named(std::string_view name) {
  const auto* const found =
      std::find_if(kFields.begin(), kFields.end(), [name](const Field& field) { return field.name == name; });
  if (found != kFields.end()) return *found;
  std::string known;
  for (const Field& field : kFields) known.append(known.empty() ? "" : ", ").append(field.name);
  throw Error(ErrorCode::Usage, "there is no field \"" + std::string(name) + "\"", "fields are " + known);
}

}  // namespace morgue::render
