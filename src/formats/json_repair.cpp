// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/json_repair.h"

#include <array>
#include <cstddef>

namespace morgue::formats {
namespace {

std::size_t nan_at(std::string_view text) {
  constexpr std::array<std::string_view, 3> kNumbers = {"NaN", "-Infinity", "Infinity"};
  for (const std::string_view number : kNumbers) {
    if (text.starts_with(number)) return number.size();
  }
  return 0;
}

}  // namespace

std::string without_nan(std::string_view json) {
  std::string out;
  std::size_t kept = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
      continue;
    }
    in_string = c == '"';
    if (c != 'N' && c != 'I' && c != '-') continue;
    if (const std::size_t size = nan_at(json.substr(i)); size > 0) {
      out.append(json.substr(kept, i - kept)).append("null");
      i += size - 1;
      kept = i + 1;
    }
  }
  return kept == 0 ? out : out.append(json.substr(kept));
}

}  // namespace morgue::formats
