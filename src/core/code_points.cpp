// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/code_points.h"

#include <cstdint>

namespace morgue {
namespace {

/// Length of the sequence that `lead` begins, and the bits of the code point in it; 0 for no lead byte.
struct Lead {
  std::size_t length;
  char32_t bits;
};

Lead read_lead(std::uint8_t lead) {
  if (lead < 0x80) return {1, lead};
  if (lead >= 0xC2 && lead <= 0xDF) return {2, lead & 0x1FU};
  if (lead >= 0xE0 && lead <= 0xEF) return {3, lead & 0x0FU};
  if (lead >= 0xF0 && lead <= 0xF4) return {4, lead & 0x07U};
  return {0, 0};
}

bool is_scalar(char32_t c, std::size_t length) {
  if (length == 3) return c >= 0x800 && (c < 0xD800 || c > 0xDFFF);
  if (length == 4) return c >= 0x10000 && c <= 0x10FFFF;
  return true;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& pos) {
  const auto [length, bits] = read_lead(static_cast<std::uint8_t>(text[pos]));
  if (length == 0 || length > text.size() - pos) {
    ++pos;
    return kReplacement;
  }
  char32_t c = bits;
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<std::uint8_t>(text[pos + i]);
    if ((byte & 0xC0U) != 0x80U) {
      ++pos;
      return kReplacement;
    }
    c = (c << 6U) | (byte & 0x3FU);
  }
  if (!is_scalar(c, length)) {
    ++pos;
    return kReplacement;
  }
  pos += length;
  return c;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<std::uint8_t>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else {
    put(0xF0U | (code_point >> 18U));
    put(0x80U | ((code_point >> 12U) & 0x3FU));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  }
}

}  // namespace morgue
