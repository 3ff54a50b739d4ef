// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "archive/indexer.h"
#include "catalog/catalog.h"
#include "catalog/families.h"
#include "core/article.h"
#include "text/near_duplicate.h"

namespace morgue::archive {

/// Puts articles into families of near-duplicates (wire copy) as they are stored: each joins the family of the first
/// stored article that is near enough, and is alone while there is none. Nobody else's family changes by that.
/// The same articles in the same order make the same families. In transactions of the caller.
class Families {
 public:
  explicit Families(catalog::Catalog& catalog) : table_(catalog) {}

  /// Right after the put, with the sketch of the text. Sets `cluster`; the `seq` of the put stands for this, too.
  void added(ArticleId id, const Article& article, const text::Sketch& sketch);
  /// May join another family, or leave its own; the founder of a family stays with it.
  void revised(ArticleId id, const Article& article, const text::Sketch& sketch);

  /// The family of an article, by its present text, among those added so far, and adds its sketch to them.
  std::optional<ArticleId> enter(ArticleId id, const std::string& headline, const std::string& body);
  std::optional<ArticleId> enter(ArticleId id, const std::string& headline, const std::string& body,
                                 const text::Sketch& sketch);

 private:
  std::optional<ArticleId> find(ArticleId id, const std::string& headline, const std::string& body,
                                const text::Sketch& sketch);

  catalog::FamilyTable table_;
  text::Fingerprinter fingerprinter_;
};

/// Finds all families anew, from the present texts in order of their ids: for archives older than families, and after
/// a change of the text analysis. In batches, each a transaction; a killed run must be
/// started over, and is by the next `morgue reindex` (FamilyTable::rebuilding). An article whose
/// family changes takes the next `seq` and is pending. Throws Error{Interrupted} when `progress` returns false.
void rebuild_families(catalog::Catalog& catalog, const IndexProgress& progress);

}  // namespace morgue::archive
