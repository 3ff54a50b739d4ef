// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/value_list.h"

#include <algorithm>

#include "extract/html_strip.h"
#include "text/normalise.h"

namespace morgue::extract {
namespace {

/// A topic is a few words; what is longer is a mistake of the dump (a whole text in a tag).
constexpr std::size_t kLongestName = 300;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

void add_once(std::vector<std::string>& names, std::string_view value) {
  std::string name = text::clean_line(looks_like_html(value) ? strip_html(value) : std::string(value));
  if (name.starts_with('#') && name.size() > 1) name.erase(0, 1);
  if (name.empty() || name.size() > kLongestName) return;
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

}  // namespace

std::vector<std::string> unwrap_list(std::string_view value) {
  const std::string_view whole = trimmed(value);
  const auto plain = [&] { return std::vector<std::string>{std::string(value)}; };
  if (whole.size() < 4 || whole.front() != '[' || whole.back() != ']') return plain();
  std::vector<std::string> elements;
  std::string_view rest = trimmed(whole.substr(1, whole.size() - 2));
  while (!rest.empty()) {
    const char quote = rest.front();
    if (quote != '"' && quote != '\'') return plain();
    std::string element;
    std::size_t pos = 1;
    for (; pos < rest.size() && rest[pos] != quote; ++pos) {
      if (rest[pos] == '\\' && pos + 1 < rest.size()) ++pos;
      element += rest[pos];
    }
    if (pos == rest.size()) return plain();
    elements.push_back(std::move(element));
    rest = trimmed(rest.substr(pos + 1));
    if (rest.empty()) break;
    if (rest.front() != ',') return plain();
    rest = trimmed(rest.substr(1));
  }
  return elements;
}

std::vector<std::string> name_list(const std::vector<const Field*>& values, bool at_commas) {
  std::vector<std::string> names;
  if (values.size() != 1) {
    for (const Field* field : values) add_once(names, field->value);
    return names;
  }
  const auto elements = unwrap_list(values.front()->value);
  if (elements.size() > 1) {
    for (const std::string& element : elements) add_once(names, element);
    return names;
  }
  std::string_view rest = elements.empty() ? std::string_view{} : std::string_view(elements.front());
  const std::string_view separators = at_commas ? ",;|\n" : ";|\n";
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(separators), rest.size());
    add_once(names, rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return names;
}

}  // namespace morgue::extract
