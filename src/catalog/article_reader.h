// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "catalog/article_lists.h"
#include "catalog/body_codec.h"
#include "catalog/connection.h"
#include "catalog/revision_facts.h"
#include "catalog/statement.h"
#include "core/article.h"
#include "core/revision.h"

namespace morgue::catalog {

/// Rows to articles. Every text is checked against its hash: Error{Inconsistent} names the article that is damaged.
class ArticleReader {
 public:
  explicit ArticleReader(Connection& connection);

  std::optional<StoredArticle> find(ArticleId id);
  std::vector<Revision> revisions(ArticleId id);
  std::optional<Revision> revision(ArticleId id, std::int64_t number);
  /// Of the present revision; all but the text.
  std::optional<StoredArticle> metadata(ArticleId id);

 private:
  void fill_text(const Cursor& row, StoredArticle& article);
  Revision make_revision(const Cursor& row, const StoredArticle& present);

  Statement article_;
  Statement revision_;
  Statement revisions_;
  ArticleLists lists_;
  RevisionFacts facts_;
  Statement collections_;
  Statement tags_;
  BodyCodec codec_;
};

}  // namespace morgue::catalog
