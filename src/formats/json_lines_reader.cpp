// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/json_lines_reader.h"

#include <utility>

#include "formats/bom.h"
#include "formats/bulk_action.h"
#include "formats/json_scan.h"
#include "formats/reject.h"

namespace morgue::formats {

JsonLinesReader::JsonLinesReader(ReaderInput input) : input_(std::move(input)), flattener_(input_.limits) {
  skip_bom(input_.bytes);
}

std::optional<ReadItem> JsonLinesReader::next() {
  std::string bulk_id;
  while (auto line = input_.bytes.line(input_.limits.record_bytes)) {
    const std::string_view json = trimmed(line->text);
    if (json.empty() && !line->too_long) continue;
    const auto leading = json.empty() ? 0 : json.data() - line->text.data();
    Location where{input_.dump, ++records_, line->offset + leading};
    if (line->too_long) {
      return make_reject(std::move(where),
                         "the line is longer than the limit of " + size_words(input_.limits.record_bytes), json);
    }
    Record record;
    const auto problem = flattener_.flatten(json, record.fields);
    if (!problem) {
      if (auto id = bulk_action(record.fields)) {
        // Part of the record behind it: who stops and continues here never comes between the two.
        bulk_id = std::move(*id);
        --records_;
        continue;
      }
      if (!bulk_id.empty()) record.fields.push_back({"_id", std::move(bulk_id), Field::Kind::Text});
      record.where = std::move(where);
      return record;
    }
    if (const std::string_view open = open_end(json); json.front() == '{' && !open.empty()) {
      return make_reject(std::move(where), "the line ends " + std::string(open) + "; is the dump truncated?", json);
    }
    return make_reject(std::move(where), "the line cannot be read: " + *problem, json);
  }
  return std::nullopt;
}

}  // namespace morgue::formats
