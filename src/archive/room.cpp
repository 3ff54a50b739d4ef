// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/room.h"

#include <array>
#include <cstdio>
#include <limits>
#include <system_error>

#include "core/error.h"

namespace morgue::archive {

std::int64_t bytes_of(const std::filesystem::path& file) {
  std::error_code missing;
  const auto size = std::filesystem::file_size(file, missing);
  return missing ? 0 : static_cast<std::int64_t>(size);
}

std::string size_words(std::int64_t bytes) {
  constexpr std::array kUnits = {"kB", "MB", "GB", "TB"};
  if (bytes < 1000) return std::to_string(bytes) + " B";
  double value = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  for (; value >= 999.95 && unit + 1 < kUnits.size(); ++unit) value /= 1000;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), value < 9.95 ? "%.1f %s" : "%.0f %s", value, kUnits.at(unit));
  return text.data();
}

void require_room(const std::filesystem::path& folder, std::int64_t bytes, const std::string& what) {
  std::error_code unknown;
  const auto space = std::filesystem::space(folder, unknown);
  if (unknown) return;  // the writing itself will tell
  const auto free = space.available > static_cast<std::uintmax_t>(std::numeric_limits<std::int64_t>::max())
                        ? std::numeric_limits<std::int64_t>::max()
                        : static_cast<std::int64_t>(space.available);
  if (free >= bytes) return;
  throw Error(ErrorCode::Io,
              what + " needs " + size_words(bytes) + " in " + folder.string() + ", where " + size_words(free) +
                  " are free; nothing was changed",
              "free some space and run the same command again");
}

}  // namespace morgue::archive
