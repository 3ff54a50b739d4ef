// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::extract {

/// A credit that library catalogs and databases write surname first (`Doe, Jane; Roe, John`) as people read it
/// (`Jane Doe; John Roe`). Any other is returned as it is: `Jane Doe, John Roe` are two persons, `Doe, Reuters` has an
/// agency in it.
std::string in_reading_order(std::string_view credit);

}  // namespace morgue::extract
