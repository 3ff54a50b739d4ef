// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/page_vocabulary.h"

#include <algorithm>
#include <vector>

#include "extract/page_lines.h"

namespace morgue::extract {
namespace {

bool is_wide(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte >= 0xE3 && byte <= 0xED && at + 3 <= text.size();
}

/// Words of four letters or more, cut to a stem of seven bytes; ideographs and kana in pairs.
std::vector<std::string> telling_words(std::string_view text) {
  constexpr std::size_t kShortest = 4;
  constexpr std::size_t kStem = 7;
  constexpr std::size_t kMost = 400;
  constexpr std::size_t kPair = 6;
  const std::string low = folded(text.substr(0, 8192));
  std::vector<std::string> words;
  for (std::size_t i = 0; i < low.size() && words.size() < kMost;) {
    const auto byte = static_cast<unsigned char>(low[i]);
    if (is_wide(low, i)) {
      if (i + kPair <= low.size() && is_wide(low, i + 3)) words.push_back(low.substr(i, kPair));
      i += 3;
      continue;
    }
    const auto is_letter = [&](std::size_t at) {
      const auto c = static_cast<unsigned char>(low[at]);
      // Punctuation beyond ASCII (quotes and dashes) begins with E2.
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 0x80 && c != 0xE2 && !is_wide(low, at));
    };
    if (!is_letter(i)) {
      i += byte == 0xE2 ? 3 : 1;
      continue;
    }
    const std::size_t begin = i;
    while (i < low.size() && is_letter(i)) ++i;
    if (i - begin >= kShortest) words.push_back(low.substr(begin, std::min(i - begin, kStem)));
  }
  return words;
}

}  // namespace

void Vocabulary::add(std::string_view text) {
  for (std::string& word : telling_words(text)) words_.insert(std::move(word));
}

double Vocabulary::share(std::string_view text) const {
  const auto words = telling_words(text);
  if (words.empty()) return 0;
  const auto known = std::ranges::count_if(words, [this](const std::string& word) { return words_.contains(word); });
  return static_cast<double>(known) / static_cast<double>(words.size());
}

}  // namespace morgue::extract
