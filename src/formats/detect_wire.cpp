// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/detect_wire.h"

#include <algorithm>

#include "formats/wire_reader.h"

namespace morgue::formats {
namespace {

constexpr char kUnitSeparator = '\x1F';

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// `W2870` or `eca062`: service and number of a message. The rest of the line, or nothing.
std::optional<std::string_view> behind_number(std::string_view line) {
  std::size_t letters = 0;
  while (letters < line.size() && is_letter(line[letters])) ++letters;
  std::size_t end = letters;
  while (end < line.size() && is_digit(line[end])) ++end;
  if (letters == 0 || letters > 4 || end - letters < 2 || end - letters > 6) return std::nullopt;
  return line.substr(end);
}

}  // namespace

std::optional<Format> detect_wire(std::string_view head) {
  constexpr std::string_view kPadding("\0\x04\x16\x7F \r\n\f", 8);
  constexpr std::size_t kLongestHeader = 512;
  const std::size_t start = std::min(head.find_first_not_of(kPadding), head.size());
  head = head.substr(start, kLongestHeader);
  const std::size_t text = head.find(wire::kStartOfText);
  if (!head.starts_with(wire::kStartOfHeader) || text == std::string_view::npos) return std::nullopt;
  const std::string_view header = head.substr(1, text - 1);
  const auto rest = behind_number(header.substr(0, header.find_first_of("\r\n")));
  if (!rest) return std::nullopt;
  if (rest->starts_with(kUnitSeparator)) return Format::Anpa1312;
  // A blank, the priority, a blank.
  if (rest->size() > 2 && (*rest)[0] == ' ' && is_digit((*rest)[1]) && (*rest)[2] == ' ') return Format::Iptc7901;
  return std::nullopt;
}

}  // namespace morgue::formats
