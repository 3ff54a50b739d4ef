// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "jobs/job_command.h"

namespace morgue::jobs {

/// Where schedules live on this machine, and who asks.
struct Machine {
  bool root = false;
  std::filesystem::path home_config;                           ///< of the user: $XDG_CONFIG_HOME or ~/.config
  std::filesystem::path system_units = "/etc/systemd/system";  ///< for root
  bool systemd_runs = false;                                   ///< a manager is there to be told

  [[nodiscard]] std::filesystem::path units() const { return root ? system_units : home_config / "systemd" / "user"; }
};

/// This machine, from the environment.
Machine this_machine();

/// One line each, for the person.
using Say = std::function<void(const std::string&)>;

/// What is installed for an archive.
struct Installed {
  std::string kind;   ///< `systemd` or `cron`
  std::string place;  ///< the timer's file, or `crontab`
  std::string at;     ///< OnCalendar, or the fields of the crontab
  std::string next;   ///< the next time, without the random delay: `Tue 2026-12-01 06:00:00 UTC`; empty: unknown
};

/// Writes the units, and starts the timer when a manager runs. Throws Error{Usage} on a wrong SPEC, Error{Io} when
/// something cannot be written.
void install_systemd(const JobCommand& job, const std::string& spec, const Machine& machine, const Say& say);
/// Adds or replaces the job's line in the user's crontab.
void install_cron(const JobCommand& job, const std::string& spec, const Say& say);
/// Takes away what install has put there, and nothing else. Returns the number of schedules removed.
int remove_schedules(const JobCommand& job, const Machine& machine, const Say& say);
std::vector<Installed> installed_schedules(const JobCommand& job, const Machine& machine);

}  // namespace morgue::jobs
