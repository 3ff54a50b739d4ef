// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/posting_sets.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace morgue::index {
namespace {

using Xapian::Query;

/// Postings that are read in the time in which one document is looked up in a list.
constexpr std::uint64_t kLookUp = 500;

/// For the matcher: not made of posting lists.
bool is_opaque(const Query& query) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
    case Query::LEAF_MATCH_ALL:
    case Query::LEAF_MATCH_NOTHING:
    case Query::OP_AND:
    case Query::OP_FILTER:
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_MAX:
    case Query::OP_SCALE_WEIGHT:
    case Query::OP_AND_NOT:
      return false;
    default:
      return true;
  }
}

bool is_any_of_terms(const Query& query) {
  if (query.get_type() == Query::LEAF_TERM) return true;
  if (query.get_type() != Query::OP_OR && query.get_type() != Query::OP_SYNONYM) return false;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (query.get_subquery(i).get_type() != Query::LEAF_TERM) return false;
  }
  return true;
}

bool is_term_without_term(const Query& query) {
  return query.get_num_subqueries() == 2 && query.get_subquery(0).get_type() == Query::LEAF_TERM &&
         query.get_subquery(1).get_type() == Query::LEAF_TERM;
}

std::string term_of(const Query& leaf) {
  return *leaf.get_terms_begin();
}

}  // namespace

DocSet PostingSets::of(const Query& query) const {
  DocSet set(documents_);
  switch (query.get_type()) {
    case Query::OP_AND:
    case Query::OP_FILTER:
      return all_of(query);
    case Query::OP_AND_NOT:
      set = of(query.get_subquery(0));
      for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) narrow(set, query.get_subquery(i), false);
      break;
    default:
      add(query, set);
  }
  return set;
}

std::uint32_t PostingSets::count(const Query& query, const Docids& dead) const {
  if (query.get_type() == Query::LEAF_TERM) return count_any({query}, dead);
  if (query.get_type() == Query::OP_OR || query.get_type() == Query::OP_SYNONYM) {
    std::vector<Query> parts;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) parts.push_back(query.get_subquery(i));
    return count_any(parts, dead);
  }
  DocSet set = of(query);
  set -= dead;
  return set.size();
}

/// Documents at most.
std::uint64_t PostingSets::most(const Query& query) const {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return lists_.frequency(term_of(query));
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

/// The shortest list first; what only the matcher can tell last, of the documents that are left then.
DocSet PostingSets::all_of(const Query& query) const {
  struct Part {
    bool opaque;
    std::uint64_t most;
    Query query;
  };
  std::vector<Part> parts;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    const Query part = query.get_subquery(i);
    parts.push_back({is_opaque(part), most(part), part});
  }
  std::ranges::stable_sort(parts, {}, [](const Part& part) { return std::pair(part.opaque, part.most); });
  DocSet set = of(parts.front().query);
  for (std::size_t i = 1; i < parts.size(); ++i) narrow(set, parts[i].query, true);
  return set;
}

void PostingSets::narrow(DocSet& set, const Query& query, bool found) const {
  if (is_opaque(query)) {
    auto candidates = std::make_shared<Docids>();
    set.for_each([&](std::uint32_t document) { candidates->push_back(document); });
    if (candidates->empty()) return;
    auto sets = std::make_shared<DocidsBySegment>();
    sets->emplace(lists_.database().get_uuid(), std::move(candidates));
    DocSet matches(documents_);
    add_matches(Query(Query::OP_FILTER, DocidSource::query(std::move(sets)), query), matches);
    found ? set &= matches : set -= matches;
  } else if (is_any_of_terms(query) && most(query) > set.size() * kLookUp) {
    look_up(set, query, found);
  } else {
    found ? set &= of(query) : set -= of(query);
  }
}

void PostingSets::look_up(DocSet& set, const Query& query, bool found) const {
  std::vector<PostingList> lists;
  for (auto term = query.get_terms_begin(); term != query.get_terms_end(); ++term) lists.push_back(lists_.list(*term));
  DocSet kept(documents_);
  set.for_each([&](std::uint32_t document) {
    const auto has = [document](PostingList& list) { return list.find(document) != nullptr; };
    if (std::ranges::any_of(lists, has) == found) kept.insert(document);
  });
  set = std::move(kept);
}

/// The length of the longest list is known: if there are few others, only their documents are looked up in it.
std::uint32_t PostingSets::count_any(const std::vector<Query>& parts, const Docids& dead) const {
  std::size_t longest = parts.size();
  std::uint64_t length = 0;
  std::uint64_t rest = dead.size();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::uint64_t part = most(parts[i]);
    if (parts[i].get_type() == Query::LEAF_TERM && part > length) {
      rest += length;
      length = part;
      longest = i;
    } else {
      rest += part;
    }
  }
  DocSet others(documents_);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != longest) add(parts[i], others);
  }
  if (longest == parts.size() || rest * kLookUp > length) {
    if (longest < parts.size()) add(parts[longest], others);
    others -= dead;
    return others.size();
  }
  others -= dead;
  const std::string term = term_of(parts[longest]);
  auto count = static_cast<std::uint32_t>(length);
  PostingList list = lists_.list(term);
  for (const std::uint32_t document : dead) count -= list.find(document) != nullptr ? 1 : 0;
  PostingList again = lists_.list(term);
  others.for_each([&](std::uint32_t document) { count += again.find(document) != nullptr ? 0 : 1; });
  return count;
}

void PostingSets::add(const Query& query, DocSet& set) const {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      lists_.add_documents(term_of(query), set);
      break;
    case Query::LEAF_MATCH_ALL:
      if (lists_.database().get_doccount() == documents_) {
        set.insert_all();
      } else {
        lists_.all().add_to(set);
      }
      break;
    case Query::LEAF_MATCH_NOTHING:
      break;
    case Query::OP_AND_NOT:
      if (is_term_without_term(query)) {
        add_without(query, set);
        break;
      }
      [[fallthrough]];
    case Query::OP_AND:
    case Query::OP_FILTER:
      set |= of(query);
      break;
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_MAX:
    case Query::OP_SCALE_WEIGHT:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) add(query.get_subquery(i), set);
      break;
    default:
      add_matches(query, set);
  }
}

/// As words of the body are written: hundreds of these, of a few documents each, are not worth a set each.
void PostingSets::add_without(const Query& query, DocSet& set) const {
  PostingList without = lists_.list(term_of(query.get_subquery(1)));
  lists_.list(term_of(query.get_subquery(0))).for_each([&](const Posting& posting) {
    if (without.find(posting.document) == nullptr) set.insert(posting.document);
  });
}

void PostingSets::add_matches(const Query& query, DocSet& set) const {
  Xapian::Enquire enquire(lists_.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  const Xapian::MSet matches = enquire.get_mset(0, lists_.database().get_doccount());
  for (auto at = matches.begin(); at != matches.end(); ++at) set.insert(*at);
}

}  // namespace morgue::index
