// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "core/error.h"
#include "index/blob.h"
#include "index/posting_sets.h"
#include "index/segment_builder.h"
#include "index/xapian_error.h"

namespace morgue::index {
namespace {

constexpr const char* kRebuild = "`morgue reindex --full` builds the index again from the catalog";

constexpr Xapian::termcount kManyTerms = 300;

[[noreturn]] void throw_damaged(const std::string& location, const std::string& what) {
  throw Error(ErrorCode::Inconsistent, "the index segment " + location + " is damaged: " + what, kRebuild);
}

}  // namespace

Segment::Segment(SegmentRef ref)
    : location_(std::move(ref.location)), dead_(std::make_shared<const Docids>(std::move(ref.dead))) {
  reading("cannot open the index segment", location_, [this] {
    database_ = Xapian::Database(location_, Xapian::DB_BACKEND_GLASS);
    uuid_ = database_.get_uuid();
    documents_ = database_.get_doccount();
    const std::string analyser = database_.get_metadata(kAnalyserKey);
    if (analyser != current_analyser()) {
      throw Error(ErrorCode::Version,
                  "the index segment " + location_ + " was built with " +
                      (analyser.empty() ? "an unknown text analysis" : "text analysis " + analyser) +
                      "; this program uses " + current_analyser(),
                  "run `morgue reindex --full`");
    }
    check_files();
    postings_ = std::make_unique<PostingLists>(location_, database_);
  });
}

/// To Xapian a lost table is an empty one.
void Segment::check_files() const {
  if (documents_ == 0) return;
  const std::filesystem::path folder(location_);
  if (!std::filesystem::exists(folder / "docdata.glass")) throw_damaged(location_, "docdata.glass is missing");
  if (!database_.get_metadata(kFormsKey).empty() && !std::filesystem::exists(folder / "synonym.glass")) {
    throw_damaged(location_, "synonym.glass is missing");
  }
}

const WordList& Segment::words() const {
  if (!words_) {
    words_ = std::make_shared<const WordList>(
        reading("cannot read the words of", location_, [&] { return read_blob(database_, kWordsBlob); }));
  }
  return *words_;
}

/// Left to the matcher, which stops early; but not thousands of words, which it would compare at every document.
std::vector<Xapian::docid> Segment::first(const Xapian::Query& query, Xapian::doccount limit) const {
  return reading("cannot search the index segment", location_, [&] {
    std::vector<Xapian::docid> found;
    if (documents_ == 0 || limit == 0) return found;
    if (query.get_length() > kManyTerms) {
      found = all(query);
      if (found.size() > limit) found.resize(limit);
      return found;
    }
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);  // the one order in which it does
    enquire.set_query(dead_->empty() ? query
                                     : Xapian::Query(Xapian::Query::OP_AND_NOT, query,
                                                     DocidSource::query(std::make_shared<const DocidsBySegment>(
                                                         DocidsBySegment{{uuid_, dead_}}))));
    const Xapian::MSet matches = enquire.get_mset(0, std::min(limit, documents_));
    found.reserve(matches.size());
    for (auto at = matches.begin(); at != matches.end(); ++at) found.push_back(*at);
    return found;
  });
}

DocSet Segment::matches(const Xapian::Query& query) const {
  return reading("cannot search the index segment", location_, [&] {
    DocSet found = PostingSets(*postings_).of(query);
    found -= *dead_;
    return found;
  });
}

std::vector<Xapian::docid> Segment::all(const Xapian::Query& query) const {
  const DocSet matching = matches(query);
  std::vector<Xapian::docid> found;
  found.reserve(matching.size());
  matching.for_each([&found](std::uint32_t document) { found.push_back(document); });
  return found;
}

Xapian::doccount Segment::count(const Xapian::Query& query) const {
  return reading("cannot search the index segment", location_,
                 [&] { return PostingSets(*postings_).count(query, *dead_); });
}

Xapian::doccount Segment::count_among(const Xapian::Query& query, const Docids& documents) const {
  return reading("cannot search the index segment", location_, [&] {
    const DocSet found = PostingSets(*postings_).of(query);
    return static_cast<Xapian::doccount>(
        std::ranges::count_if(documents, [&found](std::uint32_t document) { return found.contains(document); }));
  });
}

std::vector<SortKey> Segment::keys(const std::vector<Xapian::docid>& documents) const {
  return reading("cannot read the index segment", location_, [&] {
    std::vector<SortKey> keys;
    if (documents.empty()) return keys;
    keys.reserve(documents.size());
    auto value = database_.valuestream_begin(kSortKeySlot);
    const auto end = database_.valuestream_end(kSortKeySlot);
    for (const Xapian::docid document : documents) {
      if (value != end) value.skip_to(document);
      SortKey key;
      if (value == end || value.get_docid() != document || !decode(*value, key)) {
        throw_damaged(location_, "document " + std::to_string(document) + " has no place in date order");
      }
      keys.push_back(key);
    }
    return keys;
  });
}

std::vector<std::int64_t> Segment::families(const std::vector<Xapian::docid>& documents) const {
  return reading("cannot read the index segment", location_, [&] {
    std::vector<std::int64_t> families(documents.size(), 0);
    auto value = database_.valuestream_begin(kFamilySlot);
    const auto end = database_.valuestream_end(kFamilySlot);
    for (std::size_t i = 0; i < documents.size() && value != end; ++i) {
      value.skip_to(documents[i]);
      if (value == end || value.get_docid() != documents[i]) continue;
      if (!decode_number(*value, families[i])) {
        throw_damaged(location_, "document " + std::to_string(documents[i]) + " has an impossible family");
      }
    }
    return families;
  });
}

void Segment::count_days(const Xapian::Query& query, std::vector<DateCount>& counts) const {
  const DocSet found = matches(query);
  reading("cannot read the index segment", location_, [&] {
    if (!days_) days_.emplace(*postings_);
    days_->count(found, counts);
  });
}

void Segment::tally(query::FieldId field, const Xapian::Query& query, FacetColumn::Counts& counts) const {
  const DocSet documents = matches(query);
  reading("cannot read the index segment", location_, [&] {
    auto column = columns_.find(field);
    if (column == columns_.end()) column = columns_.emplace(field, FacetColumn(database_, field)).first;
    column->second.tally(documents, counts);
  });
}

}  // namespace morgue::index
