// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "cli/command.h"
#include "core/period.h"

namespace morgue::cli {

/// Says how many matches are in none of the periods: those without a date, and those whose date is known only by more.
void note_unplaced(const Context& context, std::int64_t undated, std::int64_t coarse, PeriodUnit unit);

}  // namespace morgue::cli
