// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "tests/golden/transcript.h"

namespace morgue::golden {

/// Whether a line of output is what a line of a transcript says, which may be a regular expression.
bool matches(const std::string& expected, const std::string& actual);

/// Empty when the outcome is as expected, else the lines that differ: `-` expected, `+` came.
std::string difference(const Outcome& expected, const Outcome& actual);

/// What to write into the transcript: what came, but regular expressions that match it stay.
Outcome merged(const Outcome& expected, const Outcome& actual);

}  // namespace morgue::golden
