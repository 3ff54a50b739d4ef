// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "render/bar.h"
#include "render/results.h"

namespace morgue::render {

using Counts = std::vector<std::pair<std::string, std::int64_t>>;

/// A row a value: its count, how much that is of all matches, and a bar.
std::string counts_text(const Counts& counts, std::int64_t matches, const TextStyle& style, BarStyle bars);
/// `[{"value":"2025-06","count":12},...]`
std::string counts_json(const Counts& counts);
/// The same objects, one a line.
std::string counts_jsonl(const Counts& counts);
/// value,count with a header row.
std::string counts_csv(const Counts& counts, char separator);

}  // namespace morgue::render
