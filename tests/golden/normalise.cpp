// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/golden/normalise.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace morgue::golden {
namespace {

constexpr std::string_view kNumber = "<N>";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// The end of the number at `begin`: digits, perhaps with a fraction.
std::size_t number_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end > begin && end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) {
    ++end;
    while (end < text.size() && is_digit(text[end])) ++end;
  }
  return end;
}

/// Whether the number that ends at `end` is a duration for people: ` ms` or ` s` and no further letter.
bool has_unit(std::string_view text, std::size_t end) {
  for (const std::string_view unit : {" ms", " s"}) {
    const std::size_t after = end + unit.size();
    if (text.substr(end).starts_with(unit) && (after == text.size() || !is_word(text[after]))) return true;
  }
  return false;
}

/// Whether the number at `begin` is a duration in JSON.
bool is_member(std::string_view text, std::size_t begin) {
  const std::string_view before = text.substr(0, begin);
  return before.ends_with("\"took_ms\":") || before.ends_with("\"seconds\":");
}

std::string without_durations(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const bool inside_word = at > 0 && (is_word(line[at - 1]) || line[at - 1] == '.');
    const std::size_t end = inside_word ? at : number_end(line, at);
    if (end > at && (has_unit(line, end) || is_member(line, at))) {
      out += kNumber;
      at = end;
    } else {
      out += line[at++];
    }
  }
  return out;
}

std::string without_moments(std::string_view line) {
  constexpr std::string_view kShape = "dddd-dd-ddTdd:dd:ddZ";
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view piece = line.substr(at, kShape.size());
    const auto alike = [](char shape, char c) { return shape == 'd' ? is_digit(c) : shape == c; };
    if (std::equal(kShape.begin(), kShape.end(), piece.begin(), piece.end(), alike)) {
      out += "<T>";
      at += kShape.size();
    } else {
      out += line[at++];
    }
  }
  return out;
}

}  // namespace

Normaliser::Normaliser(std::vector<std::pair<std::string, std::string>> paths, bool any_moment)
    : paths_(std::move(paths)), any_moment_(any_moment) {
  std::sort(paths_.begin(), paths_.end(), [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
}

std::string Normaliser::apply(std::string line) const {
  for (const auto& [path, name] : paths_) {
    for (std::size_t at = line.find(path); at != std::string::npos; at = line.find(path, at + name.size())) {
      line.replace(at, path.size(), name);
    }
  }
  if (any_moment_) line = without_moments(line);
  return without_durations(line);
}

std::vector<std::string> Normaliser::apply(std::vector<std::string> lines) const {
  for (std::string& line : lines) line = apply(std::move(line));
  return lines;
}

}  // namespace morgue::golden
