// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/word_table.h"

#include <algorithm>
#include <utility>

#include "index/schema.h"

namespace morgue::index {
namespace {

constexpr std::size_t kMaxTerms = 300'000;
constexpr std::size_t kMaxLanguages = 8;
constexpr std::size_t kSurelyFits = 120;  // in a term, whatever bytes it is made of

template <typename T>
T& element(std::vector<T>& all, std::uint32_t number, std::size_t size) {
  if (number >= all.size()) all.resize(std::max(size, number + std::size_t{1}));
  return all[number];
}

}  // namespace

void WordTable::begin_article(std::string_view language) {
  if (current_ != nullptr && language_ == language) return;
  language_ = language;
  current_ = &noted_[language_];
}

const std::vector<std::uint32_t>& WordTable::words(const std::vector<text::Token>& tokens) {
  texts_.resize(tokens.size());
  std::transform(tokens.begin(), tokens.end(), texts_.begin(), [](const text::Token& token) { return token.term; });
  terms_.intern(texts_, words_);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (texts_[i].size() > kSurelyFits) words_[i] = terms_.intern(make_term(prefix::kWord, texts_[i]));
  }
  return words_;
}

std::uint32_t WordTable::prefixed(std::uint32_t Prefixed::*member, std::string_view prefix, std::uint32_t word) {
  std::uint32_t& known = element(prefixed_, word, terms_.size()).*member;
  if (known == 0) known = prefixed(prefix, terms_.term(word)) + 1;
  return known - 1;
}

std::uint32_t WordTable::prefixed(std::string_view prefix, std::string_view text) {
  if (text.size() > kSurelyFits) return terms_.intern(make_term(prefix, text));
  scratch_.assign(prefix).append(text);
  return terms_.intern(scratch_);
}

std::uint32_t WordTable::headline_term(std::uint32_t word) {
  return prefixed(&Prefixed::headline, prefix::kHeadline, word);
}

std::uint32_t WordTable::not_in_body_term(std::uint32_t word) {
  return prefixed(&Prefixed::not_in_body, prefix::kNotInBody, word);
}

std::uint32_t WordTable::accented_term(std::uint32_t word) {
  return prefixed(&Prefixed::accented, prefix::kAccented, word);
}

std::uint32_t WordTable::exact_term(std::string_view exact) {
  return prefixed(prefix::kExact, exact);
}

void WordTable::note_form(std::uint32_t word) {
  std::uint8_t& noted = element(*current_, word, terms_.size());
  if (std::exchange(noted, std::uint8_t{1}) != 0) return;
  const std::string_view text = terms_.term(word);
  const std::string_view stem = stemmer_.stem_once(text, language_);
  if (stem != text) forms_.push_back({language_, std::string(stem), std::string(text)});
}

std::vector<StemForm> WordTable::take_forms() {
  std::sort(forms_.begin(), forms_.end());
  return std::exchange(forms_, {});
}

bool WordTable::trim() {
  if (terms_.size() <= kMaxTerms && noted_.size() <= kMaxLanguages) return false;
  terms_.clear();
  prefixed_.clear();
  noted_.clear();
  current_ = nullptr;
  return true;
}

}  // namespace morgue::index
