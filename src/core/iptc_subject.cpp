// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/iptc_subject.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace morgue {
namespace {

constexpr std::size_t kCodeLength = 8;

/// By the first two digits, from 01.
constexpr auto kNames = std::to_array<std::string_view>(
    {"arts, culture and entertainment", "crime, law and justice", "disaster and accident",
     "economy, business and finance", "education", "environmental issue", "health", "human interest", "labour",
     "lifestyle and leisure", "politics", "religion and belief", "science and technology", "social issue", "sport",
     "unrest, conflicts and war", "weather"});

}  // namespace

std::string_view iptc_subject(std::string_view code) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (code.size() != kCodeLength || !std::all_of(code.begin(), code.end(), is_digit)) return {};
  const auto number = static_cast<std::size_t>((code[0] - '0') * 10 + (code[1] - '0'));
  return number >= 1 && number <= kNames.size() ? kNames[number - 1] : std::string_view{};
}

}  // namespace morgue
