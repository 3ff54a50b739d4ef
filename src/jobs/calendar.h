// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::jobs {

/// When the job runs, as `--at` says it: `hourly`, `daily`, `weekly`, `monthly`, `daily 03:30`, `Mon..Fri 06:00`,
/// `Sat,Sun 9:15`, `*-*-01 05:00`, `*:0/15` or any other OnCalendar expression of systemd.time(7).
/// Throws Error{Usage} on what cannot be one.

/// For a systemd timer.
std::string on_calendar(std::string_view spec);

/// The five fields of crontab(5). What cron cannot say is Error{Usage}. `spread` picks the minute of what names none,
/// so that the jobs of many archives do not start at once.
std::string cron_fields(std::string_view spec, unsigned spread);

}  // namespace morgue::jobs
