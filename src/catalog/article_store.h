// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/prepared_text.h"
#include "core/article.h"
#include "core/revision.h"

namespace morgue::catalog {

/// What became of a record's article.
enum class Outcome {
  Added,
  Revised,
  Outdated,  ///< a revision, too, but an earlier one than the present
  Unchanged,
  Duplicate
};

/// When an article that its publisher withholds may be shown.
inline constexpr std::int64_t kForever = std::numeric_limits<std::int64_t>::max();

struct PutResult {
  Outcome outcome = Outcome::Added;
  ArticleId id = 0;
};

/// Articles with their authors, topics and other lists, and every revision of their text.
/// Identity is (source, key); without a key the hash of headline, date and body. A text (headline, summary, body) that
/// any revision of the article already has is Duplicate when that revision came in the same run, else Unchanged;
/// another text is a new revision. Each stored change takes the next `seq`. A text that its publisher issued before the
/// present one (by `updated`, else `published`, both known to the second) becomes an earlier revision: the present text
/// and metadata stay. The metadata of a revision that is not the present one are kept with it. Embargo and status
/// follow the newest record of the present text, even when nothing else changes.
class ArticleStore {
 public:
  explicit ArticleStore(Catalog& catalog);
  ~ArticleStore();

  /// In a transaction of the caller; `run` is one of RunLog's. A revision also replaces metadata and lists.
  /// Throws Error{Input} for a body above 256 MiB, with nothing written; after any other Error roll back.
  PutResult put(const Article& article, std::int64_t run);
  /// The same with what a TextPreparer made of the article.
  PutResult put(const Article& article, const PreparedText& prepared, std::int64_t run);

  /// With the body of the current revision.
  std::optional<StoredArticle> find(ArticleId id);
  /// The same with `changed`: what the index wants to know.
  std::optional<StoredArticle> find_with_changes(ArticleId id);
  /// All revisions, oldest first, with the metadata that each had.
  std::vector<Revision> revisions(ArticleId id);
  std::optional<Revision> revision(ArticleId id, std::int64_t number);
  /// Seconds since 1970-01-01 UTC until when an article must not be shown, kForever if that is not known; empty: show
  /// it.
  std::optional<std::int64_t> hidden_until(ArticleId id);
  /// Of the present text, counted anew. In a transaction of the caller, who sees to it that the index learns of it.
  void set_words(ArticleId id, std::int64_t words);
  std::int64_t count();
  /// Largest `seq` given so far; 0 in an empty archive.
  std::int64_t last_seq();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

enum class FacetField { Author, Topic, Source, Section, Language };

/// How often each value occurs among the articles, most frequent first, ties by value; `limit` 0 is no limit.
/// Periods are those of core/period.h: undated articles have none, nor have those whose date is known by less.
std::vector<std::pair<std::string, std::int64_t>> facet_counts(Catalog& catalog, FacetField field,
                                                               std::span<const ArticleId> articles, std::size_t limit);

}  // namespace morgue::catalog
