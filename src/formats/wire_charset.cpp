// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/wire_charset.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "text/language.h"
#include "text/utf8.h"

namespace morgue::formats {
namespace {

constexpr std::size_t npos = std::string_view::npos;

// Fewer could be chance or a slip.
constexpr std::size_t kBeyondChance = 3;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

/// ISO 6937: code points for the bytes that are no accents and that Latin-1 has elsewhere.
struct Single {
  unsigned char byte;
  char32_t code_point;
};

constexpr auto kSingles = std::to_array<Single>(
    {{0xA1, 0xA1},  {0xA3, 0xA3},  {0xA9, 0x2018}, {0xAA, 0x201C}, {0xAB, 0xAB},  {0xB9, 0x2019}, {0xBA, 0x201D},
     {0xBB, 0xBB},  {0xBF, 0xBF},  {0xD0, 0x2015}, {0xE1, 0xC6},   {0xE2, 0x110}, {0xE8, 0x141},  {0xE9, 0xD8},
     {0xEA, 0x152}, {0xEC, 0xDE},  {0xF1, 0xE6},   {0xF2, 0x111},  {0xF3, 0xF0},  {0xF5, 0x131},  {0xF8, 0x142},
     {0xF9, 0xF8},  {0xFA, 0x153}, {0xFB, 0xDF},   {0xFC, 0xFE}});

struct Accent {
  unsigned char byte;
  char32_t mark;  ///< combining, behind its letter
  std::string_view letters;
};

constexpr auto kAccents = std::to_array<Accent>({{0xC1, 0x300, "AEIOUaeiou"},
                                                 {0xC2, 0x301, "ACEILNORSUYZaceilnorsuyz"},
                                                 {0xC3, 0x302, "ACEGHIJOSUWYaceghijosuwy"},
                                                 {0xC4, 0x303, "AINOUainou"},
                                                 {0xC5, 0x304, "AEIOUaeiou"},
                                                 {0xC6, 0x306, "AGUag"},
                                                 {0xC7, 0x307, "CEGIZcegz"},
                                                 {0xC8, 0x308, "AEIOUYaeiouy"},
                                                 {0xCA, 0x30A, "AUau"},
                                                 {0xCB, 0x327, "CGKLNRSTcgklnrst"},
                                                 {0xCD, 0x30B, "OUou"},
                                                 {0xCE, 0x328, "AEIUaeiu"},
                                                 {0xCF, 0x30C, "CDELNRSTZcdelnrstz"}});

/// The accent that stands at `pos`, if the letter behind it can carry it.
const Accent* accent_at(std::string_view bytes, std::size_t pos) {
  const auto byte = static_cast<unsigned char>(bytes[pos]);
  const auto* const accent =
      std::find_if(kAccents.begin(), kAccents.end(), [byte](const Accent& one) { return one.byte == byte; });
  const bool carried =
      accent != kAccents.end() && pos + 1 < bytes.size() && accent->letters.find(bytes[pos + 1]) != npos;
  return carried ? accent : nullptr;
}

/// Whether accents explain the high bytes: in Latin-1 these bytes are capitals, which do not stand inside words.
bool is_iso6937(std::string_view bytes) {
  std::size_t inside_words = 0;
  for (std::size_t pos = 0; pos < bytes.size(); ++pos) {
    const auto byte = static_cast<unsigned char>(bytes[pos]);
    if (byte < 0xC1 || byte > 0xCF) continue;
    if (accent_at(bytes, pos) == nullptr) return false;
    if (pos > 0 && is_letter(bytes[pos - 1])) ++inside_words;
  }
  return inside_words >= kBeyondChance;
}

std::string from_iso6937(std::string_view bytes) {
  std::string out;
  for (std::size_t pos = 0; pos < bytes.size(); ++pos) {
    if (!is_high(bytes[pos])) {
      out += bytes[pos];
    } else if (const Accent* accent = accent_at(bytes, pos)) {
      out += bytes[++pos];
      text::append_utf8(out, accent->mark);
    } else {
      const auto byte = static_cast<unsigned char>(bytes[pos]);
      const auto* const single =
          std::find_if(kSingles.begin(), kSingles.end(), [byte](const Single& one) { return one.byte == byte; });
      if (single != kSingles.end()) {
        text::append_utf8(out, single->code_point);
      } else {
        out += text::repair_utf8(bytes.substr(pos, 1));
      }
    }
  }
  return out;
}

/// The letters of a national variant of ISO 646 in place of these signs.
constexpr std::string_view kSigns = "[\\]{|}~";

struct Variant {
  std::string_view language;
  std::array<std::string_view, kSigns.size()> letters;  ///< empty: the sign itself
};

constexpr auto kVariants = std::to_array<Variant>({{"de", {"Ä", "Ö", "Ü", "ä", "ö", "ü", "ß"}},
                                                   {"sv", {"Ä", "Ö", "Å", "ä", "ö", "å", "ü"}},
                                                   {"fi", {"Ä", "Ö", "Å", "ä", "ö", "å", "ü"}},
                                                   {"da", {"Æ", "Ø", "Å", "æ", "ø", "å", ""}},
                                                   {"no", {"Æ", "Ø", "Å", "æ", "ø", "å", ""}},
                                                   {"nb", {"Æ", "Ø", "Å", "æ", "ø", "å", ""}},
                                                   {"fr", {"", "ç", "", "é", "ù", "è", ""}},
                                                   {"it", {"", "ç", "é", "à", "ò", "è", "ì"}},
                                                   {"es", {"¡", "Ñ", "¿", "", "ñ", "ç", ""}},
                                                   {"pt", {"Ã", "Ç", "Õ", "ã", "ç", "õ", ""}}});

const Variant* national_variant(std::string_view bytes) {
  std::size_t inside_words = 0;
  std::string rest;
  for (std::size_t pos = 0; pos < bytes.size(); ++pos) {
    if (is_high(bytes[pos])) return nullptr;
    if (kSigns.find(bytes[pos]) == npos) {
      rest += bytes[pos];
    } else if (pos > 0 && is_letter(bytes[pos - 1]) && pos + 1 < bytes.size() && is_letter(bytes[pos + 1])) {
      ++inside_words;
    }
  }
  if (inside_words < kBeyondChance) return nullptr;
  const std::string language = text::detect_language(rest);
  const auto* const found = std::find_if(kVariants.begin(), kVariants.end(),
                                         [&](const Variant& variant) { return variant.language == language; });
  return found == kVariants.end() ? nullptr : found;
}

std::string from_variant(std::string_view bytes, const Variant& variant) {
  std::string out;
  for (std::size_t pos = 0; pos < bytes.size(); ++pos) {
    const std::size_t sign = kSigns.find(bytes[pos]);
    const auto part_of_word = [&](std::size_t at) {
      return at < bytes.size() && (is_letter(bytes[at]) || kSigns.find(bytes[at]) != npos);
    };
    const bool letter = sign != npos && ((pos > 0 && part_of_word(pos - 1)) || part_of_word(pos + 1));
    if (letter && !variant.letters[sign].empty()) {
      out += variant.letters[sign];
    } else {
      out += bytes[pos];
    }
  }
  return out;
}

}  // namespace

std::string wire_text(std::string_view bytes) {
  if (const Variant* variant = national_variant(bytes)) return from_variant(bytes, *variant);
  if (text::is_valid_utf8(bytes)) return std::string(bytes);
  return is_iso6937(bytes) ? from_iso6937(bytes) : text::repair_utf8(bytes);
}

}  // namespace morgue::formats
