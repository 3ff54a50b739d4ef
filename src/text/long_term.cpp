// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/long_term.h"

#include <array>
#include <charconv>
#include <cstdint>

#include "text/utf8.h"

namespace morgue::text {
namespace {

constexpr std::size_t kKeptBytes = 180;
constexpr std::size_t kHashDigits = 16;

/// FNV-1a, 64 bits.
std::uint64_t hash(std::string_view bytes) {
  std::uint64_t value = 0xCBF29CE484222325;
  for (const char byte : bytes) {
    value ^= static_cast<unsigned char>(byte);
    value *= 0x00000100000001B3;
  }
  return value;
}

}  // namespace

std::string shorten_term(std::string_view term) {
  std::array<char, kHashDigits> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), hash(term), 16);
  const auto count = static_cast<std::size_t>(end - digits.data());
  std::string result(truncate_utf8(term, kKeptBytes));
  result.append(kHashDigits - count, '0');
  result.append(digits.data(), count);
  return result;
}

}  // namespace morgue::text
