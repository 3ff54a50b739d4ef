// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment_set.h"

#include <set>
#include <utility>

#include "core/error.h"
#include "index/schema.h"
#include "index/xapian_error.h"

namespace morgue::index {

SegmentSet::SegmentSet(std::vector<SegmentRef> refs) {
  auto dead = std::make_shared<DocidsBySegment>();
  std::set<std::string> languages;
  bool without_language = refs.empty();
  for (auto& ref : refs) {
    const std::string location = ref.location;
    const auto& segment = segments_.emplace_back(std::move(ref));
    if (!dead->emplace(segment.uuid(), segment.dead()).second) {
      throw Error(ErrorCode::Inconsistent, "the index segment " + location + " is a copy of another one",
                  "run `morgue reindex --full`");
    }
    any_dead_ = any_dead_ || !segment.dead()->empty();
    reading("cannot open the index segment", location, [&] {
      const Xapian::Database& database = segment.database();
      all_.add_database(database);
      const std::string first(prefix::kLanguage);
      for (auto at = database.allterms_begin(first); at != database.allterms_end(first); ++at) {
        languages.insert((*at).substr(first.size()));
      }
      without_language = without_language || database.term_exists(std::string(prefix::kNoLanguage));
    });
  }
  dead_ = std::move(dead);
  languages_.assign(languages.begin(), languages.end());
  reading_languages_ = languages_;
  if (without_language || languages.empty()) reading_languages_.emplace_back();
}

CompiledQuery SegmentSet::compile(const query::Node& node) const {
  return reading("cannot search the index", "", [&] {
    auto compiled = compiler().compile(node);
    compiled.query = living(compiled.query);
    return compiled;
  });
}

Xapian::Query SegmentSet::living(const Xapian::Query& query) const {
  if (!any_dead_) return query;
  return {Xapian::Query::OP_AND_NOT, query, DocidSource::query(dead_)};
}

std::int64_t SegmentSet::count(const Xapian::Query& living) const {
  std::int64_t total = 0;
  for (const auto& segment : segments_) total += segment.count(living);
  return total;
}

}  // namespace morgue::index
