// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/unplaced.h"

#include "cli/no_matches.h"

namespace morgue::cli {

void note_unplaced(const Context& context, std::int64_t undated, std::int64_t coarse, PeriodUnit unit) {
  if (undated > 0) context.note(matches(undated) + (undated == 1 ? " has" : " have") + " no date");
  if (coarse > 0) {
    context.note(matches(coarse) + (coarse == 1 ? " is" : " are") + " left out: the date is known only by " +
                 (unit == PeriodUnit::Month ? "year" : "month or year"));
  }
}

}  // namespace morgue::cli
