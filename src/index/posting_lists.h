// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/doc_set.h"
#include "index/glass_reader.h"
#include "index/posting_chunks.h"

namespace morgue::index {

/// One list, forwards.
class PostingList {
 public:
  explicit PostingList(std::unique_ptr<PostingChunks> chunks) : chunks_(std::move(chunks)) {}

  /// Calls `use` with each posting that is left. The list is at its end then.
  template <typename Use>
  void for_each(Use&& use) {
    for (auto some = chunks_->next(); !some.empty(); some = chunks_->next()) {
      for (const Posting& posting : some) use(posting);
    }
  }
  void add_to(DocSet& set) {
    for (auto some = chunks_->next(); !some.empty(); some = chunks_->next()) set.insert_ascending(some);
  }
  /// The posting of a document; null: it has none. To be asked for documents in ascending order.
  const Posting* find(std::uint32_t document);

 private:
  std::unique_ptr<PostingChunks> chunks_;
  std::span<const Posting> here_;
};

/// The posting lists of one segment, taken from its table chunk by chunk: ten times faster than Xapian hands out one
/// posting after the other. From Xapian all the same, if the table is none that we can read.
class PostingLists {
 public:
  /// `folder`: empty for a database that is not in files.
  PostingLists(const std::string& folder, Xapian::Database segment);

  [[nodiscard]] const Xapian::Database& database() const { return segment_; }
  /// Documents with this term.
  [[nodiscard]] std::uint32_t frequency(std::string_view term) const;
  [[nodiscard]] PostingList list(std::string_view term) const;
  /// Adds the documents with this term. Those of terms that are in a good part of the segment are kept for the next
  /// time: whatever is searched for, languages are the same.
  void add_documents(std::string_view term, DocSet& set) const;
  /// All documents, with their lengths for wdf.
  [[nodiscard]] PostingList all() const;
  /// Of documents in ascending order. Once many were asked for, all are kept.
  [[nodiscard]] std::vector<std::uint32_t> lengths(std::span<const std::uint32_t> documents) const;
  /// Calls `use(document, value)` with each value of a slot, by document; they stand in the same table.
  void for_each_value(std::uint32_t slot, const std::function<void(std::uint32_t, std::string_view)>& use) const;

 private:
  Xapian::Database segment_;
  std::uint32_t documents_;
  std::unique_ptr<glass::TableReader> table_;  ///< null: ask Xapian
  mutable std::map<std::string, DocSet, std::less<>> kept_;
  mutable std::vector<std::uint32_t> lengths_;  ///< by document; empty: not kept
};

}  // namespace morgue::index
