// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "index/glass_reader.h"

/// Part of the glass format: values (glass_values.h), read. Damage is Error{Inconsistent}.
namespace morgue::index::glass {

/// Calls `use(document, value)` with each value of the slot, by document.
void read_values(TableReader& postlist, std::uint32_t slot,
                 const std::function<void(std::uint32_t, std::string_view)>& use);

}  // namespace morgue::index::glass
