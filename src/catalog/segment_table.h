// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "core/article.h"

namespace morgue::catalog {

struct SegmentFileRow {
  std::string name;
  std::uint64_t size = 0;
  std::string hash;
};

/// A live, immutable index segment.
struct SegmentRow {
  std::int64_t number = 0;  ///< also in its name: seg-000007
  std::string location;     ///< relative to the index folder
  std::int64_t documents = 0;
  std::int64_t dead = 0;  ///< tombstones in it
  std::int64_t max_seq = 0;
  std::string analyser;
  std::string format;
  std::vector<SegmentFileRow> files;
};

/// An article to put into a segment, in the order of docids: newest first, undated last, larger id first among equals.
struct WorkItem {
  ArticleId id = 0;
  std::int64_t seq = 0;
};

/// The list of live segments, who is in which, and who is dead there. The caller provides the transactions.
class SegmentTable {
 public:
  explicit SegmentTable(Catalog& catalog);
  ~SegmentTable();

  /// Newest segment number first.
  std::vector<SegmentRow> live();
  /// Docids superseded in a segment, sorted.
  std::vector<std::uint32_t> tombstones(std::int64_t segment);
  /// A number never used by a published segment.
  std::int64_t next_number();
  /// Articles whose current seq is in no live segment (the index lag).
  std::int64_t pending_count();
  /// The pending articles and the living documents of the segments to absorb, in docid order.
  std::vector<WorkItem> work_list(std::span<const std::int64_t> absorb);
  /// Inserts the segment whose docid i+1 is documents[i], buries what it supersedes in other segments, and removes the
  /// absorbed ones. `segment.documents`, `dead` and `max_seq` are computed from `documents`.
  void publish(const SegmentRow& segment, std::span<const WorkItem> documents, std::span<const std::int64_t> absorb);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::catalog
