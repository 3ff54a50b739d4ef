// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/front_matter.h"

#include <algorithm>

#include "formats/json_flatten.h"
#include "formats/json_scan.h"
#include "formats/reject.h"
#include "formats/toml_fields.h"
#include "formats/yaml_fields.h"

namespace morgue::formats {
namespace {

using View = std::string_view;

/// The first line without its end and blanks at its end.
View first_line(View text) {
  const View line = text.substr(0, text.find('\n'));
  return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

View behind_line(View text) {
  const std::size_t end = text.find('\n');
  return end == View::npos ? View() : text.substr(end + 1);
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

/// The name at the start of a line `name: value` or `name = value`; empty if it is no such line.
View line_name(View line, char separator) {
  std::size_t end = 0;
  while (end < line.size() && is_name_character(line[end])) ++end;
  const View name = line.substr(0, end);
  const View rest = trimmed(line.substr(end));
  return rest.starts_with(separator) ? name : View();
}

View without_quotes(View value) {
  value = trimmed(value);
  const bool quoted = value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
  return quoted ? value.substr(1, value.size() - 2) : value;
}

/// Reads lines on their own: names with a value, lists with a dash in front of each element.
class Lines {
 public:
  Lines(char separator, const ReaderLimits& limits, std::vector<Field>& fields)
      : separator_(separator), limits_(limits), fields_(fields) {}

  void read(View text) {
    View list;
    for (; !text.empty(); text = behind_line(text)) {
      const View line = first_line(text);
      if (const View name = line_name(line, separator_); !name.empty()) {
        list = name;
        add_all(name, trimmed(line.substr(line.find(separator_) + 1)));
      } else if (const View element = trimmed(line); element.starts_with("- ") && !list.empty()) {
        add(list, element.substr(2));
      }
    }
  }

 private:
  void add_all(View name, View value) {
    if (!value.starts_with('[') || !value.ends_with(']')) return add(name, value);
    value = value.substr(1, value.size() - 2);
    while (!value.empty()) {
      const std::size_t end = std::min(value.find(','), value.size());
      add(name, value.substr(0, end));
      value.remove_prefix(std::min(end + 1, value.size()));
    }
  }

  void add(View name, View value) {
    value = without_quotes(value);
    if (value.empty() || fields_.size() >= limits_.fields) return;
    const bool boolean = value == "true" || value == "false";
    fields_.push_back({std::string(name), std::string(value), boolean ? Field::Kind::Boolean : Field::Kind::Text});
  }

  char separator_;
  const ReaderLimits& limits_;
  std::vector<Field>& fields_;
};

std::optional<std::string> json_fields(View json, const ReaderLimits& limits, std::vector<Field>& fields) {
  std::string padded(json);
  padded.append(io::BufferedInput::kPadding, ' ');
  return JsonFlattener(limits).flatten(View(padded).substr(0, json.size()), fields);
}

}  // namespace

FrontMatter split_front_matter(View text, bool json) {
  FrontMatter front;
  front.text = text;
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  const View start = text.substr(begin);
  if (json && start.starts_with('{')) {
    const auto size = JsonScan().end_of(start);
    if (!size || !trimmed(first_line(start.substr(*size))).empty()) return front;
    return {FrontMatter::Language::Json, start.substr(0, *size), start.substr(*size), true};
  }
  const View fence = first_line(start);
  if (fence != "---" && fence != "+++") return front;
  front.language = fence == "---" ? FrontMatter::Language::Yaml : FrontMatter::Language::Toml;
  const View inside = behind_line(start);
  for (View rest = inside; !rest.empty(); rest = behind_line(rest)) {
    const View line = first_line(rest);
    if (line != fence && !(line == "..." && fence == "---")) continue;
    front.matter = inside.substr(0, static_cast<std::size_t>(rest.data() - inside.data()));
    front.text = behind_line(rest);
    return front;
  }
  front.matter = inside;
  front.closed = false;
  return front;
}

bool has_front_matter(View head, bool whole) {
  const FrontMatter front = split_front_matter(head, false);
  if (front.language == FrontMatter::Language::None || (whole && !front.closed)) return false;
  const char separator = front.language == FrontMatter::Language::Yaml ? ':' : '=';
  // What stands there must be names with values, not a text between two rules.
  for (View rest = front.matter; !rest.empty(); rest = behind_line(rest)) {
    const View line = first_line(rest);
    if (line.empty() || line.starts_with('#') || line.starts_with('[')) continue;
    return !line_name(line, separator).empty();
  }
  return false;
}

void front_matter_fields(const FrontMatter& front, const ReaderLimits& limits, std::vector<Field>& fields) {
  using Language = FrontMatter::Language;
  const std::size_t before = fields.size();
  std::optional<std::string> problem;
  if (front.language == Language::Yaml) problem = yaml_fields(front.matter, limits, fields);
  if (front.language == Language::Toml) problem = toml_fields(front.matter, limits, fields);
  if (front.language == Language::Json) problem = json_fields(front.matter, limits, fields);
  if (!problem || front.language == Language::Json) return;
  // A stray colon or quote in a headline is no reason to lose the date.
  fields.resize(before);
  Lines(front.language == Language::Yaml ? ':' : '=', limits, fields).read(front.matter);
}

}  // namespace morgue::formats
