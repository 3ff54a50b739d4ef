// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "archive/verify.h"

namespace morgue::cli {

/// `ok       every page ...`, or what is wrong, with the first few examples below it.
std::string check_text(const archive::Check& check);
/// What a clean archive holds, or what is still fine and what to do.
std::string verdict_text(const archive::Verification& verification, bool repaired);
std::string verification_json(const archive::Verification& verification, const std::vector<std::string>& repaired,
                              const std::string& archive, double seconds);

}  // namespace morgue::cli
