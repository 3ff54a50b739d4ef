// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "archive/layout.h"
#include "archive/verify.h"
#include "catalog/article_store.h"
#include "catalog/catalog.h"
#include "catalog/segment_table.h"
#include "index/segment_audit.h"

namespace morgue::archive {

/// One live segment: its files, what Xapian says, and whether it holds what the catalog says. In a read transaction of
/// the caller.
class SegmentVerifier {
 public:
  SegmentVerifier(const Layout& layout, catalog::Catalog& catalog, const catalog::SegmentRow& row,
                  const VerifyOptions& options);

  /// `documents`: living ones in all segments, of which the sample is drawn.
  std::vector<Check> run(std::int64_t documents);

 private:
  Check check(Check::Kind kind, std::string said, Findings found) const;
  [[nodiscard]] std::vector<index::ExpectedDocument> living() const;
  [[nodiscard]] std::vector<index::ExpectedDocument> draw(const std::vector<index::ExpectedDocument>& living,
                                                          std::int64_t documents) const;
  std::optional<StoredArticle> article(const index::ExpectedDocument& document);

  catalog::Catalog& catalog_;
  catalog::ArticleStore articles_;
  const catalog::SegmentRow& row_;
  const VerifyOptions& options_;
  std::filesystem::path folder_;
};

}  // namespace morgue::archive
