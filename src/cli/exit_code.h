// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/error.h"

namespace morgue::cli {

/// What the program returns to the shell (contract, DESIGN section 11).
enum ExitCode : int {
  kSuccess = 0,
  kNoMatches = 1,
  kUsage = 2,         ///< also query and input errors
  kRejects = 3,       ///< done, but some records were rejected
  kInconsistent = 4,  ///< also an archive of another version
  kIo = 5,
  kInternal = 70,  ///< EX_SOFTWARE of sysexits.h: a defect of ours
  kLocked = 75,    ///< EX_TEMPFAIL of sysexits.h
  kInterrupted = 130,
};

/// What a command that ends with this error returns.
int exit_code_of(ErrorCode code);

}  // namespace morgue::cli
