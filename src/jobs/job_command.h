// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace morgue::jobs {

/// The job that a timer starts: `morgue --archive DIR reindex`, said so that it means the same in a year and from any
/// folder.
struct JobCommand {
  std::filesystem::path program;  ///< absolute
  std::filesystem::path archive;  ///< absolute
  std::int64_t wait = 600;        ///< seconds for another writer to end
  std::string on_failure;         ///< shell commands; empty: none
  std::string on_success;

  [[nodiscard]] std::vector<std::string> arguments() const;
  /// `morgue-herald-1f0c62aa`: readable, and different for each archive.
  [[nodiscard]] std::string name() const;
  /// A number that differs from archive to archive, to spread their jobs.
  [[nodiscard]] std::uint32_t number() const;
};

/// Throws Error{Usage} when a part cannot stand in one line of a unit or crontab.
void require_one_line(const JobCommand& job);

}  // namespace morgue::jobs
