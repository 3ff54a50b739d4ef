// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/error.h"

#include <cerrno>
#include <system_error>

namespace morgue {

Error::Error(ErrorCode code, std::string message, std::string hint)
    : code_(code), message_(std::move(message)), hint_(std::move(hint)) {}

Error system_error(const std::string& what, int error_number) {
  std::string hint;
  if (error_number == ENOSPC || error_number == EDQUOT) {
    hint = "free some space and run the same command again; everything committed so far is kept";
  } else if (error_number == EACCES || error_number == EPERM) {
    hint = "check the permissions of the file and of the folders above it";
  }
  return {ErrorCode::Io, what + ": " + std::generic_category().message(error_number), hint};
}

}  // namespace morgue
