// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/docid_source.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace morgue::index {

DocidSource::DocidSource(std::shared_ptr<const DocidsBySegment> sets) : sets_(std::move(sets)) {}

Xapian::Query DocidSource::query(std::shared_ptr<const DocidsBySegment> sets) {
  auto source = std::make_unique<DocidSource>(std::move(sets));
  // release() hands the object to Xapian's reference count.
  return Xapian::Query(source.release()->release());
}

Xapian::doccount DocidSource::count() const {
  return set_ == nullptr ? 0 : static_cast<Xapian::doccount>(set_->size());
}

void DocidSource::next(double /*min_wt*/) {
  ++next_;
}

void DocidSource::skip_to(Xapian::docid did, double /*min_wt*/) {
  const std::size_t from = next_ == 0 ? 0 : next_ - 1;
  if (set_ == nullptr || from >= set_->size()) {
    next_ = count() + std::size_t{1};
    return;
  }
  const auto begin = set_->begin() + static_cast<std::ptrdiff_t>(from);
  next_ = static_cast<std::size_t>(std::lower_bound(begin, set_->end(), did) - set_->begin()) + 1;
}

DocidSource* DocidSource::clone() const {
  return std::make_unique<DocidSource>(sets_).release();
}

void DocidSource::init(const Xapian::Database& db) {
  const auto found = sets_->find(db.get_uuid());
  set_ = found == sets_->end() ? nullptr : found->second.get();
  next_ = 0;
}

std::string DocidSource::get_description() const {
  return "DocidSource()";
}

}  // namespace morgue::index
