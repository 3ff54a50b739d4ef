// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/e2e/feed_expectation.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace morgue::test {
namespace {

using View = std::string_view;

void append_utf8(unsigned long code, std::string& out) {
  const auto byte = [&](unsigned long value) { out += static_cast<char>(value); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | code >> 6U);
    byte(0x80 | (code & 0x3FU));
  } else if (code < 0x10000) {
    byte(0xE0 | code >> 12U);
    byte(0x80 | (code >> 6U & 0x3FU));
    byte(0x80 | (code & 0x3FU));
  } else {
    byte(0xF0 | code >> 18U);
    byte(0x80 | (code >> 12U & 0x3FU));
    byte(0x80 | (code >> 6U & 0x3FU));
    byte(0x80 | (code & 0x3FU));
  }
}

/// Splits outside of quotes.
std::vector<View> split(View text, View separator) {
  std::vector<View> parts;
  char quote = 0;
  std::size_t begin = 0;
  for (std::size_t pos = 0; pos < text.size(); ++pos) {
    const char c = text[pos];
    if (quote != 0) {
      if (c == '\\') ++pos;
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (text.substr(pos).starts_with(separator)) {
      parts.push_back(text.substr(begin, pos - begin));
      begin = pos + separator.size();
      pos = begin - 1;
    }
  }
  parts.push_back(text.substr(begin));
  return parts;
}

View trimmed(View text) {
  constexpr View kBlanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == View::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

std::optional<std::string> read_string(View text) {
  if (text.starts_with('u') || text.starts_with('b')) text.remove_prefix(1);
  if (text.size() < 2 || (text[0] != '\'' && text[0] != '"') || text.back() != text[0]) return std::nullopt;
  const View inside = text.substr(1, text.size() - 2);
  std::string out;
  for (std::size_t pos = 0; pos < inside.size(); ++pos) {
    if (inside[pos] != '\\' || pos + 1 == inside.size()) {
      if (inside[pos] == text[0]) return std::nullopt;
      out += inside[pos];
      continue;
    }
    const char kind = inside[++pos];
    const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits > 0) {
      append_utf8(std::stoul(std::string(inside.substr(pos + 1, digits)), nullptr, 16), out);
      pos += digits;
    } else {
      out += kind == 'n' ? '\n' : kind == 't' ? '\t' : kind == 'r' ? '\r' : kind;
    }
  }
  return out;
}

std::vector<int> read_tuple(View text) {
  std::vector<int> numbers;
  if (!text.starts_with('(') || !text.ends_with(')')) return numbers;
  for (const View part : split(text.substr(1, text.size() - 2), ",")) {
    const View number = trimmed(part);
    if (number.empty() || number.size() > 6 ||
        !std::all_of(number.begin(), number.end(), [](unsigned char c) { return std::isdigit(c) != 0; }))
      return {};
    numbers.push_back(std::stoi(std::string(number)));
  }
  return numbers;
}

/// `entries[0]['a'][1].b` as entry 0 and `a.1.b`.
std::optional<std::pair<int, std::string>> read_path(View text) {
  constexpr View kEntries = "entries[";
  if (!text.starts_with(kEntries)) return std::nullopt;
  std::vector<std::string> parts;
  for (std::size_t pos = kEntries.size() - 1; pos < text.size();) {
    const bool bracket = text[pos] == '[';
    if (!bracket && text[pos] != '.') return std::nullopt;
    const std::size_t end = std::min(bracket ? text.find(']', pos) : text.find_first_of("[.", pos + 1), text.size());
    const View part = text.substr(pos + 1, end - pos - 1);
    parts.push_back(bracket ? read_string(part).value_or(std::string(part)) : std::string(part));
    pos = bracket ? end + 1 : end;
  }
  if (parts.size() < 2 || parts[0].empty() || parts[0].find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  std::string path;
  for (std::size_t i = 1; i < parts.size(); ++i) path += (i > 1 ? "." : "") + parts[i];
  return std::pair(std::stoi(parts[0]), path);
}

}  // namespace

std::string expect_line(View file) {
  constexpr View kMark = "Expect:";
  const std::size_t at = file.find(kMark);
  if (at == View::npos) return {};
  const View rest = file.substr(at + kMark.size());
  return std::string(trimmed(rest.substr(0, rest.find_first_of("\r\n"))));
}

std::vector<Expectation> read_expectations(View line) {
  std::vector<Expectation> found;
  for (const View clause : split(line, " and ")) {
    View bare = trimmed(clause);
    if (bare.starts_with('(') && bare.ends_with(')')) bare = bare.substr(1, bare.size() - 2);
    const auto sides = split(bare, " == ");
    if (sides.size() < 2) continue;
    const View literal = trimmed(sides.back());
    const auto text = read_string(literal);
    const auto moment = read_tuple(literal);
    if (!text && moment.empty()) continue;
    for (std::size_t i = 0; i + 1 < sides.size(); ++i) {
      if (auto path = read_path(trimmed(sides[i])))
        found.push_back({path->first, std::move(path->second), text.value_or(""), moment});
    }
  }
  return found;
}

}  // namespace morgue::test
