// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/html_entities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "text/utf8.h"

namespace morgue::extract {
namespace {

constexpr std::pair<std::string_view, char32_t> kNamed[] = {
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},        {"quot", '"'},     {"apos", '\''},
    {"nbsp", 0xA0},     {"iexcl", 0xA1},   {"cent", 0xA2},     {"pound", 0xA3},   {"yen", 0xA5},
    {"sect", 0xA7},     {"copy", 0xA9},    {"ordf", 0xAA},     {"laquo", 0xAB},   {"shy", 0xAD},
    {"reg", 0xAE},      {"deg", 0xB0},     {"plusmn", 0xB1},   {"sup2", 0xB2},    {"sup3", 0xB3},
    {"acute", 0xB4},    {"micro", 0xB5},   {"para", 0xB6},     {"middot", 0xB7},  {"ordm", 0xBA},
    {"raquo", 0xBB},    {"frac14", 0xBC},  {"frac12", 0xBD},   {"frac34", 0xBE},  {"iquest", 0xBF},
    {"Agrave", 0xC0},   {"Aacute", 0xC1},  {"Acirc", 0xC2},    {"Atilde", 0xC3},  {"Auml", 0xC4},
    {"Aring", 0xC5},    {"AElig", 0xC6},   {"Ccedil", 0xC7},   {"Egrave", 0xC8},  {"Eacute", 0xC9},
    {"Ecirc", 0xCA},    {"Euml", 0xCB},    {"Igrave", 0xCC},   {"Iacute", 0xCD},  {"Icirc", 0xCE},
    {"Iuml", 0xCF},     {"Ntilde", 0xD1},  {"Ograve", 0xD2},   {"Oacute", 0xD3},  {"Ocirc", 0xD4},
    {"Otilde", 0xD5},   {"Ouml", 0xD6},    {"times", 0xD7},    {"Oslash", 0xD8},  {"Ugrave", 0xD9},
    {"Uacute", 0xDA},   {"Ucirc", 0xDB},   {"Uuml", 0xDC},     {"szlig", 0xDF},   {"agrave", 0xE0},
    {"aacute", 0xE1},   {"acirc", 0xE2},   {"atilde", 0xE3},   {"auml", 0xE4},    {"aring", 0xE5},
    {"aelig", 0xE6},    {"ccedil", 0xE7},  {"egrave", 0xE8},   {"eacute", 0xE9},  {"ecirc", 0xEA},
    {"euml", 0xEB},     {"igrave", 0xEC},  {"iacute", 0xED},   {"icirc", 0xEE},   {"iuml", 0xEF},
    {"ntilde", 0xF1},   {"ograve", 0xF2},  {"oacute", 0xF3},   {"ocirc", 0xF4},   {"otilde", 0xF5},
    {"ouml", 0xF6},     {"divide", 0xF7},  {"oslash", 0xF8},   {"ugrave", 0xF9},  {"uacute", 0xFA},
    {"ucirc", 0xFB},    {"uuml", 0xFC},    {"yuml", 0xFF},     {"OElig", 0x152},  {"oelig", 0x153},
    {"Scaron", 0x160},  {"scaron", 0x161}, {"ensp", 0x2002},   {"emsp", 0x2003},  {"thinsp", 0x2009},
    {"zwnj", 0x200C},   {"zwj", 0x200D},   {"ndash", 0x2013},  {"mdash", 0x2014}, {"lsquo", 0x2018},
    {"rsquo", 0x2019},  {"sbquo", 0x201A}, {"ldquo", 0x201C},  {"rdquo", 0x201D}, {"bdquo", 0x201E},
    {"dagger", 0x2020}, {"bull", 0x2022},  {"hellip", 0x2026}, {"prime", 0x2032}, {"lsaquo", 0x2039},
    {"rsaquo", 0x203A}, {"euro", 0x20AC},  {"trade", 0x2122},  {"minus", 0x2212},
};

constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                   0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

/// Code point of the name or number between `&` and `;`; 0 when it is neither.
char32_t code_point_of(std::string_view name) {
  if (!name.starts_with('#')) {
    const auto* found =
        std::find_if(std::begin(kNamed), std::end(kNamed), [&](const auto& e) { return e.first == name; });
    return found == std::end(kNamed) ? 0 : found->second;
  }
  name.remove_prefix(1);
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
  constexpr std::size_t kLongest = 12;
  if (pos >= text.size() || text[pos] != '&') return false;
  const std::size_t end = text.substr(pos, kLongest).find(';');
  if (end == std::string_view::npos || end < 3) return false;
  const char32_t code_point = code_point_of(text.substr(pos + 1, end - 1));
  if (code_point == 0) return false;
  text::append_utf8(out, code_point);
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
