// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/reject.h"

#include <utility>

#include "text/utf8.h"

namespace morgue::formats {
namespace {

constexpr std::size_t kExcerptBytes = 200;

/// The first bytes of a text, not cutting a UTF-8 sequence in two: its half would be shown as other letters.
std::string_view first_bytes(std::string_view bytes) {
  if (bytes.size() <= kExcerptBytes) return bytes;
  std::size_t size = kExcerptBytes;
  for (int back = 0; back < 3 && (static_cast<unsigned char>(bytes[size]) & 0xC0U) == 0x80U; ++back) --size;
  return bytes.substr(0, size);
}

}  // namespace

void make_sound(std::string& text) {
  if (text.find('\0') == std::string::npos && text::is_valid_utf8(text)) return;
  text = text::repair_utf8(text);
}

Reject make_reject(Location where, std::string reason, std::string_view bytes) {
  std::string excerpt(first_bytes(bytes));
  make_sound(excerpt);
  excerpt.resize(text::truncate_utf8(excerpt, kExcerptBytes).size());
  return {std::move(where), std::move(reason), std::move(excerpt)};
}

std::string counted(std::size_t number, std::string_view noun) {
  return std::to_string(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\v\f";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::string size_words(std::size_t bytes) {
  constexpr std::size_t kMebi = 1U << 20U;
  if (bytes >= kMebi && bytes % kMebi == 0) return std::to_string(bytes / kMebi) + " MiB";
  return counted(bytes, "byte");
}

}  // namespace morgue::formats
