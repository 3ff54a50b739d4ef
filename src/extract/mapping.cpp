// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/mapping.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "core/error.h"
#include "extract/synonyms.h"
#include "text/suggest.h"

namespace morgue::extract {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

std::string field_list() {
  std::string list;
  for (const std::string_view name : fillable_fields()) list += (list.empty() ? "" : ", ") + std::string(name);
  return list;
}

struct Brackets {
  std::string path;       ///< without any brackets
  std::string_view last;  ///< what the last pair holds
  bool balanced = true;
};

Brackets take_brackets(std::string_view path) {
  Brackets out;
  while (!path.empty()) {
    const std::size_t open = path.find_first_of("[]");
    out.path += path.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = path.find(']', open);
    if (path[open] != '[' || close == std::string_view::npos) {
      out.balanced = false;
      break;
    }
    out.last = path.substr(open + 1, close - open - 1);
    path.remove_prefix(close + 1);
  }
  return out;
}

bool is_element(std::string_view text) {
  return text.empty() || text == "*" ||
         (text.size() <= 9 && text.find_first_not_of("0123456789") == std::string_view::npos);
}

/// Braces in pairs, each around a name.
bool is_file_pattern(std::string_view pattern) {
  std::size_t at = 0;
  while (true) {
    const std::size_t open = pattern.find_first_of("{}", at);
    if (open == std::string_view::npos) return !pattern.empty();
    const std::size_t close = pattern.find_first_of("{}", open + 1);
    if (pattern[open] != '{' || close == std::string_view::npos || pattern[close] != '}' || close == open + 1)
      return false;
    at = close + 1;
  }
}

}  // namespace

bool names_file(const Mapping& mapping) {
  return mapping.path.starts_with(kFilePrefix);
}

Mapping parse_mapping(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) {
    throw Error(ErrorCode::Usage, "--map " + std::string(text) + ": not of the form field=path",
                "for example: --map headline=headline.main");
  }
  Mapping mapping{std::string(trimmed(text.substr(0, equals))), std::string(trimmed(text.substr(equals + 1)))};
  const auto fields = fillable_fields();
  if (std::find(fields.begin(), fields.end(), mapping.field) == fields.end()) {
    const std::string near = text::nearest(mapping.field, fields);
    throw Error(ErrorCode::Usage, "--map " + std::string(text) + ": an article has no field \"" + mapping.field + "\"",
                near.empty() ? "the fields are " + field_list() : "did you mean " + near + "?");
  }
  if (names_file(mapping)) {
    if (is_file_pattern(std::string_view(mapping.path).substr(kFilePrefix.size()))) return mapping;
    throw Error(
        ErrorCode::Usage, "--map " + std::string(text) + ": not the name of a file",
        "name a file beside the dump, with values of the record in braces: " + mapping.field + "=file:texts/{id}.txt");
  }
  const Brackets brackets = take_brackets(mapping.path);
  if (brackets.path.empty() || !brackets.balanced || !is_element(brackets.last)) {
    throw Error(ErrorCode::Usage, "--map " + std::string(text) + ": \"" + mapping.path + "\" is not a path",
                "a path is names joined by dots, with [n] for one element of a list: headline.main, tags[0]");
  }
  return mapping;
}

FieldFinder::FieldFinder(const std::vector<Mapping>& mappings) {
  for (const Mapping& mapping : mappings) {
    if (names_file(mapping)) {
      paths_.push_back({mapping.field, fold_path(mapping.path), kAll});
      continue;
    }
    const Brackets brackets = take_brackets(mapping.path);
    Path path{mapping.field, fold_path(brackets.path), kAll};
    if (!brackets.last.empty() && brackets.last != "*") {
      std::from_chars(brackets.last.data(), brackets.last.data() + brackets.last.size(), path.element);
    }
    paths_.push_back(std::move(path));
  }
}

bool FieldFinder::is_mapped(std::string_view article_field) const {
  return std::any_of(paths_.begin(), paths_.end(), [&](const Path& path) { return path.field == article_field; });
}

std::vector<std::vector<const Field*>> FieldFinder::find(const FieldSet& fields, std::string_view article_field) const {
  std::vector<std::vector<const Field*>> places;
  if (is_mapped(article_field)) {
    std::vector<const Field*> all;
    for (const Path& path : paths_) {
      if (path.field != article_field) continue;
      const auto values = fields.values(path.folded);
      if (path.element == kAll) {
        all.insert(all.end(), values.begin(), values.end());
      } else if (path.element < values.size()) {
        all.push_back(values[path.element]);
      }
    }
    if (!all.empty()) places.push_back(std::move(all));
    return places;
  }
  for (const auto& [synonym, values] : fields.synonyms(article_field)) {
    // What was said to be one thing is not taken for another.
    if (std::ranges::any_of(paths_, [&](const Path& path) { return path.folded == synonym; })) continue;
    places.push_back(*values);
  }
  return places;
}

}  // namespace morgue::extract
