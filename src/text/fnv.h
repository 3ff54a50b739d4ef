// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace morgue::text {

/// FNV-1a, 64 bits. The same on every machine, so it may be stored.
constexpr std::uint64_t fnv1a(std::string_view bytes) {
  std::uint64_t value = 0xCBF29CE484222325;
  for (const char byte : bytes) {
    value ^= static_cast<unsigned char>(byte);
    value *= 0x00000100000001B3;
  }
  return value;
}

}  // namespace morgue::text
