// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace morgue::cli {

/// Blanks behind the text up to `width` columns.
std::string padded(const std::string& text, std::size_t width);
/// Columns as wide as their widest cell, two blanks between them.
std::string plain_table(const std::vector<std::vector<std::string>>& rows);

}  // namespace morgue::cli
