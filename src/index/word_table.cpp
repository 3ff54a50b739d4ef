// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/word_table.h"

#include <algorithm>

namespace morgue::index {
namespace {
constexpr std::size_t kMaxWords = 200'000;
constexpr std::size_t kMaxLanguages = 8;
}  // namespace

void WordTable::begin_article(std::string_view language) {
  if (current_ != nullptr && language_ == language) return;
  language_ = language;
  current_ = &stems_[language_];
}

std::uint32_t WordTable::intern(std::string_view term) {
  if (const auto found = numbers_.find(term); found != numbers_.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(terms_.size());
  terms_.emplace_back(term);
  numbers_.emplace(terms_.back(), number);
  return number;
}

void WordTable::note_form(std::uint32_t word) {
  if (current_->size() <= word) current_->resize(terms_.size());
  Stem& stem = (*current_)[word];
  if (stem.noted == round_) return;
  if (stem.noted == 0) stem.text = stemmer_.stem(terms_[word], language_);
  stem.noted = round_;
}

std::vector<StemForm> WordTable::take_forms() {
  std::vector<StemForm> forms;
  for (const auto& [language, stems] : stems_) {
    for (std::size_t word = 0; word < stems.size(); ++word) {
      const Stem& stem = stems[word];
      if (stem.noted == round_ && stem.text != terms_[word]) forms.push_back({language, stem.text, terms_[word]});
    }
  }
  std::sort(forms.begin(), forms.end());
  ++round_;
  if (terms_.size() > kMaxWords || stems_.size() > kMaxLanguages) {
    numbers_.clear();
    terms_.clear();
    stems_.clear();
    current_ = nullptr;
  }
  return forms;
}

}  // namespace morgue::index
