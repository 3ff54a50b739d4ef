// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
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

/// `date_order` of an article without a date: sorts behind all others.
inline constexpr std::int64_t kUndated = std::numeric_limits<std::int64_t>::min();

/// A live, immutable index segment.
struct SegmentRow {
  std::int64_t number = 0;  ///< also in its name: seg-000007
  std::string location;     ///< relative to the index folder
  std::int64_t documents = 0;
  std::int64_t dead = 0;  ///< tombstones in it
  std::int64_t max_seq = 0;
  std::optional<std::int64_t> oldest;  ///< smallest date_order in it; absent when all are undated
  std::optional<std::int64_t> newest;
  std::string analyser;
  std::string format;
  std::vector<SegmentFileRow> files;
};

/// An article to put into a segment, in the order of docids: newest first, undated last, larger id first among equals.
struct WorkItem {
  ArticleId id = 0;
  std::int64_t seq = 0;
  std::int64_t date_order = kUndated;  ///< UTC seconds at the start of the publication date
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
  /// What a search at a moment (seconds since 1970-01-01 UTC) must leave out, sorted: the tombstones, and living
  /// documents of articles under embargo.
  std::vector<std::uint32_t> left_out(std::int64_t segment, std::int64_t now);
  /// A number never used by a published segment.
  std::int64_t next_number();
  /// Articles whose current seq is in no live segment (the index lag).
  std::int64_t pending_count();
  /// The pending articles and the living documents of the segments to absorb, in docid order.
  std::vector<WorkItem> work_list(std::span<const std::int64_t> absorb);
  /// Inserts the segment whose docid i+1 is documents[i], buries what it supersedes in other segments, and removes the
  /// absorbed ones. `segment.documents`, `dead`, `max_seq`, `oldest` and `newest` are computed from `documents`. A
  /// document whose article is gone, or newer in another segment, is dead at birth; an absorbed article that is not
  /// among `documents` is pending again. Numbers must rise from one publish to the next. In a transaction of the
  /// caller.
  void publish(const SegmentRow& segment, std::span<const WorkItem> documents, std::span<const std::int64_t> absorb);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::catalog
