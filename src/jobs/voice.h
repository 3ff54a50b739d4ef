// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>

#include "archive/ingest.h"
#include "core/record.h"

namespace morgue::jobs {

/// How much a line matters.
enum class Weight {
  Detail,   ///< for those who want to know more
  Note,     ///< all is well
  Problem,  ///< a person should know, also when the job is to be quiet
};

/// What the caller wants to hear of while a job runs. None may throw.
struct JobObserver {
  std::function<void(Weight, const std::string&)> say;
  std::function<void(const Reject&)> rejected;  ///< that no run has said of before
  std::function<void(const archive::IngestProgress&)> progress;
  std::function<bool()> stop_wanted;
};

}  // namespace morgue::jobs
