// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "archive/layout.h"
#include "archive/purge.h"
#include "catalog/takedowns.h"
#include "core/article.h"
#include "core/timestamp.h"
#include "io/file_lock.h"
#include "query/ast.h"

namespace morgue::archive {

/// What is to be withdrawn.
struct TakedownRequest {
  std::vector<ArticleId> ids;        ///< or else
  std::optional<query::Node> query;  ///< all matches
  bool family = false;               ///< their near-duplicates, too
  bool purge = false;
};

struct TakedownPlan {
  std::vector<StoredArticle> articles;     ///< in the order of their ids, without bodies
  std::vector<ArticleId> near_duplicates;  ///< that stay
  std::int64_t unindexed = 0;              ///< articles that no query finds yet
};

/// Articles that would go. Throws Error{Usage} for an id that is unknown or withdrawn already (but what is only
/// withheld can be purged).
TakedownPlan plan_takedown(const Layout& layout, const TakedownRequest& request);

struct TakedownOptions {
  std::string reason;
  std::string ref;
  std::optional<Timestamp> until;
  PurgeOptions purging;
};

/// One who withdraws articles and shows them again. Has the writer's lock for as long as it lives, and finishes purges
/// that were begun before.
class TakedownDesk {
 public:
  /// Throws Error{Locked} after `wait_seconds`. Others are told `command`, which must not quote what is withdrawn.
  TakedownDesk(const Layout& layout, const std::string& command, double wait_seconds, PurgeOptions purging);

  /// Purges that an earlier run left unfinished.
  [[nodiscard]] const std::vector<PurgeResult>& finished() const { return finished_; }

  /// At once, in one transaction. Returns the number of the takedown.
  std::int64_t withhold(const TakedownPlan& plan, const TakedownOptions& options);
  /// The same, and then for ever: returns when nothing is left of them, or says what is.
  PurgeResult purge(const TakedownPlan& plan, const TakedownOptions& options);
  /// Throws Error{Usage} for a number that is unknown, undone, purged, or ended by itself.
  catalog::Takedown undo(std::int64_t number);

 private:
  std::int64_t add(const TakedownPlan& plan, const TakedownOptions& options, bool purge);

  Layout layout_;
  io::FileLock lock_;
  catalog::Catalog catalog_;
  std::vector<PurgeResult> finished_;
};

/// All takedowns, in order.
std::vector<catalog::Takedown> takedowns(const Layout& layout);

/// Why an article is not there, or not shown: `article 12 is withheld since 2026-11-24 (takedown 3): court order`.
std::string withdrawal_sentence(ArticleId id, const catalog::Takedown& takedown);

}  // namespace morgue::archive
