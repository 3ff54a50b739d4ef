// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace morgue::index {

/// Numbers for terms, from 0 up in order of first sight. One object a thread.
class TermTable {
 public:
  TermTable();

  std::uint32_t intern(std::string_view term) { return intern(term, hash_of(term)); }
  /// The same for many terms. Most of the time goes into waiting for memory, for several terms at once here.
  void intern(std::span<const std::string_view> terms, std::vector<std::uint32_t>& numbers);
  /// Valid until clear().
  [[nodiscard]] std::string_view term(std::uint32_t number) const;
  [[nodiscard]] std::size_t size() const { return places_.size(); }
  /// Numbers given before are void.
  void clear();

 private:
  using Place = std::uint32_t;  ///< of a record: block and byte in it

  /// Open addressing: a term is looked for from the slot its hash names onwards. The record it leads to holds number,
  /// length and bytes of the term.
  struct Slot {
    std::uint32_t hash = 0;
    Place place = 0;  ///< 0: nothing here
  };

  static std::uint32_t hash_of(std::string_view term);
  std::uint32_t intern(std::string_view term, std::uint32_t hash);
  [[nodiscard]] const char* record(Place place) const;
  Place store(std::string_view term);
  void grow();

  std::vector<Slot> slots_;    ///< a power of two
  std::vector<Place> places_;  ///< by number
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t used_ = 0;  ///< of the last block
  std::vector<std::uint32_t> hashes_;
};

}  // namespace morgue::index
