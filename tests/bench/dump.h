// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <functional>

#include "core/article.h"

namespace morgue::bench {

/// Reads what `morgue extract` writes, for programs that are no morgue: every article of a file of JSON Lines, in
/// order. Throws std::runtime_error.
void for_each_article(const std::filesystem::path& dump, const std::function<void(Article&)>& visit);

}  // namespace morgue::bench
