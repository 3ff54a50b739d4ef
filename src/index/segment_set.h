// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "index/query_compiler.h"
#include "index/searcher.h"
#include "index/segment.h"

namespace morgue::index {

/// The open segments of an archive and what is common to them.
class SegmentSet {
 public:
  explicit SegmentSet(std::vector<SegmentRef> refs);

  [[nodiscard]] const std::vector<Segment>& segments() const { return segments_; }
  /// All segments as one; Xapian deals out their documents in turn.
  [[nodiscard]] const Xapian::Database& all() const { return all_; }
  [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; }

  [[nodiscard]] QueryCompiler compiler() const { return {segments_, all_, reading_languages_, *reader_}; }
  [[nodiscard]] CompiledQuery compile(const query::Node& node) const;
  /// Of the living.
  [[nodiscard]] std::int64_t count(const Xapian::Query& query) const;

 private:
  std::vector<Segment> segments_;
  Xapian::Database all_;
  std::vector<std::string> languages_;
  std::vector<std::string> reading_languages_;  ///< languages, and an empty one for articles without
  std::unique_ptr<QueryReader> reader_ = std::make_unique<QueryReader>();
};

}  // namespace morgue::index
