// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/facet_columns.h"

#include <algorithm>
#include <span>

#include "index/blob.h"

namespace morgue::index {
namespace {

constexpr std::uint32_t kChunkBits = 14;
constexpr std::uint32_t kChunkDocuments = 1U << kChunkBits;

std::string names_blob(query::FieldId field) {
  return "facet-" + std::string(query::spec(field).name);
}

std::string values_blob(query::FieldId field) {
  return names_blob(field) + "-of-";
}

[[noreturn]] void damaged() {
  throw Xapian::DatabaseCorruptError("the values to count by are damaged");
}

std::span<const std::string> values_of(const Article& article, query::FieldId field) {
  switch (field) {
    case query::FieldId::Author:
      return article.authors;
    case query::FieldId::Topic:
      return article.topics;
    case query::FieldId::Source:
      return {&article.source, 1};
    case query::FieldId::Section:
      return {&article.section, 1};
    default:
      return {&article.language, 1};
  }
}

}  // namespace

const std::vector<query::FieldId>& facet_fields() {
  using query::FieldId;
  static const std::vector<FieldId> kFields = {FieldId::Author, FieldId::Topic, FieldId::Source, FieldId::Section,
                                               FieldId::Language};
  return kFields;
}

FacetWriter::FacetWriter() {
  for (const query::FieldId field : facet_fields()) columns_.push_back({field, {}, {}, {}});
}

void FacetWriter::add(const Article& article) {
  const bool begins_chunk = (documents_++ & (kChunkDocuments - 1)) == 0;
  for (Column& column : columns_) {
    if (begins_chunk) column.chunks.emplace_back();
    of_article_.clear();
    for (const std::string& value : values_of(article, column.field)) {
      if (value.empty()) continue;
      const auto [known, is_new] = column.numbers.emplace(value, static_cast<std::uint32_t>(column.numbers.size()));
      if (is_new) {
        append_varint(column.names, value.size());
        column.names += value;
      }
      of_article_.push_back(known->second);
    }
    std::ranges::sort(of_article_);
    of_article_.erase(std::unique(of_article_.begin(), of_article_.end()), of_article_.end());
    append_varint(column.chunks.back(), of_article_.size());
    for (const std::uint32_t number : of_article_) append_varint(column.chunks.back(), number);
  }
}

void FacetWriter::write(SegmentWriter& segment) {
  for (Column& column : columns_) {
    write_blob(segment, names_blob(column.field), column.names);
    for (std::size_t i = 0; i < column.chunks.size(); ++i) {
      write_blob(segment, values_blob(column.field) + std::to_string(i), column.chunks[i]);
    }
    column = {column.field, {}, {}, {}};
  }
}

FacetColumn::FacetColumn(const Xapian::Database& segment, query::FieldId field)
    : segment_(segment),
      blob_name_(values_blob(field)),
      chunks_((std::size_t{segment.get_lastdocid()} + kChunkDocuments - 1) >> kChunkBits) {
  const std::string blob = read_blob(segment, names_blob(field));
  ByteReader reader(blob);
  while (!reader.done()) names_.emplace_back(reader.take(reader.varint()));
  if (!reader.ok()) damaged();
}

const FacetColumn::Chunk& FacetColumn::chunk(std::size_t number) {
  auto& chunk = chunks_.at(number);
  if (chunk) return *chunk;
  const std::string blob = read_blob(segment_, blob_name_ + std::to_string(number));
  const std::size_t documents =
      std::min<std::size_t>(kChunkDocuments, segment_.get_lastdocid() - number * kChunkDocuments);
  Chunk read;
  read.begins.reserve(documents + 1);
  ByteReader reader(blob);
  for (std::size_t i = 0; i < documents; ++i) {
    read.begins.push_back(static_cast<std::uint32_t>(read.values.size()));
    for (std::uint64_t left = reader.varint(); left > 0 && reader.ok(); --left) {
      const std::uint64_t value = reader.varint();
      if (value >= names_.size()) damaged();
      read.values.push_back(static_cast<std::uint32_t>(value));
    }
  }
  read.begins.push_back(static_cast<std::uint32_t>(read.values.size()));
  if (!reader.ok() || !reader.done()) damaged();
  return chunk.emplace(std::move(read));
}

void FacetColumn::tally(const DocSet& documents, Counts& counts) {
  std::vector<std::uint32_t> of_name(names_.size());
  std::size_t current = chunks_.size();
  const Chunk* values = nullptr;
  documents.for_each([&](std::uint32_t document) {
    const std::size_t number = (document - 1) >> kChunkBits;
    if (number != current) {
      current = number;
      values = &chunk(number);
    }
    const std::size_t place = (document - 1) & (kChunkDocuments - 1);
    for (std::uint32_t i = values->begins[place]; i < values->begins[place + 1]; ++i) ++of_name[values->values[i]];
  });
  for (std::size_t i = 0; i < of_name.size(); ++i) {
    if (of_name[i] > 0) counts[names_[i]] += of_name[i];
  }
}

}  // namespace morgue::index
