// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "index/schema.h"
#include "index/segment_set.h"
#include "index/weighing.h"

namespace morgue::index {

struct Ranked {
  SortKey key;
  double score = 0;
  std::int64_t family = 0;  ///< filled in where families are asked for: the id of its founder
};

/// How matches are put in order. Without families only as many as `wanted` are found, where the order allows; with
/// them all are.
class Ranking {
 public:
  explicit Ranking(const SegmentSet& set, bool families) : set_(set), families_(families) {}

  [[nodiscard]] std::vector<Ranked> newest(const Xapian::Query& query, std::size_t wanted) const;
  [[nodiscard]] std::vector<Ranked> oldest(const Xapian::Query& query, std::size_t wanted) const;
  /// Best first, equals newest first; `total` becomes the exact number of matches.
  [[nodiscard]] std::vector<Ranked> relevant(const Xapian::Query& query, std::size_t wanted, std::int64_t& total) const;

 private:
  void read(const Segment& segment, const std::vector<Xapian::docid>& documents, std::vector<Ranked>& ranked) const;
  void add_best(const Segment& segment, const WeighedDocuments& found, double least, std::size_t enough,
                std::vector<Ranked>& ranked) const;

  const SegmentSet& set_;
  bool families_;
};

}  // namespace morgue::index
