// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/weighing.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include "index/posting_sets.h"
#include "index/xapian_error.h"

namespace morgue::index {
namespace {

using Xapian::Query;

constexpr double kK1 = 1;
constexpr double kB = 0.5;
constexpr double kShortest = 0.5;  // in average lengths; shorter documents count as this long

/// A term, or terms that are weighed as one.
struct Part {
  Query query;
  std::vector<Query> within;  ///< counts only where all of these match, too
};

bool is_one(const Query& query) {
  return query.get_type() == Query::LEAF_TERM || query.get_type() == Query::OP_SYNONYM;
}

void collect(const Query& query, const std::vector<Query>& within, std::vector<Part>& parts) {
  if (is_one(query)) {
    parts.push_back({query, within});
    return;
  }
  switch (query.get_type()) {
    case Query::OP_AND:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) collect(query.get_subquery(i), within, parts);
      break;
    case Query::OP_OR:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        const Query part = query.get_subquery(i);
        auto narrower = within;
        // A document may match another part of the OR, and some but not all that this one asks for.
        if (!is_one(part)) narrower.push_back(part);
        collect(part, narrower, parts);
      }
      break;
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      collect(query.get_subquery(0), within, parts);
      break;
    default:
      break;
  }
}

double importance(double documents, double holding) {
  const double odds = (documents - holding + 0.5) / (holding + 0.5);
  // As it stands, a word of more than half of the documents would count against them.
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds) * (kK1 + 1);
}

/// Documents with a part, in all segments; dead ones too, as they are in every count that an index has at hand.
std::uint64_t holding(const std::vector<Segment>& segments, const Query& query) {
  const auto of = [&](std::size_t i) { return holding(segments, query.get_subquery(i)); };
  std::uint64_t documents = 0;
  switch (query.get_type()) {
    case Query::LEAF_TERM: {
      const std::string term = *query.get_terms_begin();
      for (const auto& segment : segments) documents += segment.postings().frequency(term);
      break;
    }
    case Query::OP_SYNONYM:
    case Query::OP_OR:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) documents = std::max(documents, of(i));
      break;
    case Query::OP_AND:
      documents = of(0);
      for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) documents = std::min(documents, of(i));
      break;
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      documents = of(0);
      break;
    default:
      break;
  }
  return documents;
}

/// The matches of one segment.
class Matches {
 public:
  Matches(const Segment& segment, const Query& query, double average_length)
      : lists_(segment.postings()), sets_(lists_), set_(segment.matches(query)) {
    found_.documents.reserve(set_.size());
    set_.for_each([this](std::uint32_t document) { found_.documents.push_back(document); });
    found_.weights.resize(found_.documents.size());
    damping_.resize(found_.documents.size());
    wdf_.resize(found_.documents.size());
    const auto lengths = lists_.lengths(found_.documents);
    std::ranges::transform(lengths, damping_.begin(), [average_length](std::uint32_t length) {
      const double relative = average_length > 0 ? length / average_length : 0;
      return kK1 * (std::max(relative, kShortest) * kB + (1 - kB));
    });
  }

  void add(const Part& part, double importance) {
    if (found_.documents.empty()) return;
    std::fill(wdf_.begin(), wdf_.end(), 0U);
    if (part.within.empty()) {
      add_wdf(part.query, set_);
    } else {
      DocSet within = set_;
      for (const Query& query : part.within) sets_.narrow(within, query, true);
      add_wdf(part.query, within);
    }
    for (std::size_t i = 0; i < wdf_.size(); ++i) {
      const double wdf = wdf_[i];
      found_.weights[i] += importance * (wdf / (damping_[i] + wdf));
    }
  }

  [[nodiscard]] WeighedDocuments take() { return std::move(found_); }

 private:
  /// `within`: some of the matches. Tells the place of each among all, and its wdf.
  template <typename Use>
  void each(PostingList& list, const DocSet& within, Use&& use) const {
    std::size_t at = 0;
    list.for_each([&](const Posting& posting) {
      if (!within.contains(posting.document)) return;
      while (at < found_.documents.size() && found_.documents[at] < posting.document) ++at;
      if (at < found_.documents.size() && found_.documents[at] == posting.document) use(at, posting.wdf);
    });
  }

  void add_wdf(const Query& query, const DocSet& within) {
    switch (query.get_type()) {
      case Query::LEAF_TERM: {
        PostingList list = lists_.list(*query.get_terms_begin());
        each(list, within, [this](std::size_t i, std::uint32_t wdf) { wdf_[i] += wdf; });
        break;
      }
      case Query::OP_SYNONYM:
      case Query::OP_OR:
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) add_wdf(query.get_subquery(i), within);
        break;
      case Query::OP_AND: {
        DocSet narrower = within;
        sets_.narrow(narrower, query, true);
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) add_wdf(query.get_subquery(i), narrower);
        break;
      }
      case Query::OP_FILTER:
      case Query::OP_AND_NOT: {
        DocSet narrower = within;
        for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
          sets_.narrow(narrower, query.get_subquery(i), query.get_type() == Query::OP_FILTER);
        }
        add_wdf(query.get_subquery(0), narrower);
        break;
      }
      default:
        break;
    }
  }

  const PostingLists& lists_;
  PostingSets sets_;
  DocSet set_;
  WeighedDocuments found_;
  std::vector<double> damping_;
  std::vector<std::uint32_t> wdf_;
};

}  // namespace

std::vector<WeighedDocuments> weigh(const std::vector<Segment>& segments, const Query& query) {
  return reading("cannot search the index", "", [&] {
    double documents = 0;
    double length = 0;
    for (const auto& segment : segments) {
      documents += segment.documents();
      length += static_cast<double>(segment.database().get_total_length());
    }
    const double average_length = documents > 0 ? length / documents : 0;
    std::vector<std::unique_ptr<Matches>> matches;
    for (const auto& segment : segments) matches.push_back(std::make_unique<Matches>(segment, query, average_length));
    std::vector<Part> parts;
    collect(query, {}, parts);
    for (const Part& part : parts) {
      const double weight = importance(documents, static_cast<double>(holding(segments, part.query)));
      for (const auto& one : matches) one->add(part, weight);
    }
    std::vector<WeighedDocuments> found;
    for (const auto& one : matches) found.push_back(one->take());
    return found;
  });
}

}  // namespace morgue::index
