// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/timestamp.h"

namespace morgue::webpage {

/// A declared moment in UTC as the publisher wrote it, by the date that the page prints: where the printed time tells
/// the zone, or where the moment is midnight in the zone whose day is printed. `declared` as it is when the two do not
/// speak of the same moment.
Timestamp with_printed_day(const Timestamp& declared, const Timestamp& printed);

}  // namespace morgue::webpage
