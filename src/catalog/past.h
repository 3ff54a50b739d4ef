// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "catalog/catalog.h"
#include "core/article.h"
#include "core/revision.h"

namespace morgue::catalog {

/// A moment in the life of an archive. Runs are told apart by their order, not by the clock: what earlier runs stored
/// is there, and of this one what it had stored by the second.
struct Moment {
  std::int64_t run = 0;  ///< the last that had begun; 0: none had
  std::int64_t second = std::numeric_limits<std::int64_t>::max();
};

/// Of the clock, UTC.
Moment moment_at(Catalog& catalog, std::int64_t second);
/// When this run had ended. Empty if there was none of this number.
std::optional<Moment> moment_of_run(Catalog& catalog, std::int64_t run);
/// When the first run began; empty: there was none.
std::optional<std::int64_t> first_run_began(Catalog& catalog);

/// What an article was at the moment, if that is not what it is now.
struct ArticleThen {
  ArticleId id = 0;
  std::int64_t revision = 0;  ///< which was the present one, by its number of today; 0: the article was not there
  std::int64_t texts = 0;     ///< how many it had had
};

/// The articles of an archive as they were. In a transaction of the caller.
class Past {
 public:
  Past(Catalog& catalog, const Moment& moment);
  ~Past();

  /// All that were added or revised since, by id. Looks at what was stored since, or at a small index of all texts.
  std::vector<ArticleThen> changed_since();
  /// All but the text; of an article that was there.
  StoredArticle metadata(const ArticleThen& then);
  /// With the text, and `changed` up to then.
  Revision article(const ArticleThen& then);
  /// The living documents of articles, given by ascending ids.
  void for_each_document(std::span<const ArticleId> ids,
                         const std::function<void(std::int64_t segment, std::uint32_t docid)>& use);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::catalog
