// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::query {

/// What to write instead of a value that is no date: the date that was meant where another notation shows it
/// (`2025/6/4`, `20250624`, `2020-2022`, `1950s`), else all forms.
std::string date_hint(std::string_view value);

}  // namespace morgue::query
