// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/utf8.h"

#include <cstdint>
#include <cstring>

namespace morgue::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// 0x80..0x9F; 0 where windows-1252 assigns nothing. The upper half is Latin-1.
constexpr char16_t kWindows1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                       0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t from_windows_1252(unsigned char byte) {
  if (byte == 0) return kReplacement;
  if (byte < 0x80 || byte >= 0xA0) return byte;
  const char16_t mapped = kWindows1252[byte - 0x80];
  return mapped == 0 ? kReplacement : char32_t{mapped};
}

unsigned char byte_at(std::string_view text, std::size_t pos) {
  return static_cast<unsigned char>(text[pos]);
}

/// Length of the valid sequence at `pos` (Unicode table 3-7), 0 if there is none.
std::size_t sequence_length(std::string_view text, std::size_t pos) {
  const unsigned char lead = byte_at(text, pos);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() - pos < length) return 0;
  const unsigned char second = byte_at(text, pos + 1);
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < low || second > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte_at(text, pos + i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

/// Where the run of plain ASCII bytes that starts at `pos` ends, to within the word size tested at once.
std::size_t skip_ascii(std::string_view text, std::size_t pos) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  while (text.size() - pos >= sizeof(std::uint64_t)) {
    std::uint64_t block = 0;
    std::memcpy(&block, text.data() + pos, sizeof block);
    if ((block & kHighBits) != 0) break;
    pos += sizeof block;
  }
  return pos;
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  std::size_t pos = 0;
  while (pos < bytes.size()) {
    pos = skip_ascii(bytes, pos);
    if (pos == bytes.size()) break;
    const std::size_t length = sequence_length(bytes, pos);
    if (length == 0) return false;
    pos += length;
  }
  return true;
}

std::string repair_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  std::size_t pos = 0;
  while (pos < bytes.size()) {
    const std::size_t length = byte_at(bytes, pos) == 0 ? 0 : sequence_length(bytes, pos);
    if (length == 0) {
      append_utf8(out, from_windows_1252(byte_at(bytes, pos)));
      ++pos;
    } else {
      out.append(bytes, pos, length);
      pos += length;
    }
  }
  return out;
}

char32_t next_code_point(std::string_view text, std::size_t& pos) {
  const std::size_t length = sequence_length(text, pos);
  const unsigned char lead = byte_at(text, pos);
  if (length == 1) {
    ++pos;
    return lead;
  }
  if (length == 0) {
    ++pos;
    return kReplacement;
  }
  auto code_point = static_cast<char32_t>(lead & (0xFF >> (length + 1)));
  for (std::size_t i = 1; i < length; ++i) {
    code_point = (code_point << 6) | (byte_at(text, pos + i) & 0x3FU);
  }
  pos += length;
  return code_point;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = kReplacement;
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  // Three continuation bytes at most belong to one code point; more are not UTF-8 and may be cut anywhere.
  for (int back = 0; back < 3 && end > 0 && (byte_at(text, end) & 0xC0) == 0x80; ++back) --end;
  return text.substr(0, end);
}

}  // namespace morgue::text
