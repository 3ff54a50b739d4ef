// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/article.h"
#include "index/doc_set.h"
#include "query/ast.h"

namespace morgue::index {

/// The fields that matches are counted by: author, topic, source, section, language.
const std::vector<query::FieldId>& facet_fields();

/// Collects the values of articles as they are written, each once an article; empty ones are none.
class FacetWriter {
 public:
  FacetWriter();
  void add(const Article& article);
  void write(Xapian::WritableDatabase& segment) const;

 private:
  struct Column {
    query::FieldId field;
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::vector<const std::string*> names;  ///< keys of `numbers`
    std::vector<std::uint32_t> uses;        ///< of each name
    std::vector<std::uint32_t> values;      ///< of all articles, one after the other
    std::vector<std::uint32_t> ends;        ///< of each article's values
  };
  static void add_value(Column& column, const std::string& value);

  std::vector<Column> columns_;
};

/// The values of one field, read as far as they are asked for.
class FacetColumn {
 public:
  /// Throws Xapian::DatabaseCorruptError, as tally() does, if what was written is not there.
  FacetColumn(const Xapian::Database& segment, query::FieldId field);

  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /// Documents of the set by the number of the name.
  [[nodiscard]] std::vector<std::uint32_t> tally(const DocSet& documents);

 private:
  /// Values of neighbouring documents.
  struct Chunk {
    std::vector<std::uint32_t> values;
    std::vector<std::uint32_t> begins;  ///< of each document, and the end of the last
  };
  const Chunk& chunk(std::size_t number);

  Xapian::Database segment_;
  std::string blob_name_;
  std::vector<std::string> names_;
  std::vector<std::optional<Chunk>> chunks_;
};

}  // namespace morgue::index
