// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "catalog/takedowns.h"

namespace morgue::cli {

/// `now` in UTC seconds decides which ended by themselves.
std::string takedowns_text(const std::vector<catalog::Takedown>& all, std::int64_t now);
std::string takedowns_json(const std::vector<catalog::Takedown>& all, std::int64_t now);
/// A row a takedown, with a header.
std::string takedowns_csv(const std::vector<catalog::Takedown>& all, std::int64_t now);

}  // namespace morgue::cli
