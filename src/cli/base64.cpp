// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/base64.h"

#include <cstdint>

namespace morgue::cli {

std::string base64(std::string_view bytes) {
  constexpr std::string_view kSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr std::uint32_t kSixBits = 0x3F;
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::string_view three = bytes.substr(at, 3);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      bits = (bits << 8U) | (i < three.size() ? static_cast<unsigned char>(three[i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      out += i <= three.size() ? kSigns[(bits >> (18U - 6U * i)) & kSixBits] : '=';
    }
  }
  return out;
}

}  // namespace morgue::cli
