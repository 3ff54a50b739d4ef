// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "index/posting_chunks.h"

namespace morgue::index {

/// Documents of one segment as one bit each.
class DocSet {
 public:
  explicit DocSet(std::uint32_t documents) : documents_(documents), words_((documents >> 6U) + 1) {}

  /// Of documents from 1 to the number given; others are not kept.
  void insert(std::uint32_t document) {
    if (document <= documents_) words_[document >> 6U] |= bit(document);
  }
  void insert_all() {
    std::ranges::fill(words_, ~std::uint64_t{0});
    words_.front() &= ~bit(0);
    words_.back() &= bit(documents_) | (bit(documents_) - 1);
  }
  /// The same as insert() of each, several times faster: neighbours go into a word of bits together.
  void insert_ascending(std::span<const Posting> postings) {
    std::size_t word = 0;
    std::uint64_t bits = 0;
    for (const Posting& posting : postings) {
      if (posting.document > documents_) break;
      if (posting.document >> 6U != word) {
        words_[word] |= bits;
        word = posting.document >> 6U;
        bits = 0;
      }
      bits |= bit(posting.document);
    }
    words_[word] |= bits;
  }
  [[nodiscard]] bool contains(std::uint32_t document) const {
    return document <= documents_ && (words_[document >> 6U] & bit(document)) != 0;
  }
  DocSet& operator&=(const DocSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  DocSet& operator|=(const DocSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  DocSet& operator-=(const DocSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
  }
  DocSet& operator-=(const std::vector<std::uint32_t>& documents) {
    for (const std::uint32_t document : documents) {
      if (document <= documents_) words_[document >> 6U] &= ~bit(document);
    }
    return *this;
  }
  [[nodiscard]] std::uint32_t size() const {
    std::uint32_t size = 0;
    for (const std::uint64_t word : words_) size += ones(word);
    return size;
  }
  /// Of documents from `first` to `last`.
  [[nodiscard]] std::uint32_t count(std::uint32_t first, std::uint32_t last) const {
    if (first > last || first > documents_) return 0;
    last = std::min(last, documents_);
    const std::uint64_t from = ~(bit(first) - 1);
    const std::uint64_t to = bit(last) | (bit(last) - 1);
    if (first >> 6U == last >> 6U) return ones(words_[first >> 6U] & from & to);
    std::uint32_t count = ones(words_[first >> 6U] & from) + ones(words_[last >> 6U] & to);
    for (std::size_t i = (first >> 6U) + 1; i < last >> 6U; ++i) {
      count += ones(words_[i]);
    }
    return count;
  }
  /// In ascending order.
  template <typename Use>
  void for_each(Use&& use) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        use(static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
  }

 private:
  /// As std::popcount, which without an instruction for it is a call.
  static std::uint32_t ones(std::uint64_t word) {
    word -= word >> 1U & 0x5555'5555'5555'5555U;
    word = (word & 0x3333'3333'3333'3333U) + (word >> 2U & 0x3333'3333'3333'3333U);
    word = (word + (word >> 4U)) & 0x0F0F'0F0F'0F0F'0F0FU;
    return static_cast<std::uint32_t>(word * 0x0101'0101'0101'0101U >> 56U);
  }
  static std::uint64_t bit(std::uint32_t document) { return std::uint64_t{1} << (document & 63U); }

  std::uint32_t documents_;
  std::vector<std::uint64_t> words_;
};

}  // namespace morgue::index
