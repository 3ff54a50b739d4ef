// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace morgue::archive {

/// Length in bytes of a piece of text (some five words) and of one of a text that is shorter than that.
inline constexpr std::size_t kPiece = 32;
inline constexpr std::size_t kShortPiece = 16;

/// Pieces of texts, known by their hashes alone, and found wherever they stand in other bytes.
class TextPieces {
 public:
  TextPieces() = default;
  TextPieces(std::vector<std::uint64_t> pieces, std::vector<std::uint64_t> short_pieces);

  /// Every piece of the text, one beside the other; of a text of millions of bytes some thousands, evenly spread. What
  /// is shorter than a short piece has none.
  void add(std::string_view text);
  /// Before anything is looked for.
  void finish();

  [[nodiscard]] std::size_t size() const { return lengths_[0].hashes.size() + lengths_[1].hashes.size(); }
  [[nodiscard]] const std::vector<std::uint64_t>& pieces() const { return lengths_[0].hashes; }
  [[nodiscard]] const std::vector<std::uint64_t>& short_pieces() const { return lengths_[1].hashes; }

  /// Calls `found` with the number of each piece that stands in the bytes, from 0 up to size(), as often as it does.
  template <typename Found>
  void look_into(std::string_view bytes, Found&& found) const {
    std::size_t first = 0;
    for (const Length& length : lengths_) {
      look_for(length, bytes, [&](std::size_t number) { found(first + number); });
      first += length.hashes.size();
    }
  }
  [[nodiscard]] bool any_in(std::string_view bytes) const;
  /// Without those of the given numbers, which are ascending.
  [[nodiscard]] TextPieces without(const std::vector<std::size_t>& numbers) const;

 private:
  static constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;
  static constexpr std::size_t kFilterBits = 18;

  struct Length {
    std::size_t bytes = 0;
    std::vector<std::uint64_t> hashes{};  ///< sorted
    std::vector<bool> filter{};           ///< by the uppermost bits of a hash, so that most places cost one look

    [[nodiscard]] static std::size_t slot(std::uint64_t hash) { return hash >> (64 - kFilterBits); }
  };

  [[nodiscard]] static std::uint64_t hash_of(std::string_view piece);
  [[nodiscard]] static std::size_t number_of(const Length& length, std::uint64_t hash);
  static void add(Length& length, std::string_view text);

  template <typename Found>
  static void look_for(const Length& length, std::string_view bytes, Found&& found) {
    if (length.hashes.empty() || bytes.size() < length.bytes) return;
    std::uint64_t outgoing = 1;
    for (std::size_t i = 1; i < length.bytes; ++i) outgoing *= kBase;
    std::uint64_t hash = hash_of(bytes.substr(0, length.bytes));
    for (std::size_t end = length.bytes;; ++end) {
      if (length.filter[Length::slot(hash)]) {
        const std::size_t number = number_of(length, hash);
        if (number < length.hashes.size()) found(number);
      }
      if (end == bytes.size()) return;
      hash = (hash - value(bytes[end - length.bytes]) * outgoing) * kBase + value(bytes[end]);
    }
  }
  /// Never 0, so that NUL bytes count.
  static std::uint64_t value(char byte) { return static_cast<unsigned char>(byte) + std::uint64_t{1}; }

  std::array<Length, 2> lengths_ = {Length{kPiece}, Length{kShortPiece}};
};

}  // namespace morgue::archive
