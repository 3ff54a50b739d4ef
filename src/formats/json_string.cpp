// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/json_string.h"

#include <cstring>

#include "text/utf8.h"

namespace morgue::formats {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Four hexadecimal digits, or -1. Stops at the first other byte, so it never reads past the closing quote.
int hex4(const char* at) {
  int value = 0;
  for (int i = 0; i < 4; ++i) {
    const char c = at[i];
    int digit = 0;
    if (c >= '0' && c <= '9') {
      digit = c - '0';
    } else if (c >= 'a' && c <= 'f') {
      digit = c - 'a' + 10;
    } else if (c >= 'A' && c <= 'F') {
      digit = c - 'A' + 10;
    } else {
      return -1;
    }
    value = value * 16 + digit;
  }
  return value;
}

bool is_high_surrogate(int unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low_surrogate(int unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

/// `at` points behind `\u`.
const char* append_unicode_escape(const char* at, std::string& out) {
  const int unit = hex4(at);
  if (unit < 0) return nullptr;
  at += 4;
  char32_t code_point = static_cast<char32_t>(unit);
  if (is_high_surrogate(unit) && at[0] == '\\' && at[1] == 'u' && is_low_surrogate(hex4(at + 2))) {
    code_point = 0x10000U + ((code_point - 0xD800U) << 10U) + (static_cast<char32_t>(hex4(at + 2)) - 0xDC00U);
    at += 6;
  } else if (unit == 0 || is_high_surrogate(unit) || is_low_surrogate(unit)) {
    code_point = kReplacement;
  }
  text::append_utf8(out, code_point);
  return at;
}

/// `at` points behind the backslash.
const char* append_escape(const char* at, std::string& out) {
  switch (*at) {
    case '"':
    case '\\':
    case '/':
      out += *at;
      break;
    case 'b':
      out += '\b';
      break;
    case 'f':
      out += '\f';
      break;
    case 'n':
      out += '\n';
      break;
    case 'r':
      out += '\r';
      break;
    case 't':
      out += '\t';
      break;
    case 'u':
      return append_unicode_escape(at + 1, out);
    default:
      return nullptr;
  }
  return at + 1;
}

}  // namespace

const char* append_json_string(const char* at, std::string& out) {
  while (true) {
    const std::size_t plain = std::strcspn(at, "\"\\");
    out.append(at, plain);
    at += plain;
    if (*at == '"') return at + 1;
    if (*at != '\\') return nullptr;
    at = append_escape(at + 1, out);
    if (at == nullptr) return nullptr;
  }
}

}  // namespace morgue::formats
