// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "catalog/body_codec.h"
#include "catalog/connection.h"
#include "catalog/revision_facts.h"
#include "catalog/statement.h"
#include "core/article.h"

namespace morgue::catalog {

inline constexpr std::int64_t kNoRow = std::numeric_limits<std::int64_t>::max();

/// What an article has changed in, from its first revision to its last.
class RevisionChanges {
 public:
  explicit RevisionChanges(Connection& connection)
      : facts_(connection), revisions_(connection, kRevisions), body_(connection, kBody) {}

  /// The parts in which any two successive revisions differ, in their order. `present` has the metadata of the present
  /// revision. Of revisions stored up to `last_row` (a row of revisions) only.
  std::vector<ArticlePart> of(const StoredArticle& present, std::int64_t last_row = kNoRow);

 private:
  static constexpr const char* kRevisions =
      "SELECT id, revision, headline, summary, body_bytes FROM revisions WHERE article_id = ?1 AND id <= ?2"
      " ORDER BY revision";
  static constexpr const char* kBody = "SELECT body_bytes, body_coding, body FROM revisions WHERE id = ?1";

  std::string body(std::int64_t row, ArticleId id);

  RevisionFacts facts_;
  Statement revisions_;
  Statement body_;
  BodyCodec codec_;
};

}  // namespace morgue::catalog
