// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "formats/reader.h"
#include "tests/support/string_source.h"

namespace morgue::test {

/// Records, rejects and what is passed over of a dump in short form: `2@17 a=1 b.c=x`, `3@40! reason`, `4@50~ kind`.
inline std::vector<std::string> read_all(formats::Format format, const std::string& dump, const std::string& inner = {},
                                         formats::ReaderLimits limits = {}, std::size_t chunk = 7) {
  StringSource source(dump, chunk);
  io::BufferedInput bytes(source);
  const auto reader = formats::open_reader(format, {bytes, "dump", inner, limits});
  std::vector<std::string> out;
  while (auto next = reader->next()) {
    if (const auto* reject = std::get_if<Reject>(&*next)) {
      out.push_back(std::to_string(reject->where.record) + "@" + std::to_string(reject->where.offset) + "! " +
                    reject->reason);
      continue;
    }
    if (const auto* passed = std::get_if<PassedOver>(&*next)) {
      out.push_back(std::to_string(passed->where.record) + "@" + std::to_string(passed->where.offset) + "~ " +
                    passed->kind);
      continue;
    }
    const auto& record = std::get<Record>(*next);
    std::string line = std::to_string(record.where.record) + "@" + std::to_string(record.where.offset);
    for (const Field& field : record.fields) line += " " + field.path + "=" + field.value;
    if (record.kind == Record::Kind::Page) line += " page:" + record.content;
    if (record.kind == Record::Kind::Html) line += " html:" + record.content;
    out.push_back(std::move(line));
  }
  return out;
}

/// The records alone, as they are.
inline std::vector<Record> records_of(formats::Format format, const std::string& dump) {
  StringSource source(dump);
  io::BufferedInput bytes(source);
  const auto reader = formats::open_reader(format, {bytes, "dump", "", {}});
  std::vector<Record> out;
  while (auto next = reader->next()) {
    if (auto* record = std::get_if<Record>(&*next)) out.push_back(std::move(*record));
  }
  return out;
}

}  // namespace morgue::test
