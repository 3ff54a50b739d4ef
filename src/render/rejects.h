// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "core/record.h"

namespace morgue::render {

/// One JSON object, one line, no line end: dump, record, offset, reason, excerpt.
std::string reject_json(const Reject& reject);

}  // namespace morgue::render
