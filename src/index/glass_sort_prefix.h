// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bit>
#include <compare>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace morgue::index::glass {

/// The first sixteen bytes of a term as numbers: their order is that of the terms, unless it is the same. Spares most
/// comparisons the way to the bytes.
struct SortPrefix {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  SortPrefix() = default;
  explicit SortPrefix(std::string_view term) {
    char bytes[16] = {};
    std::memcpy(bytes, term.data(), term.size() < 16 ? term.size() : 16);
    for (unsigned i = 0; i < 8; ++i) high = high << 8 | static_cast<unsigned char>(bytes[i]);
    for (unsigned i = 8; i < 16; ++i) low = low << 8 | static_cast<unsigned char>(bytes[i]);
  }
  auto operator<=>(const SortPrefix&) const = default;
};

}  // namespace morgue::index::glass
