// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "extract/page_lines.h"

namespace morgue::extract {

/// Skip, ReadingTime, Promotion, Box or Wall for a line that belongs to a site and not to an article, by the wording
/// that sites share.
std::optional<LineKind> furniture_kind(const PageLine& line);

/// A word or two that label a button or a list: `Share`, `Kommentare`.
bool is_furniture_label(std::string_view label);

/// Heads a list of what else is read on the site: `Most read`, `Trending`. Such lists stand inside stories too.
bool is_list_head(std::string_view line);

bool is_reading_time(std::string_view line);

/// A heading under or behind which the page states its topics (`Tags`, `Topics: a, b`): its length, else 0.
std::size_t topics_heading(std::string_view line);

}  // namespace morgue::extract
