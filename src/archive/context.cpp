// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/context.h"

#include <algorithm>

#include "core/code_points.h"
#include "core/width.h"

namespace morgue::archive {
namespace {

// More marks on its letters than this allows has no text that anybody reads.
constexpr std::size_t kBytesPerColumn = 16;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::size_t previous(std::string_view text, std::size_t pos) {
  --pos;
  for (int back = 0; back < 3 && pos > 0 && (static_cast<unsigned char>(text[pos]) & 0xC0U) == 0x80U; ++back) --pos;
  return pos;
}

std::size_t columns_at(std::string_view text, std::size_t pos) {
  return is_space(text[pos]) ? 1 : column_width(next_code_point(text, pos));
}

std::size_t end_of(std::string_view text, std::size_t pos) {
  next_code_point(text, pos);
  return pos;
}

/// Whether a cut at `pos` leaves words whole.
bool is_between_words(std::string_view text, std::size_t pos) {
  if (pos == 0 || pos >= text.size() || is_space(text[pos]) || is_space(text[pos - 1])) return true;
  std::size_t before = previous(text, pos);
  while (before > 0 && columns_at(text, before) == 0) before = previous(text, before);
  return columns_at(text, pos) == 2 || columns_at(text, before) == 2;
}

/// Where a context begins that ends at `end`, which is no white space.
std::size_t beginning(std::string_view text, std::size_t end, std::size_t columns) {
  std::size_t start = end;
  std::size_t used = 0;
  const std::size_t floor = end - std::min(end, columns * kBytesPerColumn);
  for (std::size_t at = end; at > floor;) {
    std::size_t next = previous(text, at);
    const bool space = is_space(text[next]);
    while (space && next > floor && is_space(text[next - 1])) --next;
    const std::size_t width = space ? 1 : columns_at(text, next);
    if (used + width > columns) break;
    used += width;
    at = next;
    if (width > 0) start = at;
  }
  std::size_t whole = start;
  while (whole < end && !is_between_words(text, whole)) whole = end_of(text, whole);
  return whole < end ? whole : start;
}

/// Where a context ends that begins at `begin`, which is no white space.
std::size_t ending(std::string_view text, std::size_t begin, std::size_t columns) {
  std::size_t used = 0;
  std::size_t at = begin;
  const std::size_t ceiling = std::min(text.size(), begin + columns * kBytesPerColumn);
  while (at < ceiling) {
    const bool space = is_space(text[at]);
    const std::size_t width = columns_at(text, at);
    if (used + width > columns) break;
    used += width;
    at = end_of(text, at);
    while (space && at < ceiling && is_space(text[at])) ++at;
  }
  std::size_t whole = at;
  while (whole > begin && !is_between_words(text, whole)) whole = previous(text, whole);
  return whole > begin ? whole : at;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (const char c : text) {
    if (!is_space(c)) {
      line += c;
    } else if (!line.ends_with(' ')) {
      line += ' ';
    }
  }
  return line;
}

std::string context_before(std::string_view text, std::size_t pos, std::size_t columns) {
  std::size_t end = pos;
  while (end > 0 && is_space(text[end - 1])) --end;
  const std::size_t start = beginning(text, end, columns);
  if (start == end) return {};
  std::string line = one_line(text.substr(start, pos - start));
  if (line.starts_with(' ')) line.erase(0, 1);
  return line;
}

std::string context_behind(std::string_view text, std::size_t pos, std::size_t columns) {
  std::size_t begin = pos;
  while (begin < text.size() && is_space(text[begin])) ++begin;
  const std::size_t end = ending(text, begin, columns);
  if (begin == end) return {};
  std::string line = one_line(text.substr(pos, end - pos));
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace morgue::archive
