// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/posting_sets.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace morgue::index {
namespace {

using Xapian::Query;

/// A list of documents that a query leaves out: those that are dead.
bool is_source(const Query& query) {
  return query.get_type() == Query::LEAF_POSTING_SOURCE;
}

bool all_readable(const Query& query);

bool readable(const Query& query) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
    case Query::LEAF_MATCH_ALL:
    case Query::LEAF_MATCH_NOTHING:
      return true;
    case Query::OP_AND:
    case Query::OP_FILTER:
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_MAX:
    case Query::OP_SCALE_WEIGHT:
      return all_readable(query);
    case Query::OP_AND_NOT:
      return query.get_num_subqueries() == 2 && readable(query.get_subquery(0)) &&
             (is_source(query.get_subquery(1)) || readable(query.get_subquery(1)));
    default:
      return false;
  }
}

bool all_readable(const Query& query) {
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (!readable(query.get_subquery(i))) return false;
  }
  return query.get_num_subqueries() > 0;
}

bool is_any_of_terms(const Query& query) {
  if (query.get_type() == Query::LEAF_TERM) return true;
  if (query.get_type() != Query::OP_OR) return false;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (query.get_subquery(i).get_type() != Query::LEAF_TERM) return false;
  }
  return true;
}

/// Asked for documents in ascending order.
class Postings {
 public:
  Postings(const Xapian::Database& segment, const std::string& term)
      : at_(segment.postlist_begin(term)), end_(segment.postlist_end(term)) {}

  bool has(std::uint32_t document) {
    if (at_ != end_ && *at_ < document) at_.skip_to(document);
    return at_ != end_ && *at_ == document;
  }

 private:
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
};

class Sets {
 public:
  explicit Sets(const Xapian::Database& segment) : segment_(segment), documents_(segment.get_lastdocid()) {}

  DocSet of(const Query& query) {
    DocSet set(documents_);
    switch (query.get_type()) {
      case Query::OP_AND:
      case Query::OP_FILTER:
        return all_of(query);
      case Query::OP_AND_NOT:
        set = of(query.get_subquery(0));
        narrow(set, query.get_subquery(1), false);
        break;
      default:
        add(query, set);
    }
    return set;
  }

  std::uint32_t count(const Query& query) {
    if (query.get_type() == Query::OP_OR || query.get_type() == Query::OP_SYNONYM) return count_any(query, nullptr);
    if (query.get_type() == Query::OP_AND_NOT && query.get_subquery(0).get_type() == Query::OP_OR &&
        is_source(query.get_subquery(1))) {
      const DocSet dead = of(query.get_subquery(1));
      return count_any(query.get_subquery(0), &dead);
    }
    return of(query).size();
  }

 private:
  /// Documents at most.
  [[nodiscard]] std::uint64_t most(const Query& query) const {
    switch (query.get_type()) {
      case Query::LEAF_TERM:
        return segment_.get_termfreq(*query.get_terms_begin());
      case Query::LEAF_MATCH_NOTHING:
        return 0;
      case Query::OP_AND:
      case Query::OP_FILTER: {
        std::uint64_t least = documents_;
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
          least = std::min(least, most(query.get_subquery(i)));
        }
        return least;
      }
      case Query::OP_AND_NOT:
        return most(query.get_subquery(0));
      case Query::OP_OR:
      case Query::OP_SYNONYM:
      case Query::OP_MAX:
      case Query::OP_SCALE_WEIGHT: {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) sum += most(query.get_subquery(i));
        return sum;
      }
      default:
        return documents_;
    }
  }

  DocSet all_of(const Query& query) {
    std::vector<std::pair<std::uint64_t, Query>> parts;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      parts.emplace_back(most(query.get_subquery(i)), query.get_subquery(i));
    }
    std::ranges::stable_sort(parts, {}, &std::pair<std::uint64_t, Query>::first);
    DocSet set = of(parts.front().second);
    for (std::size_t i = 1; i < parts.size(); ++i) narrow(set, parts[i].second, true);
    return set;
  }

  /// Leaves the documents that the query finds, or does not. In a longer list each is looked up: Xapian skips within
  /// its chunks several times faster than it hands out postings.
  void narrow(DocSet& set, const Query& query, bool found) {
    if (most(query) > set.size() && is_any_of_terms(query)) {
      DocSet kept(documents_);
      std::vector<Postings> lists;
      for (auto term = query.get_terms_begin(); term != query.get_terms_end(); ++term) {
        lists.emplace_back(segment_, *term);
      }
      set.for_each([&](std::uint32_t document) {
        const bool there = std::ranges::any_of(lists, [document](Postings& list) { return list.has(document); });
        if (there == found) kept.insert(document);
      });
      set = std::move(kept);
    } else if (found) {
      set &= of(query);
    } else {
      set -= of(query);
    }
  }

  /// The length of the longest list is known: only documents of the others are looked at.
  std::uint32_t count_any(const Query& query, const DocSet* dead) {
    std::size_t longest = 0;
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      if (query.get_subquery(i).get_type() != Query::LEAF_TERM || most(query.get_subquery(i)) <= length) continue;
      longest = i;
      length = most(query.get_subquery(i));
    }
    if (length == 0) {
      DocSet set = of(query);
      if (dead != nullptr) set -= *dead;
      return set.size();
    }
    const std::string term = *query.get_subquery(longest).get_terms_begin();
    DocSet others(documents_);
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      if (i != longest) add(query.get_subquery(i), others);
    }
    auto count = static_cast<std::uint32_t>(length);
    if (dead != nullptr) {
      others -= *dead;
      Postings postings(segment_, term);
      dead->for_each([&](std::uint32_t document) { count -= postings.has(document) ? 1 : 0; });
    }
    Postings postings(segment_, term);
    others.for_each([&](std::uint32_t document) { count += postings.has(document) ? 0 : 1; });
    return count;
  }

  void add(const Query& query, DocSet& set) {
    switch (query.get_type()) {
      case Query::LEAF_TERM:
        add_postings(*query.get_terms_begin(), set);
        break;
      case Query::LEAF_MATCH_ALL:
        set.insert_all();
        break;
      case Query::LEAF_MATCH_NOTHING:
        break;
      case Query::LEAF_POSTING_SOURCE:
        add_matches(query, set);
        break;
      case Query::OP_AND:
      case Query::OP_FILTER:
      case Query::OP_AND_NOT:
        of(query).for_each([&set](std::uint32_t document) { set.insert(document); });
        break;
      default:
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) add(query.get_subquery(i), set);
    }
  }

  void add_postings(const std::string& term, DocSet& set) {
    const auto end = segment_.postlist_end(term);
    for (auto posting = segment_.postlist_begin(term); posting != end; ++posting) set.insert(*posting);
  }

  void add_matches(const Query& query, DocSet& set) {
    Xapian::Enquire enquire(segment_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(query);
    const Xapian::MSet matches = enquire.get_mset(0, segment_.get_doccount());
    for (auto at = matches.begin(); at != matches.end(); ++at) set.insert(*at);
  }

  const Xapian::Database& segment_;
  Xapian::docid documents_;
};

}  // namespace

std::optional<DocSet> posting_set(const Xapian::Database& segment, const Query& query) {
  if (!readable(query)) return std::nullopt;
  return Sets(segment).of(query);
}

std::optional<std::uint32_t> posting_count(const Xapian::Database& segment, const Query& query) {
  if (!readable(query)) return std::nullopt;
  return Sets(segment).count(query);
}

}  // namespace morgue::index
