// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/name_parts.h"

#include <algorithm>

#include "text/name_case.h"
#include "text/name_words.h"
#include "text/utf8.h"

namespace morgue::text {
namespace {

bool is_cjk(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

}  // namespace

std::size_t count_cjk(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t pos = 0; pos < text.size();) count += is_cjk(next_code_point(text, pos)) ? 1 : 0;
  return count;
}

NameWords words_of(std::string_view text) {
  NameWords words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string join(std::span<const std::string> words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string_view trim(std::string_view text, std::string_view characters) {
  const std::size_t begin = text.find_first_not_of(characters);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(characters) + 1 - begin);
}

std::string bare(std::string_view word) {
  return lower_case(trim(word, ",.;:"));
}

bool looks_like_address(std::string_view word) {
  if (word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos ||
      word.starts_with("www."))
    return true;
  const std::string lower = lower_case(trim(word, ".,"));
  for (const std::string_view ending : {".com", ".org", ".net", ".co.uk", ".de", ".info", ".news", ".tv"}) {
    if (lower.size() > ending.size() && lower.ends_with(ending)) return true;
  }
  return lower.find(".com/") != std::string::npos;
}

bool is_desk(std::span<const std::string> words) {
  if (words.size() < 2 || !is_collective_role(bare(words.back()))) return false;
  return std::none_of(words.begin(), words.end() - 1, [](const std::string& word) {
    return is_role_modifier(bare(word)) || is_role_noun(bare(word)) || is_furniture_name(bare(word));
  });
}

}  // namespace morgue::text
