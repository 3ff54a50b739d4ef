// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/text_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "formats/reject.h"
#include "formats/text_header.h"
#include "text/charset.h"

namespace morgue::formats {
namespace {

/// `business` of `bbc/business/001.txt`; archives packed elsewhere have backslashes.
std::string_view parent_folder(std::string_view inner) {
  constexpr std::string_view kSlashes = "/\\";
  const std::size_t end = inner.find_last_of(kSlashes);
  if (end == inner.npos) return {};
  inner = inner.substr(0, end);
  const std::size_t begin = inner.find_last_of(kSlashes);
  const std::string_view name = begin == inner.npos ? inner : inner.substr(begin + 1);
  return name == "." || name == ".." ? std::string_view() : name;
}

void add_field(Record& record, std::string_view path, std::string_view value) {
  if (!value.empty()) record.fields.push_back({std::string(path), std::string(value), Field::Kind::Text});
}

bool names_topics(const Record& record) {
  constexpr std::array<std::string_view, 6> kNames = {"tag", "topic", "keyword", "subject", "categor", "section"};
  return std::any_of(record.fields.begin(), record.fields.end(), [&](const Field& field) {
    std::string name = field.path;
    for (char& c : name) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view known) { return name.starts_with(known); });
  });
}

}  // namespace

TextReader::TextReader(ReaderInput input, Record::Kind kind) : input_(std::move(input)), kind_(kind) {}

std::optional<ReadItem> TextReader::next() {
  if (std::exchange(done_, true)) return std::nullopt;
  const std::size_t limit = input_.limits.record_bytes;
  Location where{input_.dump, 1, input_.bytes.offset()};
  // All of it, or the error that cut it short: half an article is none.
  while (input_.bytes.buffered().size() <= limit && input_.bytes.more()) {
  }
  const std::string_view bytes = input_.bytes.buffered();
  if (bytes.size() > limit) {
    return make_reject(std::move(where), "the file is larger than the limit of " + size_words(limit), bytes);
  }
  std::string content = text::to_utf8(bytes);
  make_sound(content);
  const std::string_view sound = trimmed(content);
  if (sound.empty()) return make_reject(std::move(where), "there is no text in the file", bytes);
  Record record;
  record.where = std::move(where);
  record.kind = kind_;
  if (kind_ == Record::Kind::Page) {
    record.content = std::move(content);
  } else {
    read_fields(record, sound);
  }
  input_.bytes.consume(bytes.size());
  return record;
}

void TextReader::read_fields(Record& record, std::string_view text) const {
  if (const std::size_t header = read_text_header(text, record.fields); header > 0) {
    add_field(record, "body", trimmed(text.substr(header)));
  } else {
    const std::size_t line_end = text.find_first_of("\r\n");
    add_field(record, "headline", trimmed(text.substr(0, line_end)));
    if (line_end != text.npos) add_field(record, "body", trimmed(text.substr(line_end)));
  }
  if (names_topics(record)) return;
  std::string topic(parent_folder(input_.inner));
  make_sound(topic);
  add_field(record, "topics", topic);
}

}  // namespace morgue::formats
