// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "catalog/saved_searches.h"

namespace morgue::cli {

/// Throws Error{Usage} with the nearest name when there is none.
catalog::SavedSearch find_saved(catalog::Catalog& catalog, const std::string& name);

}  // namespace morgue::cli
