// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "core/record.h"
#include "formats/wire_reader.h"

namespace morgue::formats {

/// Fields of a message of ANPA 1312. Its key is the story's slug and day: later leads and writethroughs carry the same
/// slug and are revisions. What only adds to a story (takes, adds, partial leads) has a key of its own.
std::vector<Field> anpa_fields(const WireMessage& message);

}  // namespace morgue::formats
