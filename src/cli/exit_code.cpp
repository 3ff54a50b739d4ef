// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/exit_code.h"

namespace morgue::cli {

int exit_code_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::Usage:
    case ErrorCode::Query:
    case ErrorCode::Input:
      return kUsage;
    case ErrorCode::Inconsistent:
    case ErrorCode::Version:
      return kInconsistent;
    case ErrorCode::Io:
      return kIo;
    case ErrorCode::Locked:
      return kLocked;
    case ErrorCode::Interrupted:
      return kInterrupted;
    case ErrorCode::Internal:
      return kInternal;
  }
  return kInternal;
}

}  // namespace morgue::cli
