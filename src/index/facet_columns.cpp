// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/facet_columns.h"

#include <algorithm>
#include <numeric>
#include <span>

#include "index/blob.h"

namespace morgue::index {
namespace {

/// Documents whose values make one blob.
constexpr std::uint32_t kChunkBits = 16;
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
  for (const query::FieldId field : facet_fields()) columns_.push_back({field, {}, {}, {}, {}, {}});
}

void FacetWriter::add(const Article& article) {
  for (Column& column : columns_) {
    for (const std::string& value : values_of(article, column.field)) {
      if (!value.empty()) add_value(column, value);
    }
    column.ends.push_back(static_cast<std::uint32_t>(column.values.size()));
  }
}

void FacetWriter::add_value(Column& column, const std::string& value) {
  const auto [known, is_new] = column.numbers.emplace(value, static_cast<std::uint32_t>(column.names.size()));
  if (is_new) {
    column.names.push_back(&known->first);
    column.uses.push_back(0);
  }
  const auto begin = column.values.begin() + (column.ends.empty() ? 0 : column.ends.back());
  if (std::find(begin, column.values.end(), known->second) != column.values.end()) return;
  column.values.push_back(known->second);
  ++column.uses[known->second];
}

void FacetWriter::write(Xapian::WritableDatabase& segment) const {
  for (const Column& column : columns_) {
    // The most frequent names have the smallest numbers, which take the fewest bytes.
    std::vector<std::uint32_t> by_use(column.names.size());
    std::iota(by_use.begin(), by_use.end(), 0U);
    std::stable_sort(by_use.begin(), by_use.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return column.uses[a] > column.uses[b]; });
    std::vector<std::uint32_t> rank(by_use.size());
    std::string bytes;
    for (std::uint32_t i = 0; i < by_use.size(); ++i) {
      rank[by_use[i]] = i;
      const std::string& name = *column.names[by_use[i]];
      append_varint(bytes, name.size());
      bytes += name;
    }
    write_blob(segment, names_blob(column.field), bytes);

    bytes.clear();
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < column.ends.size(); ++i) {
      append_varint(bytes, column.ends[i] - value);
      for (; value < column.ends[i]; ++value) append_varint(bytes, rank[column.values[value]]);
      if ((i + 1) % kChunkDocuments != 0 && i + 1 != column.ends.size()) continue;
      write_blob(segment, values_blob(column.field) + std::to_string(i >> kChunkBits), bytes);
      bytes.clear();
    }
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
  auto& chunk = chunks_[number];
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

std::vector<std::uint32_t> FacetColumn::tally(const DocSet& documents) {
  std::vector<std::uint32_t> counts(names_.size());
  std::size_t current = chunks_.size();
  const Chunk* values = nullptr;
  documents.for_each([&](std::uint32_t document) {
    const std::size_t number = (document - 1) >> kChunkBits;
    if (number != current) {
      current = number;
      values = &chunk(number);
    }
    const std::size_t place = (document - 1) & (kChunkDocuments - 1);
    for (std::uint32_t i = values->begins[place]; i < values->begins[place + 1]; ++i) ++counts[values->values[i]];
  });
  return counts;
}

}  // namespace morgue::index
