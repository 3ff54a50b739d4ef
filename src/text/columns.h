// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace morgue::text {

/// Terminal columns of one code point: 0, 1 or 2.
int columns_of(char32_t code_point);

}  // namespace morgue::text
