// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "catalog/article_lists.h"
#include "catalog/body_codec.h"
#include "catalog/connection.h"
#include "catalog/statement.h"
#include "core/article.h"

namespace morgue::catalog {

/// Rows to articles. Every text is checked against its hash: Error{Inconsistent} names the article that is damaged.
class ArticleReader {
 public:
  explicit ArticleReader(Connection& connection);

  std::optional<StoredArticle> find(ArticleId id);
  std::vector<StoredArticle> revisions(ArticleId id);

 private:
  /// All but the text.
  std::optional<StoredArticle> metadata(ArticleId id);
  void fill_text(const Cursor& row, StoredArticle& article);

  Statement article_;
  Statement revision_;
  Statement revisions_;
  ArticleLists lists_;
  Statement collections_;
  BodyCodec codec_;
};

}  // namespace morgue::catalog
