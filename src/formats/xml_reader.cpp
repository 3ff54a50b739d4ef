// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/xml_reader.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

#include "formats/reject.h"
#include "formats/xml_fields.h"

namespace morgue::formats {
namespace {

constexpr std::size_t kSample = 256U << 10U;

}  // namespace

XmlReader::XmlReader(ReaderInput input) : input_(std::move(input)), name_(input_.records) {
  if (name_.empty()) name_ = guess_records(markup::parse_xml(input_.bytes.peek(kSample)));
  const auto read = [this](std::span<char> into) -> std::size_t {
    if (input_.bytes.buffered().empty() && !input_.bytes.more()) return 0;
    const std::string_view bytes = input_.bytes.buffered();
    const std::size_t size = std::min(bytes.size(), into.size());
    std::memcpy(into.data(), bytes.data(), size);
    input_.bytes.consume(size);
    return size;
  };
  markup::XmlLimits limits;
  limits.record_bytes = input_.limits.record_bytes;
  records_ = std::make_unique<markup::XmlRecords>(
      read, [name = name_](std::string_view element, std::string_view, int) { return element == name; }, limits);
}

std::optional<ReadItem> XmlReader::next() {
  if (ended_) return std::nullopt;
  Location where{input_.dump, count_ + 1, input_.bytes.offset()};
  if (auto tree = records_->next()) {
    ++count_;
    Record record;
    record.where = std::move(where);
    if (tree->root() != nullptr && xml_fields(*tree->root(), record.fields, input_.limits.fields)) return record;
    return make_reject(std::move(record.where),
                       "the record has more than " + std::to_string(input_.limits.fields) + " values", {});
  }
  ended_ = true;
  if (!records_->error().empty()) return make_reject(std::move(where), "the XML is broken: " + records_->error(), {});
  if (count_ == 0) {
    return make_reject(std::move(where), "there is no element <" + name_ + "> in the file to make a record of", {});
  }
  return std::nullopt;
}

}  // namespace morgue::formats
