// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/timestamp.h"

namespace morgue::index {

/// Terms of a publication: year, month and day, as far as known.
std::vector<std::string> terms_of_date(const Timestamp& published);

/// The terms of which an article has at least one exactly when its known span lies within `from`..`to` (both included,
/// open where absent): whole years as years, of the rest whole months as months, of the rest days. `years_held` are
/// the years that occur in the index; others are left out.
std::vector<std::string> covering_terms(const std::optional<Day>& from, const std::optional<Day>& to,
                                        const std::vector<int>& years_held);

}  // namespace morgue::index
