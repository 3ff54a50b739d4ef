// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/cheat_sheet.h"

namespace morgue::cli {

/// The cheat sheet on one page of 80 columns.
std::string help_page(const std::vector<query::CheatSection>& sheet);
/// The same with its details as the source of the manual page morgue-query(7), in mdoc(7).
std::string manual_page(const std::vector<query::CheatSection>& sheet);

}  // namespace morgue::cli
