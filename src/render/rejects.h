// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "core/record.h"

namespace morgue::render {

/// One JSON object, one line, no line end: run, dump, record, offset, reason, excerpt.
std::string reject_json(std::int64_t run, const Reject& reject);

}  // namespace morgue::render
