// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

#include "jobs/job_command.h"

namespace morgue::jobs {

/// One line of crontab(5), ended by a marker that names the job. `fields` are the five of the time.
std::string cron_line(const JobCommand& job, const std::string& fields);

/// The crontab with that line instead of the job's former one, or added at the end. All other lines stay as they are.
std::string with_job(const std::string& crontab, const JobCommand& job, const std::string& line);
/// The crontab without the job's line.
std::string without_job(const std::string& crontab, const JobCommand& job);
/// The job's line, if there is one.
std::optional<std::string> job_line(const std::string& crontab, const JobCommand& job);

}  // namespace morgue::jobs
