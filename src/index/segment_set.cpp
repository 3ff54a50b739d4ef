// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment_set.h"

#include <set>
#include <utility>

#include "core/error.h"
#include "index/schema.h"
#include "index/xapian_error.h"

namespace morgue::index {

SegmentSet::SegmentSet(std::vector<SegmentRef> refs) {
  std::set<std::string> uuids;
  std::set<std::string> languages;
  bool without_language = refs.empty();
  for (auto& ref : refs) {
    const std::string location = ref.location;
    const auto& segment = segments_.emplace_back(std::move(ref));
    if (!uuids.insert(segment.uuid()).second) {
      throw Error(ErrorCode::Inconsistent, "the index segment " + location + " is a copy of another one",
                  "run `morgue reindex --full`");
    }
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
  languages_.assign(languages.begin(), languages.end());
  reading_languages_ = languages_;
  if (without_language || languages.empty()) reading_languages_.emplace_back();
}

CompiledQuery SegmentSet::compile(const query::Node& node) const {
  return reading("cannot search the index", "", [&] { return compiler().compile(node); });
}

std::int64_t SegmentSet::count(const Xapian::Query& query) const {
  std::int64_t total = 0;
  for (const auto& segment : segments_) total += segment.count(query);
  return total;
}

}  // namespace morgue::index
