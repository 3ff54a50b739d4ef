// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "catalog/connection.h"
#include "core/article.h"

namespace morgue::catalog {

/// A list of an article: the member, the table of its names, and the table that links the two in order.
struct ListField {
  std::vector<std::string> Article::*member;
  const char* names;
  const char* links;
};

inline constexpr std::array<ListField, 5> kListFields = {{
    {&Article::authors, "authors", "article_authors"},
    {&Article::topics, "topics", "article_topics"},
    {&Article::places, "places", "article_places"},
    {&Article::people, "people", "article_people"},
    {&Article::organizations, "organizations", "article_organizations"},
}};

/// Authors, topics and the other lists of articles.
class ArticleLists {
 public:
  explicit ArticleLists(Connection& connection);
  ~ArticleLists();

  /// For an article that has none yet.
  void insert(ArticleId id, const Article& article);
  void remove(ArticleId id);
  void read(ArticleId id, Article& article);

 private:
  struct List;
  std::vector<std::unique_ptr<List>> lists_;
};

}  // namespace morgue::catalog
