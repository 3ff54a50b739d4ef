// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
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
  std::string path = {};  ///< $PATH, where hooks find their programs; empty: as the timer has it

  [[nodiscard]] std::vector<std::string> arguments() const;
  /// Names and values: the archive, so that a hook's own `morgue` means this one, too.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> environment() const;
  /// `morgue-herald-1f0c62aa`: readable, and different for each archive.
  [[nodiscard]] std::string name() const;
  /// A number that differs from archive to archive, to spread their jobs.
  [[nodiscard]] std::uint32_t number() const;
};

/// Throws Error{Usage} when a part cannot stand in one line of a unit or crontab.
void require_one_line(const JobCommand& job);

}  // namespace morgue::jobs
