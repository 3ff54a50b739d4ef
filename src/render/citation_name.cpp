// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/citation_name.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/code_points.h"
#include "render/sanitise.h"

namespace morgue::render {
namespace {

using Words = std::vector<std::string>;
using WordSpan = std::span<const std::string>;

constexpr std::size_t kMostWords = 6;  // beyond it a credit line is no name

constexpr auto kParticles = std::to_array<std::string_view>(
    {"af",  "al",  "am",  "an", "av", "bin", "d'",  "da", "dal", "de",  "degli", "dei", "del", "della",
     "den", "der", "des", "di", "do", "dos", "du",  "el", "ibn", "im",  "in",    "la",  "las", "le",
     "les", "lo",  "los", "op", "te", "ten", "ter", "'t", "van", "vom", "von",   "zu",  "zum", "zur"});
// Written with a capital they belong to the family name: `De Niro`. Rarer ones are given names as well (`Al`, `An`).
constexpr auto kCapitalParticles = std::to_array<std::string_view>(
    {"da", "de", "del", "della", "den", "der", "di", "dos", "du", "la", "le", "lo", "st", "ten", "ter", "van", "von"});
constexpr auto kSuffixes = std::to_array<std::string_view>({"ii", "iii", "iv", "jr", "sr"});
constexpr auto kGroupWords = std::to_array<std::string_view>(
    {"agence",    "agencies",   "agency",     "and",       "association", "board",         "bureau",
     "business",  "center",     "centre",     "column",    "committee",   "correspondent", "correspondents",
     "council",   "daily",      "department", "desk",      "digital",     "editor",        "editorial",
     "editors",   "foundation", "group",      "institute", "magazine",    "media",         "ministry",
     "network",   "news",       "newspaper",  "newsroom",  "office",      "online",        "press",
     "redaktion", "reporter",   "reporters",  "service",   "services",    "society",       "staff",
     "team",      "times",      "university", "wire",      "wires",       "writer",        "writers"});
// Family names come first here, in Latin letters too.
constexpr auto kFamilyFirst = std::to_array<std::string_view>({"hu", "ja", "ko", "vi", "zh"});

bool among(std::span<const std::string_view> known, std::string_view word) {
  return std::ranges::find(known, word) != known.end();
}

/// For comparison: ASCII in lower case, without a full stop at the end.
std::string folded(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (out.ends_with('.')) out.pop_back();
  return out;
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// `Jr.` as it is written, the numerals in capitals.
std::string suffix_of(std::string text) {
  if (!folded(text).starts_with('i')) return text;
  for (char& c : text) c = is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

Words words_of(std::string_view text) {
  Words words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string joined(WordSpan words) {
  std::string out;
  for (const std::string& word : words) out.append(out.empty() ? "" : " ").append(word);
  return out;
}

/// Latin, Greek, Cyrillic, Armenian and Georgian letters, and the signs of names: scripts in which a name is written
/// given name first.
bool is_of_splittable_script(std::string_view text) {
  constexpr std::string_view kSigns = " '-.,`";
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    const bool ascii = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
                       (c < 0x80 && kSigns.find(static_cast<char>(c)) != std::string_view::npos);
    const bool other = (c >= 0xC0 && c < 0x590) || (c >= 0x10A0 && c <= 0x10FF) || (c >= 0x1E00 && c <= 0x1FFF) ||
                       (c >= 0x2010 && c <= 0x2019);
    if (!ascii && !other) return false;
  }
  return true;
}

bool may_be_person(const Words& words) {
  if (words.size() < 2 || words.size() > kMostWords || folded(words.front()) == "the") return false;
  return std::ranges::none_of(
      words, [](const std::string& word) { return among(kGroupWords, folded(word.substr(0, word.find(',')))); });
}

/// Splits off the particles that `words` begins with, at most all but one word.
CitedName with_family(WordSpan words) {
  std::size_t particles = 0;
  while (particles + 1 < words.size() && is_lower(words[particles].front()) && among(kParticles, words[particles])) {
    ++particles;
  }
  CitedName name;
  name.particle = joined(words.first(particles));
  name.family = joined(words.subspan(particles));
  return name;
}

/// Where the family name begins with its particles; nothing where that cannot be told.
std::optional<std::size_t> family_begin(WordSpan words, std::string_view language) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const bool lower = is_lower(words[i].front());
    if (among(lower ? std::span<const std::string_view>(kParticles) : kCapitalParticles, folded(words[i]))) return i;
    if (lower) return std::nullopt;
  }
  // `Gabriel García Márquez`, but `José Luis Pérez`.
  if (language == "es" && words.size() > 2) return std::nullopt;
  const std::string& last = words.back();
  const bool initial = last.ends_with('.') || last.size() == 1;
  return initial || is_lower(last.front()) ? std::nullopt : std::optional(words.size() - 1);
}

/// `Jane van Doe Jr.`
std::optional<CitedName> given_first(const std::string& text, std::string_view language) {
  Words words = words_of(text);
  std::string suffix;
  if (words.size() > 2 && among(kSuffixes, folded(words.back()))) {
    suffix = suffix_of(words.back());
    words.pop_back();
  }
  if (words.size() < 2) return std::nullopt;
  const auto begin = family_begin(words, language);
  if (!begin) return std::nullopt;
  CitedName name = with_family(WordSpan(words).subspan(*begin));
  name.given = joined(WordSpan(words).first(*begin));
  name.suffix = suffix;
  return name;
}

/// `Doe, Jane`, `Doe, Jane, Jr.`, `Jane Doe, Jr.`
std::optional<CitedName> with_commas(const std::string& text, std::string_view language) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    parts.push_back(joined(words_of(std::string_view(text).substr(begin, end - begin))));
    begin = end + 1;
  }
  if (parts.size() > 3 || std::ranges::find(parts, "") != parts.end()) return std::nullopt;
  std::string suffix;
  if (among(kSuffixes, folded(parts.back()))) {
    suffix = suffix_of(parts.back());
    parts.pop_back();
  }
  if (parts.size() == 3) return std::nullopt;
  std::optional<CitedName> name;
  if (parts.size() == 1) {
    name = given_first(parts.front(), language);
  } else {
    name = with_family(words_of(parts[0]));
    name->given = parts[1];
  }
  if (name && !suffix.empty()) name->suffix = suffix;
  return name;
}

}  // namespace

CitedName cited_name(std::string_view name, std::string_view language) {
  const Words words = words_of(sanitise_line(name));
  const std::string text = joined(words);
  std::optional<CitedName> parts;
  if (may_be_person(words) && is_of_splittable_script(text) && !among(kFamilyFirst, language)) {
    parts = text.find(',') == std::string::npos ? given_first(text, language) : with_commas(text, language);
  }
  if (parts) return *parts;
  CitedName whole;
  whole.literal = text;
  return whole;
}

}  // namespace morgue::render
