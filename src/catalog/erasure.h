// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "catalog/catalog.h"
#include "core/article.h"

namespace morgue::catalog {

/// Removes articles and all that is known of them: revisions, lists, membership of collections and families, tags and
/// note, names that nobody else uses, and what was said of their records (excerpts of rejects, remarks). Their
/// documents are dead from then on. Families go on with the next of their members as founder, which is a change of all
/// of them. In a transaction of the caller.
void erase_articles(Catalog& catalog, std::span<const ArticleId> ids);

/// Takes what rejects, remarks and runs say out of the catalog where `tells` says so. Returns how many places it were.
/// In a transaction of the caller.
std::int64_t scrub_logs(Catalog& catalog, const std::function<bool(std::string_view)>& tells);

/// What the catalog holds of articles as bytes: each text, and each body as it is packed.
void for_each_stored_value(Catalog& catalog, ArticleId id, const std::function<void(std::string_view)>& use);

/// Every text of every article, unpacked: headline, summary and body of all revisions, and what else is said of it
/// (`prose` is false), of which half is the same with any article.
void for_each_text(Catalog& catalog, const std::function<void(ArticleId, std::string_view, bool prose)>& use);
/// Texts of the catalog that are no part of an article: names, paths, commands, notes. `place` is the table.
void for_each_other_text(Catalog& catalog,
                         const std::function<void(std::string_view place, std::string_view text)>& use);

}  // namespace morgue::catalog
