// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/html_entities.h"

#include <array>
#include <charconv>
#include <cstdint>

#include "markup/entities.h"
#include "text/utf8.h"

namespace morgue::extract {
namespace {

constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                   0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

/// Code point of the number between `&#` and `;`; 0 when it is none.
char32_t code_point_of(std::string_view name) {
  const bool hex = name.starts_with('x') || name.starts_with('X');
  if (hex) name.remove_prefix(1);
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
  if (error != std::errc{} || end != name.data() + name.size()) return 0;
  if (value >= 0x80 && value < 0xA0) return kWindows1252.at(value - 0x80);
  if (value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return 0xFFFD;
  return value < 0x20 && value != '\n' && value != '\t' ? U' ' : static_cast<char32_t>(value);
}

}  // namespace

bool read_entity(std::string_view text, std::size_t& pos, std::string& out) {
  constexpr std::size_t kLongest = 34;
  if (pos >= text.size() || text[pos] != '&') return false;
  const std::size_t end = text.substr(pos, kLongest).find(';');
  if (end == std::string_view::npos || end < 3) return false;
  const std::string_view name = text.substr(pos + 1, end - 1);
  if (name.starts_with('#')) {
    const char32_t code_point = code_point_of(name.substr(1));
    if (code_point == 0) return false;
    text::append_utf8(out, code_point);
  } else {
    const std::string_view value = markup::named_entity(name);
    if (value.empty()) return false;
    out += value;
  }
  pos += end + 1;
  return true;
}

std::string decode_entities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    if (!read_entity(text, pos, out)) out += text[pos++];
  }
  return out;
}

}  // namespace morgue::extract
