// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace morgue::golden {

struct CommandResult {
  std::string out;
  std::string err;
  int exit_code = 0;  ///< 128 and the number of the signal that ended it
  bool timed_out = false;
};

/// Runs `bash -c command` in `folder` with just these variables (`NAME=value`) and an empty standard input. When the
/// time is up it is killed with everything it started.
CommandResult run_command(const std::string& command, const std::filesystem::path& folder,
                          const std::vector<std::string>& environment, std::chrono::milliseconds time_limit);

}  // namespace morgue::golden
