// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/result_list.h"

#include <algorithm>
#include <utility>

#include "browse/wanted.h"

namespace morgue::browse {
namespace {

/// So that a long scroll does not end in holding everything.
constexpr std::size_t kMostPages = 40;

}  // namespace

void ResultList::reset(std::int64_t total, std::vector<Hit> first_page) {
  size_ = static_cast<std::size_t>(std::max<std::int64_t>(total, 0));
  selected_ = top_ = 0;
  pages_.clear();
  pages_.emplace(0, std::move(first_page));
}

void ResultList::add(std::size_t page, std::vector<Hit> hits) {
  if (pages_.size() >= kMostPages) pages_.clear();
  pages_[page] = std::move(hits);
}

const Hit* ResultList::at(std::size_t rank) const {
  if (rank >= size_) return nullptr;
  const auto page = pages_.find(rank / kPage);
  if (page == pages_.end() || rank % kPage >= page->second.size()) return nullptr;
  return &page->second[rank % kPage];
}

std::optional<std::size_t> ResultList::missing(std::size_t rows) const {
  if (size_ == 0) return std::nullopt;
  const std::size_t last = std::min(top_ + std::max<std::size_t>(rows, 1), size_) - 1;
  for (std::size_t page = top_ / kPage; page <= last / kPage; ++page) {
    if (!pages_.contains(page)) return page;
  }
  if (!pages_.contains(selected_ / kPage)) return selected_ / kPage;
  return std::nullopt;
}

void ResultList::select(std::int64_t rank) {
  const std::int64_t last = std::max<std::int64_t>(static_cast<std::int64_t>(size_) - 1, 0);
  selected_ = static_cast<std::size_t>(std::clamp<std::int64_t>(rank, 0, last));
}

void ResultList::keep_in_sight(std::size_t rows) {
  rows = std::max<std::size_t>(rows, 1);
  top_ = std::min(top_, selected_);
  if (selected_ >= top_ + rows) top_ = selected_ - rows + 1;
  // No empty rows below the last one while there are others above.
  if (top_ + rows > size_) top_ = size_ > rows ? size_ - rows : 0;
}

}  // namespace morgue::browse
