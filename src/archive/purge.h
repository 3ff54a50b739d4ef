// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "archive/indexer.h"
#include "archive/layout.h"
#include "catalog/catalog.h"
#include "catalog/withdrawn.h"
#include "core/article.h"

namespace morgue::archive {

/// What was looked through for what is purged, and what was found.
struct PurgeProof {
  std::int64_t pieces = 0;     ///< of the texts, and of the bytes they were stored as
  std::int64_t own_words = 0;  ///< terms that no other article has
  std::int64_t files = 0;      ///< read byte by byte
  std::int64_t bytes = 0;
  std::int64_t texts = 0;   ///< of articles that stay, unpacked
  std::int64_t words = 0;   ///< of the index, looked at
  std::int64_t shared = 0;  ///< pieces that other articles have, too
  /// Articles that stay and have a text of which half or more stood here, too, with the number of pieces; most first.
  std::vector<std::pair<ArticleId, std::int64_t>> copies;
  /// Pieces that stand in what is no article: names, paths, commands; by table.
  std::map<std::string, std::int64_t> elsewhere;
  std::vector<std::string> left;  ///< sentences; empty: it is proved
};

struct PurgeResult {
  std::int64_t takedown = 0;
  std::vector<ArticleId> articles;
  bool held_up = false;  ///< a search that began before still reads what is to go; nothing is proved yet
  PurgeProof proof;

  [[nodiscard]] bool finished() const { return !held_up && proof.left.empty(); }
};

/// In the transaction that erases them, before: what must not be found any more. `locations` are the live segments.
catalog::PurgeTraces traces_of(catalog::Catalog& catalog, const std::vector<std::string>& locations,
                               const std::vector<ArticleId>& ids);

/// Erases the articles of a takedown just added and notes what is left to do. In the transaction of the caller.
void begin_purge(const Layout& layout, catalog::Catalog& catalog, std::int64_t takedown);

struct PurgeOptions {
  IndexOptions indexing;
  double wait_seconds = 10;  ///< for searches that began before
};

/// What remains to be done of purges that were begun, be it long ago: every segment that holds a document of theirs is
/// built again without it, the log of the catalog is emptied, the catalog written anew if a piece is still in it, and
/// then it is proved that nothing is left. May be repeated at will. Needs the writer's lock.
std::vector<PurgeResult> finish_purges(const Layout& layout, catalog::Catalog& catalog, const PurgeOptions& options);

/// The same for commands that are there for something else and wait for nobody: `say` is told what became of each.
void finish_purges_begun(const Layout& layout, catalog::Catalog& catalog, unsigned jobs,
                         const std::function<void(const std::string&)>& say);

}  // namespace morgue::archive
