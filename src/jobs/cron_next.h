// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ctime>
#include <string>

namespace morgue::jobs {

/// When cron starts a line with these five fields next, in local time: `Tue 2026-12-01 06:00:00 UTC`. Empty when they
/// are not of the kinds that `morgue schedule` writes (numbers, ranges, lists, `*`), or never come.
std::string next_cron_time(const std::string& fields, std::time_t now);

}  // namespace morgue::jobs
