// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "catalog/catalog.h"
#include "core/article.h"

namespace morgue::archive {

/// Makes again what is made of the stored texts of these articles: the number of words now, all terms when the index is
/// brought up to date next, for which they are pending. In batches, each a transaction; ids that are unknown are passed
/// over. Throws Error{Interrupted} when `stop_wanted` says so. Returns how many articles it were.
std::int64_t reanalyse(catalog::Catalog& catalog, const std::vector<ArticleId>& ids,
                       const std::function<bool()>& stop_wanted);

}  // namespace morgue::archive
