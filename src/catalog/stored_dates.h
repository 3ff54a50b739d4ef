// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "catalog/catalog.h"
#include "core/article.h"
#include "core/timestamp.h"

namespace morgue::catalog {

struct StoredDate {
  ArticleId id = 0;
  std::int64_t source = 0;
  std::optional<Timestamp> published;
};

/// Calls `use` with the dates of articles; `ids` are sorted, and so are the calls.
void for_each_date(Catalog& catalog, std::span<const ArticleId> ids, const std::function<void(const StoredDate&)>& use);

/// When the present text of an article was stored, UTC seconds.
std::optional<std::int64_t> stored_at(Catalog& catalog, ArticleId id);

/// Names of sources by their number; empty for the one that stands for none.
std::map<std::int64_t, std::string> source_names(Catalog& catalog);

}  // namespace morgue::catalog
