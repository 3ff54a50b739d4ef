// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/generator/language.h"

#include "tests/bench/generator/dice.h"

namespace morgue::bench {
namespace {

using Letters = std::vector<std::string_view>;

constexpr std::uint64_t kFrequent = 50'000;
constexpr std::uint64_t kHanBegin = 0x4E00;
constexpr std::uint64_t kHanCharacters = 3500;
/// Scatters neighbouring ranks over the alphabet; prime, and so coprime to every number of syllables here.
constexpr std::uint64_t kScatter = 7'368'787;

void append_han(std::uint64_t character, std::string& text) {
  const std::uint64_t code = kHanBegin + character;
  text += static_cast<char>(0xE0U | (code >> 12U));
  text += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
  text += static_cast<char>(0x80U | (code & 0x3FU));
}

}  // namespace

// A syllable is consonants and vowels: a word falls apart in one way only, so that none is made twice.
Language::Language(Script script) : script_(script) {
  switch (script) {
    case Script::Latin:
      onsets_ = {"b", "c", "d", "f", "g", "h", "j",  "k",  "l",  "m",  "n",  "p",  "r",
                 "s", "t", "v", "w", "y", "z", "br", "th", "sh", "st", "pr", "tr", "cl"};
      vowels_ = {"a", "e", "i", "o", "u", "ea"};
      codas_ = {"", "n", "r", "", "l", "t", "", "m", "", "nd", "", "ck"};
      endings_ = {"s", "s", "s", "ing", "ed", "ly"};
      break;
    case Script::Accented:
      onsets_ = {"b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "ñ", "ç", "sch", "ž"};
      vowels_ = {"a", "e", "i", "o", "u", "ä", "ö", "ü", "é", "è", "ê", "ø"};
      codas_ = {"", "n", "r", "ß", "l", "t"};
      endings_ = {"en", "en", "er", "ung", "es"};
      break;
    case Script::Cyrillic:
      onsets_ = {"б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "х", "ц", "ч", "ш", "пр", "ст"};
      vowels_ = {"а", "е", "и", "о", "у", "ы", "э", "ю", "я"};
      codas_ = {"", "н", "р", "т", "л", "ть"};
      endings_ = {"ов", "ами", "ого"};
      break;
    case Script::Greek:
      onsets_ = {"β", "γ", "δ", "ζ", "θ", "κ", "λ", "μ", "ν", "ξ", "π", "ρ", "σ", "τ", "φ", "χ", "ψ", "στ"};
      vowels_ = {"α", "ε", "η", "ι", "ο", "υ", "ω", "ου", "ά", "έ"};
      codas_ = {"", "ς", "ν"};
      break;
    case Script::Han:
      break;
  }
  for (std::uint64_t rank = 0; rank < kFrequent; ++rank) frequent_.push_back(spell(rank));
}

std::string_view Language::code() const {
  return script_ == Script::Latin ? "en" : "";
}

std::string Language::spell(std::uint64_t rank) const {
  std::string word;
  const bool han = script_ == Script::Han;
  const std::uint64_t syllables = han ? kHanCharacters : onsets_.size() * vowels_.size();
  std::uint64_t first = 0;
  std::uint64_t words = syllables;  // of this length
  while (rank - first >= words) {
    first += words;
    words *= syllables;
  }
  std::uint64_t place = (rank - first) * kScatter % words;
  for (; words > 1; words /= syllables) {
    const std::uint64_t syllable = place % syllables;
    place /= syllables;
    if (han) {
      append_han(syllable, word);
    } else {
      word += onsets_[syllable / vowels_.size()];
      word += vowels_[syllable % vowels_.size()];
    }
  }
  if (!han) word += codas_[mix(rank) % codas_.size()];
  return word;
}

void Language::write(std::uint64_t rank, std::string& text) const {
  if (rank < frequent_.size()) {
    text += frequent_[rank];
  } else {
    text += spell(rank);
  }
}

void Language::write_capitalised(std::uint64_t rank, std::string& text) const {
  const std::size_t at = text.size();
  write(rank, text);
  if (at < text.size() && text[at] >= 'a' && text[at] <= 'z') text[at] = static_cast<char>(text[at] - 'a' + 'A');
}

}  // namespace morgue::bench
