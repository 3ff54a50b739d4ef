// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "render/json_writer.h"

namespace morgue::cli {

/// `2026-11-22 03:30 UTC`
std::string moment(std::int64_t seconds);
/// `12 minutes ago`, `3 days ago`, `just now`; `in 5 hours` when a clock is wrong.
std::string age(std::int64_t seconds, std::int64_t now);
/// `812 kB`, `1.2 GB`
std::string size_text(std::int64_t bytes);
/// RFC 3339 in UTC, or null.
void write_moment(render::JsonWriter& json, std::optional<std::int64_t> seconds);

}  // namespace morgue::cli
