// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <random>
#include <vector>

#include "tests/power/disk.h"

namespace morgue::power {

/// Ways in which a power cut can treat the pending changes: first the plain ones (nothing, everything, only names, only
/// contents, only lengths, the last write torn), then by chance, `random` of them.
std::vector<std::vector<Fate>> choose_fates(const std::vector<bool>& names, int random, std::mt19937& source);

}  // namespace morgue::power
