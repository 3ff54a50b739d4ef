// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <string>

#include "catalog/article_lists.h"
#include "catalog/body_codec.h"
#include "catalog/connection.h"
#include "catalog/erasure.h"
#include "catalog/statement.h"

namespace morgue::catalog {
namespace {

using namespace std::string_literals;

constexpr const char* kPacked =
    "SELECT r.headline, r.summary, r.body, f.facts FROM revisions r"
    " LEFT JOIN revision_facts f ON f.revision_id = r.id WHERE r.article_id = ?1";

constexpr const char* kTexts =
    "SELECT r.article_id, r.body_bytes, r.body_coding, r.body, r.headline, r.summary, f.facts FROM revisions r"
    " LEFT JOIN revision_facts f ON f.revision_id = r.id";

constexpr std::array<const char*, 3> kMetadata = {"url", "key", "dateline"};

/// Tables with a text that is no article's own.
struct Place {
  const char* table;
  const char* column;
};
constexpr std::array<Place, 10> kPlaces = {{{"sources", "name"},
                                            {"sections", "name"},
                                            {"dumps", "path"},
                                            {"runs", "command"},
                                            {"collections", "name"},
                                            {"collections", "map_file"},
                                            {"collection_paths", "pattern"},
                                            {"collection_files", "path"},
                                            {"takedowns", "reason"},
                                            {"tags", "name"}}};

std::string_view characters(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

void for_each_stored_value(Catalog& catalog, ArticleId id, const std::function<void(std::string_view)>& use) {
  Connection& connection = catalog.connection();
  {
    Statement packed(connection, kPacked);
    Cursor row = packed.query(id);
    while (row.next()) {
      for (const int column : {0, 1, 3}) use(row.text(column));
      use(characters(row.blob(2)));
    }
  }
  {
    Statement note(connection, "SELECT note FROM notes WHERE article_id = ?1");
    Cursor row = note.query(id);
    while (row.next()) use(row.text(0));
  }
  for (const char* column : kMetadata) {
    Statement statement(connection, "SELECT "s + column + " FROM articles WHERE id = ?1");
    Cursor row = statement.query(id);
    while (row.next()) use(row.text(0));
  }
}

void for_each_text(Catalog& catalog, const std::function<void(ArticleId, std::string_view, bool prose)>& use) {
  Connection& connection = catalog.connection();
  BodyCodec codec;
  Statement texts(connection, kTexts);
  Cursor row = texts.query();
  while (row.next()) {
    const ArticleId id = row.integer(0);
    for (const int column : {4, 5, 6}) use(id, row.text(column), column != 6);
    use(id, codec.unpack({row.text(2), row.blob(3)}, row.integer(1), id), true);
  }
  for (const char* column : kMetadata) {
    Statement statement(connection, "SELECT id, "s + column + " FROM articles WHERE " + column + " <> ''");
    Cursor value = statement.query();
    while (value.next()) use(value.integer(0), value.text(1), false);
  }
}

void for_each_other_text(Catalog& catalog,
                         const std::function<void(std::string_view place, std::string_view text)>& use) {
  const auto each = [&](const std::string& table, const std::string& column) {
    Statement statement(catalog.connection(), "SELECT " + column + " FROM " + table + " WHERE " + column + " <> ''");
    Cursor row = statement.query();
    while (row.next()) use(table, row.text(0));
  };
  for (const ListField& field : kListFields) each(field.names, "name");
  for (const Place& place : kPlaces) each(place.table, place.column);
  each("takedowns", "ref");
  // Which one it is, so that whoever wrote it can look.
  Statement notes(catalog.connection(), "SELECT article_id, note FROM notes");
  Cursor note = notes.query();
  while (note.next()) use("note on article " + std::to_string(note.integer(0)), note.text(1));
}

}  // namespace morgue::catalog
