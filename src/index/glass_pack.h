// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Part of the glass format: how numbers and strings are written inside keys and tags.
namespace morgue::index::glass {

using Docid = std::uint32_t;

/// Most bytes put_uint() writes.
inline constexpr std::size_t kMaxPacked = 10;

/// Seven bits a byte, the lowest first, the top bit set on all but the last byte. Returns the end of what it wrote.
inline char* put_uint(char* at, std::uint64_t number) {
  for (; number >= 0x80U; number >>= 7) *at++ = static_cast<char>(number | 0x80U);
  *at++ = static_cast<char>(number);
  return at;
}

inline void append_uint(std::string& out, std::uint64_t number) {
  char packed[kMaxPacked];
  out.append(packed, put_uint(packed, number));
}

/// Reads what put_uint() wrote and moves on. Only for bytes of our own making: nothing is checked.
inline std::uint64_t get_uint(const char*& at) {
  std::uint64_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80U) return number;
  }
}

/// The same for bytes of others' making: whatever they are, not more than kMaxPacked of them are looked at.
inline std::uint64_t read_uint(const char*& at) {
  auto byte = static_cast<unsigned char>(*at++);
  if (byte < 0x80U) return byte;
  std::uint64_t number = byte & 0x7FU;
  for (unsigned shift = 7; byte >= 0x80U && shift < 63; shift += 7) {
    byte = static_cast<unsigned char>(*at++);
    number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
  }
  return number;
}

/// For the end of a key or tag, where no length is needed: lowest byte first, without leading zeros; zero is no bytes.
void append_uint_last(std::string& out, std::uint64_t number);

/// Length, then the bytes.
void append_string(std::string& out, std::string_view bytes);

/// For keys: the order of the bytes is the order of the numbers. Two bytes up to 2^15-1, and one more for every seven
/// bits; the first byte tells by its leading ones how many follow, and is never 0xFF.
void append_sortable(std::string& out, std::uint32_t number);

/// Reads all of `bytes` as what append_sortable() wrote; false if they are not that.
bool read_sortable(std::string_view bytes, std::uint32_t& number);

/// For keys: a term whose zero bytes become 00 FF, so that one 00 can end it where more follows (`ends`).
void append_term(std::string& out, std::string_view term, bool ends);

}  // namespace morgue::index::glass
