// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "render/results.h"

namespace morgue::render {

using Counts = std::vector<std::pair<std::string, std::int64_t>>;

std::string counts_text(const Counts& counts, const TextStyle& style);
/// `[{"value":"2025-06","count":12},...]`
std::string counts_json(const Counts& counts);
/// value,count with a header row.
std::string counts_csv(const Counts& counts);

}  // namespace morgue::render
