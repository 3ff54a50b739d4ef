// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/aside.h"

#include <array>
#include <ctime>
#include <system_error>

namespace morgue::archive {

std::filesystem::path free_name(const std::filesystem::path& path, const std::string& why) {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> stamp{};
  std::strftime(stamp.data(), stamp.size(), "%Y%m%dT%H%M%SZ", &parts);
  const std::string name = path.string() + "." + why + "-" + stamp.data();
  std::filesystem::path free = name;
  std::error_code unreadable;
  for (int i = 2; std::filesystem::exists(std::filesystem::symlink_status(free, unreadable)); ++i) {
    free = name + "-" + std::to_string(i);
  }
  return free;
}

}  // namespace morgue::archive
