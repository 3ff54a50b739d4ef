// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/article.h"
#include "core/findings.h"

namespace morgue::index {

/// A document of a segment, as the catalog knows it.
struct ExpectedDocument {
  std::uint32_t docid = 0;
  ArticleId id = 0;
  std::int64_t seq = 0;
  std::int64_t date_order = 0;
  bool current = false;  ///< made of the present article; of another the date may have changed since
};

/// Looks at one segment from end to end. What Xapian cannot read is a finding. Nothing is written. `go_on` is asked now
/// and then; false throws Error{Interrupted}.
class SegmentAudit {
 public:
  SegmentAudit(std::filesystem::path folder, std::function<bool()> go_on);
  ~SegmentAudit();

  /// Xapian's own check of every block and number, and that it counts `documents`; where nothing may be written, a look
  /// at every term, its documents and positions.
  Findings structure(std::int64_t documents);
  /// Whether the documents are those of these articles (living ones, by docid): id, place in time, what they say about
  /// themselves, and the term by which each is found.
  Findings documents(std::span<const ExpectedDocument> living);
  /// Analyses these articles again and compares: every term with its frequency and positions, every value. `read` gives
  /// the article, or nothing if that cannot be had.
  Findings terms(std::span<const ExpectedDocument> sample,
                 const std::function<std::optional<StoredArticle>(const ExpectedDocument&)>& read);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::index
