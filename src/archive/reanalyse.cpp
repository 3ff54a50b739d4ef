// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/reanalyse.h"

#include <algorithm>
#include <cstddef>

#include "catalog/article_store.h"
#include "catalog/collections.h"
#include "core/error.h"
#include "text/analyser.h"

namespace morgue::archive {
namespace {
constexpr std::size_t kBatch = 2000;
}

std::int64_t reanalyse(catalog::Catalog& catalog, const std::vector<ArticleId>& ids,
                       const std::function<bool()>& stop_wanted) {
  catalog::ArticleStore articles(catalog);
  catalog::CollectionTable table(catalog);
  text::Analyser analyser;
  std::int64_t done = 0;
  for (std::size_t begin = 0; begin < ids.size(); begin += kBatch) {
    if (stop_wanted()) {
      throw Error(ErrorCode::Interrupted, "interrupted while analysing articles again", "run the command again");
    }
    catalog::Transaction transaction(catalog, catalog::Transaction::Kind::Write);
    for (std::size_t i = begin; i < std::min(ids.size(), begin + kBatch); ++i) {
      const auto article = articles.find(ids[i]);
      if (!article) continue;
      articles.set_words(ids[i], analyser.count_words(article->body));
      table.touch(ids[i]);
      ++done;
    }
    transaction.commit();
  }
  return done;
}

}  // namespace morgue::archive
