// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "jobs/job_command.h"

namespace morgue::jobs {

struct UnitOptions {
  bool system = false;   ///< a unit of the system, else of the user: the user's manager can sandbox less
  std::string user;      ///< system: who owns the archive and so runs the job; empty: root
  std::string calendar;  ///< OnCalendar
};

/// Text of NAME.service and NAME.timer (systemd.service(5), systemd.exec(5), systemd.timer(5)).
std::string service_unit(const JobCommand& job, const UnitOptions& options);
std::string timer_unit(const JobCommand& job, const UnitOptions& options);

/// One argument of ExecStart= (systemd.syntax(7)): quoted, specifiers and variables taken literally.
std::string unit_argument(const std::string& argument);

}  // namespace morgue::jobs
