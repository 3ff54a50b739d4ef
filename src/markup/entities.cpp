// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/entities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <vector>

#include "markup/entity_table.h"
#include "text/utf8.h"

namespace morgue::markup {
namespace {

struct Entity {
  std::string_view name;
  std::string value;
  bool bare;  ///< also without its semicolon
};

std::vector<Entity> parse_table() {
  std::vector<Entity> entities;
  std::string_view rest = kEntityTable;
  while (!rest.empty()) {
    const std::string_view item = rest.substr(0, rest.find(' '));
    rest.remove_prefix(item.size() + 1);
    const std::size_t mark = item.find_first_of("=!");
    Entity& entity = entities.emplace_back(Entity{item.substr(0, mark), {}, item[mark] == '!'});
    const char* at = item.data() + mark;
    const char* const end = item.data() + item.size();
    while (at != end) {
      std::uint32_t value = 0;
      at = std::from_chars(at + 1, end, value, 16).ptr;
      text::append_utf8(entity.value, value);
    }
  }
  return entities;
}

const Entity* find(std::string_view name) {
  static const std::vector<Entity> entities = parse_table();
  const auto found = std::ranges::lower_bound(entities, name, {}, &Entity::name);
  return found != entities.end() && found->name == name ? &*found : nullptr;
}

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// What browsers make of a number.
char32_t meant_by(std::uint64_t number) {
  constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                     0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number < 0xE000)) return 0xFFFD;
  if (number >= 0x80 && number < 0xA0) return kWindows1252.at(number - 0x80);
  return static_cast<char32_t>(number);
}

bool read_number(std::string_view text, std::size_t& pos, std::string& out) {
  std::size_t at = pos + 2;
  const bool hex = at < text.size() && (text[at] == 'x' || text[at] == 'X');
  if (hex) ++at;
  std::uint64_t number = 0;
  const std::size_t begin = at;
  for (; at < text.size(); ++at) {
    std::uint32_t digit = 0;
    if (std::from_chars(text.data() + at, text.data() + at + 1, digit, hex ? 16 : 10).ec != std::errc{}) break;
    number = std::min<std::uint64_t>(number * (hex ? 16 : 10) + digit, 0x110000);
  }
  if (at == begin) return false;
  if (at < text.size() && text[at] == ';') ++at;
  text::append_utf8(out, meant_by(number));
  pos = at;
  return true;
}

}  // namespace

bool read_entity(std::string_view text, std::size_t& pos, std::string& out, bool in_attribute) {
  constexpr std::size_t kLongest = 31;
  constexpr std::size_t kLongestBare = 6;
  if (pos + 1 >= text.size() || text[pos] != '&') return false;
  if (text[pos + 1] == '#') return read_number(text, pos, out);
  const std::size_t begin = pos + 1;
  std::size_t end = begin;
  while (end < text.size() && end - begin <= kLongest && is_alphanumeric(text[end])) ++end;
  const std::string_view name = text.substr(begin, end - begin);
  if (end < text.size() && text[end] == ';') {
    if (const Entity* entity = find(name)) {
      out += entity->value;
      pos = end + 1;
      return true;
    }
  }
  for (std::size_t size = std::min(name.size(), kLongestBare); size >= 2; --size) {
    const Entity* entity = find(name.substr(0, size));
    if (entity == nullptr || !entity->bare) continue;
    const char behind = begin + size < text.size() ? text[begin + size] : '\0';
    if (in_attribute && (behind == '=' || is_alphanumeric(behind))) return false;
    out += entity->value;
    pos = begin + size;
    return true;
  }
  return false;
}

std::string_view named_entity(std::string_view name) {
  const Entity* entity = find(name);
  return entity != nullptr ? std::string_view(entity->value) : std::string_view();
}

}  // namespace morgue::markup
