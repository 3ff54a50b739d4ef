// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/bar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace morgue::render {
namespace {

constexpr std::int64_t kEighths = 8;

std::string blocks(std::int64_t eighths) {
  constexpr std::array<std::string_view, kEighths> kParts = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  std::string out;
  for (std::int64_t i = 0; i < eighths / kEighths; ++i) out += "█";
  out += kParts.at(static_cast<std::size_t>(eighths % kEighths));
  return out;
}

}  // namespace

std::string bar(double share, std::size_t columns, BarStyle style) {
  if (!(share > 0) || columns == 0) return {};
  const std::int64_t per_column = style == BarStyle::Blocks ? kEighths : 1;
  const double full = static_cast<double>(columns) * static_cast<double>(per_column);
  const std::int64_t length = std::max<std::int64_t>(1, std::llround(std::min(share, 1.0) * full));
  return style == BarStyle::Blocks ? blocks(length) : std::string(static_cast<std::size_t>(length), '#');
}

std::string percentage(double share) {
  const double percent = 100 * share;
  if (percent <= 0) return "0%";
  if (percent < 0.1) return "<0.1%";
  // As it is rounded: 9.96 is 10 and not 10.0.
  return percent < 9.95 ? fmt::format("{:.1f}%", percent) : fmt::format("{:.0f}%", percent);
}

}  // namespace morgue::render
