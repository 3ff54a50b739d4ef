// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace morgue::index {

/// Documents of one segment as one bit each.
class DocSet {
 public:
  explicit DocSet(std::uint32_t documents) : documents_(documents), words_((documents >> 6) + 1) {}

  /// Of documents from 1 to the number given; others are not kept.
  void insert(std::uint32_t document) {
    if (document <= documents_) words_[document >> 6] |= bit(document);
  }
  void erase(std::uint32_t document) {
    if (document <= documents_) words_[document >> 6] &= ~bit(document);
  }
  void insert_all() {
    for (std::uint64_t& word : words_) word = ~std::uint64_t{0};
    words_.front() &= ~std::uint64_t{1};  // there is no document 0
    if (const unsigned rest = (documents_ & 63U) + 1; rest < 64) words_.back() &= (std::uint64_t{1} << rest) - 1;
  }
  DocSet& operator|=(const DocSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  DocSet& operator&=(const DocSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  DocSet& operator-=(const DocSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
  }
  [[nodiscard]] std::uint32_t size() const {
    std::uint32_t size = 0;
    for (const std::uint64_t word : words_) size += static_cast<std::uint32_t>(std::popcount(word));
    return size;
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
  static std::uint64_t bit(std::uint32_t document) { return std::uint64_t{1} << (document & 63U); }

  std::uint32_t documents_;
  std::vector<std::uint64_t> words_;
};

}  // namespace morgue::index
