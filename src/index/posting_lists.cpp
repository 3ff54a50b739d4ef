// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/posting_lists.h"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "index/glass_posting_chunks.h"
#include "index/glass_value_chunks.h"
#include "index/glass_version.h"

namespace morgue::index {
namespace {

constexpr std::size_t kAtOnce = 512;
constexpr std::uint32_t kGoodPart = 8;
constexpr std::size_t kMostKept = 64;
constexpr std::uint32_t kFew = 1000;  // lengths read in the time in which one is looked up

class XapianChunks final : public PostingChunks {
 public:
  /// Of an empty term: the lengths of all documents.
  XapianChunks(const Xapian::Database& segment, const std::string& term)
      : lengths_(term.empty()), at_(segment.postlist_begin(term)), end_(segment.postlist_end(term)) {}

  std::span<const Posting> next() override {
    postings_.clear();
    for (; at_ != end_ && postings_.size() < kAtOnce; ++at_) {
      postings_.push_back({*at_, lengths_ ? at_.get_doclength() : at_.get_wdf()});
    }
    return postings_;
  }
  std::span<const Posting> seek(std::uint32_t document) override {
    if (!postings_.empty() && postings_.back().document >= document) return postings_;
    if (at_ != end_) at_.skip_to(document);
    return next();
  }

 private:
  bool lengths_;
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
  std::vector<Posting> postings_;
};

}  // namespace

const Posting* PostingList::find(std::uint32_t document) {
  if (here_.empty() || here_.back().document < document) {
    here_ = chunks_->seek(document);
    if (here_.empty()) return nullptr;
  }
  const auto at = std::ranges::lower_bound(here_, document, {}, &Posting::document);
  here_ = here_.subspan(static_cast<std::size_t>(at - here_.begin()));
  return !here_.empty() && here_.front().document == document ? &here_.front() : nullptr;
}

PostingLists::PostingLists(const std::string& folder, Xapian::Database segment)
    : segment_(std::move(segment)), documents_(segment_.get_lastdocid()) {
  if (folder.empty()) return;
  const std::filesystem::path path(folder);
  if (const auto root = glass::read_postlist_root(path)) {
    table_ = std::make_unique<glass::TableReader>(path / "postlist.glass", *root);
  }
}

std::uint32_t PostingLists::frequency(std::string_view term) const {
  return table_ ? glass::frequency(*table_, term) : segment_.get_termfreq(std::string(term));
}

PostingList PostingLists::list(std::string_view term) const {
  if (table_) return PostingList(glass::read_postings(*table_, term));
  return PostingList(std::make_unique<XapianChunks>(segment_, std::string(term)));
}

void PostingLists::add_documents(std::string_view term, DocSet& set) const {
  if (const auto kept = kept_.find(term); kept != kept_.end()) {
    set |= kept->second;
  } else if (kept_.size() < kMostKept && frequency(term) > documents_ / kGoodPart) {
    DocSet documents(documents_);
    list(term).add_to(documents);
    set |= kept_.emplace(term, std::move(documents)).first->second;
  } else {
    list(term).add_to(set);
  }
}

PostingList PostingLists::all() const {
  if (table_) return PostingList(glass::read_lengths(*table_));
  return PostingList(std::make_unique<XapianChunks>(segment_, std::string()));
}

void PostingLists::for_each_value(std::uint32_t slot,
                                  const std::function<void(std::uint32_t, std::string_view)>& use) const {
  if (table_) {
    glass::read_values(*table_, slot, use);
    return;
  }
  const auto end = segment_.valuestream_end(slot);
  for (auto value = segment_.valuestream_begin(slot); value != end; ++value) use(value.get_docid(), *value);
}

std::vector<std::uint32_t> PostingLists::lengths(std::span<const std::uint32_t> documents) const {
  std::vector<std::uint32_t> lengths(documents.size());
  if (lengths_.empty() && documents.size() < documents_ / kFew) {
    PostingList list = all();
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const Posting* found = list.find(documents[i]);
      lengths[i] = found == nullptr ? 0 : found->wdf;
    }
    return lengths;
  }
  if (lengths_.empty()) {
    lengths_.resize(documents_ + std::size_t{1});
    all().for_each([this](const Posting& posting) {
      if (posting.document <= documents_) lengths_[posting.document] = posting.wdf;
    });
  }
  std::ranges::transform(documents, lengths.begin(), [this](std::uint32_t document) { return lengths_.at(document); });
  return lengths;
}

}  // namespace morgue::index
