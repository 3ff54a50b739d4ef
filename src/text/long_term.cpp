// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/long_term.h"

#include <array>
#include <charconv>
#include <cstdint>

#include "text/fnv.h"
#include "text/utf8.h"

namespace morgue::text {
namespace {

constexpr std::size_t kKeptBytes = 180;
constexpr std::size_t kHashDigits = 16;

}  // namespace

std::string shorten_term(std::string_view term) {
  std::array<char, kHashDigits> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), fnv1a(term), 16);
  const auto count = static_cast<std::size_t>(end - digits.data());
  std::string result(truncate_utf8(term, kKeptBytes));
  result.append(kHashDigits - count, '0');
  result.append(digits.data(), count);
  return result;
}

}  // namespace morgue::text
