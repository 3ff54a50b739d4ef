// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/detect_json.h"

#include <algorithm>

#include "formats/json_scan.h"
#include "formats/reject.h"

namespace morgue::formats {
namespace {

bool is_lines_extension(std::string_view extension) {
  return extension == "jsonl" || extension == "ndjson" || extension == "jsonlines" || extension == "ldjson";
}

char first_inside(std::string_view text) {
  const std::string_view inside = trimmed(text.substr(1));
  return inside.empty() ? '\0' : inside[0];
}

}  // namespace

std::optional<Format> detect_json(std::string_view head, std::string_view extension) {
  std::string_view rest = trimmed(head);
  if (rest.empty()) return std::nullopt;
  const char inside = first_inside(rest);
  const bool named = extension == "json" || is_lines_extension(extension);
  if (rest[0] == '[') {
    const bool list = inside == '{' || (named && (inside == '\0' || inside == ']' || inside == '[' || inside == '"'));
    return list ? std::optional(Format::Json) : std::nullopt;
  }
  // A damaged first line does not change what the others are.
  if (rest[0] != '{') return is_lines_extension(extension) ? std::optional(Format::JsonLines) : std::nullopt;
  if (inside != '"' && inside != '}' && !named) return std::nullopt;

  std::size_t lines = 0;
  std::size_t whole_objects = 0;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = trimmed(rest.substr(0, end));
    rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
    if (line.empty()) continue;
    ++lines;
    const auto size = line[0] == '{' ? JsonScan().end_of(line) : std::nullopt;
    if (size && *size == line.size()) ++whole_objects;
  }
  if (lines <= 1) return is_lines_extension(extension) ? Format::JsonLines : Format::Json;
  // Pretty-printed JSON has whole objects on a line here and there, never on most of them from the first on.
  return is_lines_extension(extension) || whole_objects * 2 >= lines ? Format::JsonLines : Format::Json;
}

}  // namespace morgue::formats
