// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "browse/wanted.h"
#include "core/article.h"
#include "core/period.h"
#include "core/snippet.h"
#include "query/ast.h"

namespace morgue::browse {

/// A row of the list.
struct Hit {
  ArticleId id = 0;
  std::optional<Timestamp> published;
  Snippet headline;
  std::string source;
};

// Answers to a Wanted, or a part of one. `number` is that of the question.

/// The total and the first page.
struct Found {
  std::uint64_t number = 0;
  std::int64_t total = 0;
  std::vector<Hit> hits;
  std::shared_ptr<const query::Node> query;  ///< what was searched for, narrowings included
  std::string unfinished;                    ///< the query with `*` at its end, if only that found anything; else empty
  double took_ms = 0;
};
struct Page {
  std::uint64_t number = 0;
  std::size_t page = 0;
  std::vector<Hit> hits;
};
/// An article with its hits; its body is in `body` only.
struct Read {
  std::uint64_t number = 0;
  ArticleId id = 0;
  bool there = false;  ///< else it is gone from the archive
  StoredArticle article;
  Snippet headline;
  Snippet summary;
  Snippet body;
};
/// The matches over time, without gaps.
struct Spread {
  struct Row {
    std::int64_t hits = 0;
    std::int64_t articles = 0;  ///< that meet the filters; none: the archive knows nothing of this period
  };
  std::uint64_t number = 0;
  PeriodUnit unit = PeriodUnit::Month;
  std::int64_t first = 0;  ///< period of the first row
  std::vector<Row> rows;
};
/// The values of one facet, most frequent first. Periods come as Spread.
struct Counts {
  std::uint64_t number = 0;
  Facet facet = Facet::Author;
  std::vector<std::pair<std::string, std::int64_t>> values;
};
/// Why there is no answer. The last results stay good.
struct Failed {
  std::uint64_t number = 0;
  std::string message;
  std::string hint;
  std::optional<query::Span> span;  ///< of the query, if that is what is wrong
};
/// What became of an export.
struct Exported {
  std::string message;
  bool done = false;
  bool exists = false;  ///< nothing was written, as the file is there already
};

using Answer = std::variant<Found, Page, Read, Spread, Counts, Failed, Exported>;
/// Called in a thread of the engine.
using Emit = std::function<void(Answer)>;

}  // namespace morgue::browse
