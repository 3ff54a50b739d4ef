// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/article.h"
#include "core/findings.h"
#include "index/article_indexer.h"
#include "index/segment_audit.h"

namespace morgue::index {

/// Compares documents with what the analysis of their articles gives now. A segment does not know the terms of a
/// document, so it is read from its first term to its last, and of each document a sum of all its postings is taken,
/// which must be that of the analysis. Memory: 8 bytes a document.
class TermAudit {
 public:
  TermAudit(const Xapian::Database& segment, std::function<void()> ask);

  /// Throws what Xapian throws.
  void compare(std::span<const ExpectedDocument> sample,
               const std::function<std::optional<StoredArticle>(const ExpectedDocument&)>& read, Findings& found);

 private:
  void subtract(const ExpectedDocument& expected, const StoredArticle& article, Findings& found);
  void add_segment(Findings& found);
  /// A term in which they differ.
  std::string difference(const ExpectedDocument& expected, const StoredArticle& article);

  const Xapian::Database& segment_;
  std::function<void()> ask_;
  ArticleIndexer indexer_;
  std::vector<std::uint64_t> sums_;  ///< by docid
  std::vector<bool> sampled_;        ///< by docid
  std::size_t analysed_ = 0;
};

}  // namespace morgue::index
