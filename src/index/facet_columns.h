// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/article.h"
#include "index/doc_set.h"
#include "index/segment_writer.h"
#include "query/fields.h"

/// The values of each document in the fields that matches are counted by, kept in blobs of the segment, so that
/// counting reads no article. Of each field: the names, numbered from 0 as they appear (a length and the bytes), and,
/// for every kChunkDocuments documents in turn, how many names each has and which. Numbers are packed, seven bits a
/// byte.
namespace morgue::index {

/// Author, topic, source, section, language.
const std::vector<query::FieldId>& facet_fields();

/// Collects the values of articles in docid order, each once an article; empty ones are none.
class FacetWriter {
 public:
  FacetWriter();
  void add(const Article& article);
  void write(SegmentWriter& segment);

 private:
  struct Column {
    query::FieldId field;
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::string names;
    std::vector<std::string> chunks;
  };

  std::vector<Column> columns_;
  std::vector<std::uint32_t> of_article_;
  std::uint32_t documents_ = 0;
};

/// The values of one field, read as far as they are asked for.
class FacetColumn {
 public:
  /// Throws Xapian::DatabaseCorruptError, as tally() does, if what was written is not there.
  FacetColumn(const Xapian::Database& segment, query::FieldId field);

  using Counts = std::unordered_map<std::string, std::int64_t>;
  /// Adds the number of these documents that have each name.
  void tally(const DocSet& documents, Counts& counts);

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
