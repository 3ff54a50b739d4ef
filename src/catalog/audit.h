// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "catalog/catalog.h"
#include "core/article.h"
#include "core/findings.h"

namespace morgue::catalog {

/// The living document of an article, and by what it should be recognised.
struct Place {
  std::uint32_t docid = 0;
  ArticleId id = 0;
  std::int64_t seq = 0;         ///< of the article when the document was made
  std::int64_t date_order = 0;  ///< of the article now; kUndated
  bool current = false;         ///< the document is made of the present text and metadata
};

/// Whether a catalog is what schema/README.md says. In one read transaction of the caller; changes nothing. A page that
/// cannot be read is a finding, too.
class Audit {
 public:
  explicit Audit(Catalog& catalog);
  ~Audit();

  /// SQLite's own integrity check: every page, every row, every index.
  Findings structure();
  /// Rows that refer to others which are not there.
  Findings references();
  /// Articles have their present text; changes are numbered without repeats up to the last number given.
  Findings articles();
  /// Every text unpacks and is the one that was stored. `go_on` is asked now and then; false throws
  /// Error{Interrupted}.
  Findings texts(const std::function<bool()>& go_on);
  /// Founders of families exist and found; every text that is long enough to have a sketch has one.
  Findings families();
  /// What must hold after every transaction between articles, documents, tombstones and pending articles.
  Findings places();

  /// The living documents of a segment, by docid.
  std::vector<Place> living(std::int64_t segment);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::catalog
