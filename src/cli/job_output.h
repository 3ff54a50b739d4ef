// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/error.h"
#include "jobs/job.h"
#include "jobs/report.h"

namespace morgue::cli {

/// What a run did, a line each; nothing of collections where nothing happened.
std::vector<std::string> job_lines(const jobs::JobReport& report);
/// For programs: hooks and -o json. With the error that ended it, if one did.
std::string job_json(const jobs::JobReport& report, const Error* error);
/// What a run would do; so many files of each collection are named.
std::string preview_text(const jobs::Preview& preview, std::size_t most_files);
/// `to_analyse`: articles that --where names; `full`: all are to be indexed again.
std::string preview_json(const jobs::Preview& preview, std::int64_t to_analyse, bool full);

}  // namespace morgue::cli
