// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "archive/takedown.h"

namespace morgue::cli {

/// What would go, a line an article; of many the first.
std::string plan_text(const archive::TakedownPlan& plan, bool purge);
std::string plan_json(const archive::TakedownPlan& plan);

std::string withheld_text(std::int64_t number, const archive::TakedownPlan& plan,
                          const archive::TakedownOptions& options);
std::string withheld_json(std::int64_t number, const archive::TakedownPlan& plan);

/// What was proved, or what is left; without the last line end.
std::string purge_text(const archive::PurgeResult& result);
/// The same after the number of the takedown and its articles, whose headlines are not said: they are gone.
std::string purged_text(const archive::PurgeResult& result, const archive::TakedownPlan& plan);
std::string purged_json(const archive::PurgeResult& result, const archive::TakedownPlan& plan);

std::string undone_text(const catalog::Takedown& takedown);
std::string undone_json(const catalog::Takedown& takedown);

}  // namespace morgue::cli
