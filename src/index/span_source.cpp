// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/span_source.h"

#include <utility>

namespace morgue::index {

Xapian::Query SpanSource::filter(const Xapian::Query& candidates, SpanPlanPtr plan, const Zone& zone) {
  auto source = std::make_unique<SpanSource>(std::move(plan), zone);
  // release() hands the object to Xapian's reference count.
  return {Xapian::Query::OP_FILTER, candidates, Xapian::Query(source.release()->release())};
}

void SpanSource::skip_to(Xapian::docid document, double /*min_wt*/) {
  // The cursor knows no next document; candidates come from elsewhere, so this is hardly ever asked.
  for (document_ = document; document_ <= last_ && !cursor_->any(document_); ++document_) {
  }
}

bool SpanSource::check(Xapian::docid document, double /*min_wt*/) {
  document_ = document;
  return cursor_->any(document);
}

SpanSource* SpanSource::clone() const {
  return std::make_unique<SpanSource>(plan_, zone_).release();
}

void SpanSource::init(const Xapian::Database& segment) {
  cursor_ = plan_->bind(segment, zone_);
  document_ = 0;
  last_ = segment.get_lastdocid();
}

}  // namespace morgue::index
