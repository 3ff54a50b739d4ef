// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/error.h"

namespace morgue::cli {

/// What to do about an error that does not say so itself.
std::string usual_hint(ErrorCode code);

struct ExitMeaning {
  int code;
  std::string text;
};
/// What the codes mean, for help and manual.
std::vector<ExitMeaning> exit_meanings();

}  // namespace morgue::cli
