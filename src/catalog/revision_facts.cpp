// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/revision_facts.h"

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "catalog/article_lists.h"
#include "core/error.h"

namespace morgue::catalog {
namespace {

void append_string(std::string& json, std::string_view text) {
  json += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
      json += escape;
    } else {
      json += c;
    }
  }
  json += '"';
}

void append_key(std::string& json, std::string_view name) {
  json += json.size() > 1 ? "," : "";
  append_string(json, name);
  json += ':';
}

/// Unknown is not there.
void add(std::string& json, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  append_key(json, name);
  append_string(json, text);
}

void add(std::string& json, std::string_view name, const std::optional<Timestamp>& time) {
  if (time) add(json, name, time->to_string());
}

std::string to_json(const Article& article, std::optional<std::int64_t> cluster) {
  std::string json = "{";
  add(json, "published", article.published);
  add(json, "published_origin", to_string(article.published_origin));
  add(json, "updated", article.updated);
  add(json, "section", article.section);
  add(json, "language", article.language);
  add(json, "url", article.url);
  add(json, "dateline", article.dateline);
  add(json, "embargo", article.embargo);
  if (article.status != ItemStatus::Usable) add(json, "status", to_string(article.status));
  if (cluster) {
    append_key(json, "cluster");
    json += std::to_string(*cluster);
  }
  for (const ListField& list : kListFields) {
    const auto& names = article.*list.member;
    if (names.empty()) continue;
    append_key(json, list.names);
    json += '[';
    for (const std::string& name : names) {
      if (!json.ends_with('[')) json += ',';
      append_string(json, name);
    }
    json += ']';
  }
  return json += '}';
}

[[noreturn]] void throw_damaged(ArticleId id) {
  throw Error(ErrorCode::Inconsistent,
              "article " + std::to_string(id) +
                  " is damaged in the catalog: what an earlier revision said beside its text is no more readable",
              "restore the catalog from a backup");
}

std::optional<Timestamp> timestamp(const Cursor& row, int column, ArticleId id) {
  if (row.is_null(column)) return std::nullopt;
  const auto read = Timestamp::from_string(row.text(column));
  if (!read) throw_damaged(id);
  return read;
}

}  // namespace

RevisionFacts::RevisionFacts(Connection& connection)
    : insert_(connection,
              "INSERT INTO revision_facts (revision_id, facts)"
              " SELECT id, ?3 FROM revisions WHERE article_id = ?1 AND revision = ?2"),
      values_(connection,
              "SELECT facts ->> 'published', facts ->> 'published_origin', facts ->> 'updated', facts ->> 'section',"
              " facts ->> 'language', facts ->> 'url', facts ->> 'dateline', facts ->> 'embargo', facts ->> 'status',"
              " facts ->> 'cluster' FROM revision_facts WHERE revision_id = ?1"),
      lists_(connection,
             "SELECT l.key, v.value FROM revision_facts f, json_each(f.facts) l, json_each(l.value) v"
             " WHERE f.revision_id = ?1 AND l.type = 'array' ORDER BY l.id, v.id") {}

void RevisionFacts::write(ArticleId id, std::int64_t revision, const Article& article,
                          std::optional<std::int64_t> cluster) {
  insert_.run(id, revision, to_json(article, cluster));
}

bool RevisionFacts::read(std::int64_t row, StoredArticle& article) {
  Cursor value = values_.query(row);
  if (!value.next()) return false;
  article.published = timestamp(value, 0, article.id);
  const auto origin = date_origin_from_string(value.text(1));
  if (!origin) throw_damaged(article.id);
  article.published_origin = *origin;
  article.updated = timestamp(value, 2, article.id);
  article.section = value.text(3);
  article.language = value.text(4);
  article.url = value.text(5);
  article.dateline = value.text(6);
  article.embargo = timestamp(value, 7, article.id);
  article.status = item_status_from_string(value.text(8));
  article.cluster = value.optional_integer(9);
  for (const ListField& list : kListFields) (article.*list.member).clear();
  Cursor name = lists_.query(row);
  while (name.next()) {
    for (const ListField& list : kListFields) {
      if (name.text(0) == list.names) (article.*list.member).push_back(name.string(1));
    }
  }
  return true;
}

}  // namespace morgue::catalog
