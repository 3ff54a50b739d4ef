// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "index/position_list.h"

namespace morgue::index {

/// First and last position of something found in a document.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const Span&) const = default;
};
using Spans = std::vector<Span>;

/// Positions that count, both included.
struct Zone {
  std::uint32_t first = 0;
  std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
  bool operator==(const Zone&) const = default;
};

/// Finds spans in documents of one segment, asked for in ascending order.
class SpanCursor {
 public:
  virtual ~SpanCursor() = default;
  /// Adds what the document has; sorted, each once.
  virtual void collect(Xapian::docid document, Spans& found) = 0;
  virtual bool any(Xapian::docid document);
  /// Whether what is found is the positions of one word, all of them: walk() gives them then without putting them in a
  /// list first.
  [[nodiscard]] virtual bool is_plain() const { return false; }
  virtual PositionList::Walk walk(Xapian::docid /*document*/) { return {}; }
  /// Documents that may have something, at most.
  [[nodiscard]] virtual Xapian::doccount frequency() const = 0;

 private:
  Spans spans_;
};

/// What to look for by position: the part of a query that Xapian's own operators cannot do (phrases, wildcards and the
/// same word twice within proximity) or cannot do within a zone.
class SpanPlan {
 public:
  virtual ~SpanPlan() = default;
  [[nodiscard]] virtual std::unique_ptr<SpanCursor> bind(const Xapian::Database& segment, const Zone& zone) const = 0;
};
using SpanPlanPtr = std::shared_ptr<const SpanPlan>;

struct SpanTerm {
  std::string term;                      ///< a word, of the text or of a value
  std::vector<std::string> not_in = {};  ///< documents with any of these terms do not count
  /// A term of a way of writing (schema.h); empty: none. With `written` only the positions that are written so count,
  /// or all others.
  std::string form = {};
  bool written = true;
};
/// Any of the terms; each covers `width` positions (a pair of CJK characters: 2).
SpanPlanPtr term_spans(std::vector<SpanTerm> terms, std::uint32_t width);

struct SpanPlace {
  SpanPlanPtr spans;
  std::uint32_t offset = 0;  ///< of its beginning, from that of the first place
};
/// All places at their distances.
SpanPlanPtr sequence_spans(std::vector<SpanPlace> places);
/// Both, as query::Near says.
SpanPlanPtr near_spans(SpanPlanPtr first, SpanPlanPtr second, std::uint32_t distance, bool ordered);
SpanPlanPtr any_spans(std::vector<SpanPlanPtr> of);

}  // namespace morgue::index
