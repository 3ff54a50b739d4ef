// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/word_table.h"

namespace morgue::index {
namespace {
constexpr std::size_t kMaxWords = 200'000;
constexpr std::size_t kMaxLanguages = 8;
}  // namespace

void WordTable::begin_article(std::string_view language) {
  if (terms_.size() > kMaxWords || stems_.size() >= kMaxLanguages) {
    numbers_.clear();
    terms_.clear();
    stems_.clear();
    current_ = nullptr;
  }
  if (current_ == nullptr || language_ != language) {
    language_ = language;
    current_ = &stems_[language_];
  }
}

std::uint32_t WordTable::intern(std::string_view term) {
  if (const auto found = numbers_.find(term); found != numbers_.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(terms_.size());
  terms_.emplace_back(term);
  numbers_.emplace(terms_.back(), number);
  return number;
}

std::string_view WordTable::stem(std::uint32_t word) {
  if (current_->size() <= word) current_->resize(terms_.size());
  auto& stem = (*current_)[word];
  if (!stem) stem = stemmer_.stem(terms_[word], language_);
  return *stem;
}

}  // namespace morgue::index
