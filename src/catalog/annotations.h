// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/change_stamp.h"
#include "catalog/statement.h"
#include "core/article.h"

namespace morgue::catalog {

/// A tag, and how many articles that may be shown have it.
struct TagCount {
  std::string name;
  std::int64_t articles = 0;
};

/// Tags and notes that researchers give to articles. Whatever dumps bring, they stay until somebody takes them off.
/// Writing needs a transaction of the caller, who marks what has changed: the index knows them.
class AnnotationTable {
 public:
  explicit AnnotationTable(Catalog& catalog);

  /// `folded` is what tags are told apart by: a tag that is there already keeps the name it has. True if the article
  /// did not have it.
  bool add_tag(ArticleId article, std::string_view name, std::string_view folded);
  /// True if the article had it. A tag that no article has is forgotten.
  bool remove_tag(ArticleId article, std::string_view folded);
  /// Those of articles that may be shown at `now`, by name.
  std::vector<TagCount> tags(std::int64_t now);

  /// Empty if there is none.
  std::string note(ArticleId article);
  /// An empty one removes it. True if it is another one than before.
  bool set_note(ArticleId article, std::string_view note);

  /// The article is different for the index from now on.
  void mark(ArticleId article) { changes_.mark(article); }

 private:
  Connection& connection_;
  ChangeStamp changes_;
  Statement insert_tag_;
  Statement link_;
  Statement unlink_;
  Statement forget_;
  Statement counts_;
  Statement note_;
  Statement write_note_;
  Statement remove_note_;
};

}  // namespace morgue::catalog
