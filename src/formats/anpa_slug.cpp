// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/anpa_slug.h"

#include <algorithm>
#include <array>

#include "formats/reject.h"

namespace morgue::formats {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

/// The cycle that a story is for (`BC-`: both) and the desk behind it (`US--`).
std::string_view without_desk(std::string_view slug) {
  constexpr std::array<std::string_view, 3> kCycles = {"BC-", "AM-", "PM-"};
  for (const std::string_view cycle : kCycles) {
    if (!slug.starts_with(cycle)) continue;
    slug.remove_prefix(cycle.size());
    break;
  }
  constexpr std::size_t kLongestDesk = 8;
  if (const std::size_t dashes = slug.find("--"); dashes <= kLongestDesk) slug.remove_prefix(dashes + 2);
  return slug;
}

}  // namespace

AnpaSlug parse_anpa_slug(std::string_view line) {
  AnpaSlug slug;
  const std::size_t comma = std::min(line.find(','), line.size());
  slug.keyword = std::string(trimmed(without_desk(trimmed(line.substr(0, comma)))));
  for (std::string_view rest = line.substr(comma); !rest.empty();) {
    rest.remove_prefix(1);
    const std::size_t end = std::min(rest.find(','), rest.size());
    const std::string_view item = trimmed(rest.substr(0, end));
    rest.remove_prefix(end);
    const std::string folded = lower(item);
    if (item.empty() || is_number(item) || folded.find("writethru") != folded.npos) continue;
    slug.part += (slug.part.empty() ? "" : ", ") + std::string(item);
  }
  return slug;
}

}  // namespace morgue::formats
