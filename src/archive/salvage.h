// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "archive/layout.h"

namespace morgue::archive {

/// Puts a new catalog, with all that can be read of a damaged one, in its place. The damaged one stays beside it. Needs
/// the writer's lock. Returns what it did, in sentences. Throws Error{Inconsistent} when nothing can be read: the
/// archive is as it was then.
std::vector<std::string> salvage_catalog(const Layout& layout, const std::function<bool()>& go_on);

}  // namespace morgue::archive
