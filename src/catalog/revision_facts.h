// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "catalog/connection.h"
#include "catalog/statement.h"
#include "core/article.h"

namespace morgue::catalog {

/// The metadata of revisions that are not the present one. Those of the present are the article's own.
class RevisionFacts {
 public:
  explicit RevisionFacts(Connection& connection);

  /// What `article` says beside its text, for this revision of it; and its family at the time.
  void write(ArticleId id, std::int64_t revision, const Article& article, std::optional<std::int64_t> cluster);
  /// Puts what was kept of a revision (a row of revisions) in place of the metadata of `article`. False, and nothing
  /// done, if nothing was.
  bool read(std::int64_t row, StoredArticle& article);

 private:
  Statement insert_;
  Statement values_;
  Statement lists_;
};

}  // namespace morgue::catalog
