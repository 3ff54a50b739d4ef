// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/web_address.h"

#include <cstdint>

namespace morgue::render {

bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

std::string uri_characters(std::string_view url) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr std::string_view kNever = "\"<>\\^`{|}";
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (byte > 0x20 && byte < 0x7F && kNever.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 0xFU];
    }
  }
  return out;
}

}  // namespace morgue::render
