// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cli/command.h"
#include "jobs/report.h"

namespace morgue::cli {

/// After a run of the job: gives the reports of watched searches to their commands, and says what waits for
/// `morgue watch`. One that cannot be delivered is kept and tried again by the next run; when that keeps failing, the
/// run's exit code says that somebody should look.
void report_watched(const Context& context, jobs::JobReport& report);

}  // namespace morgue::cli
