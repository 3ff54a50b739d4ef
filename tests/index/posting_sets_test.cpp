// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/posting_sets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>

#include "index/docid_source.h"

namespace morgue::index {
namespace {

using Xapian::Query;

std::vector<Xapian::docid> by_matcher(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(query);
  std::vector<Xapian::docid> found;
  const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
  for (auto at = matches.begin(); at != matches.end(); ++at) found.push_back(*at);
  return found;
}

std::vector<Xapian::docid> documents_of(const DocSet& set) {
  std::vector<Xapian::docid> found;
  set.for_each([&found](std::uint32_t document) { found.push_back(document); });
  return found;
}

/// Documents of few words, so that every combination occurs.
class PostingSetsTest : public testing::Test {
 protected:
  PostingSetsTest() : database_("", Xapian::DB_BACKEND_INMEMORY) {
    std::mt19937 random(7);
    for (int i = 0; i < 200; ++i) {
      Xapian::Document document;
      for (int word = 0; word < 8; ++word) {
        if (random() % 3 == 0) document.add_posting("w" + std::to_string(word), static_cast<unsigned>(word) + 1);
      }
      database_.add_document(document);
    }
  }

  static Query random_query(std::mt19937& random, int depth) {
    if (depth == 0 || random() % 4 == 0) {
      if (random() % 12 == 0) return Query::MatchAll;
      if (random() % 12 == 0) return Query::MatchNothing;
      return Query("w" + std::to_string(random() % 9));  // w8 is nowhere
    }
    const Query a = random_query(random, depth - 1);
    const Query b = random_query(random, depth - 1);
    switch (random() % 6) {
      case 0:
        return {Query::OP_AND, a, b};
      case 1:
        return {Query::OP_FILTER, a, b};
      case 2:
        return {Query::OP_AND_NOT, a, b};
      case 3:
        return {Query::OP_SYNONYM, a, b};
      case 4:
        return {Query::OP_SCALE_WEIGHT, a, 0.0};
      default:
        return {Query::OP_OR, a, b};
    }
  }

  Xapian::WritableDatabase database_;
};

TEST_F(PostingSetsTest, AreWhatTheMatcherFinds) {
  const PostingLists lists("", database_);
  const PostingSets sets(lists);
  std::mt19937 random(11);
  for (int i = 0; i < 2000; ++i) {
    const Query query = random_query(random, 4);
    const auto expected = by_matcher(database_, query);
    ASSERT_EQ(documents_of(sets.of(query)), expected) << query.get_description();
    ASSERT_EQ(sets.count(query), expected.size()) << query.get_description();
  }
}

TEST_F(PostingSetsTest, AreCountedWithoutTheDead) {
  const PostingLists lists("", database_);
  const PostingSets sets(lists);
  const Docids dead = {1, 2, 3, 150};
  std::mt19937 random(12);
  for (int i = 0; i < 500; ++i) {
    const Query query = random_query(random, 2);
    auto expected = by_matcher(database_, query);
    std::erase_if(expected, [&dead](Xapian::docid document) { return std::ranges::binary_search(dead, document); });
    ASSERT_EQ(sets.count(query, dead), expected.size()) << query.get_description();
  }
}

TEST_F(PostingSetsTest, LeavePositionsAndSourcesToTheMatcher) {
  const PostingLists lists("", database_);
  const PostingSets sets(lists);
  const std::vector<Query> words = {Query("w1"), Query("w2")};
  auto some = std::make_shared<DocidsBySegment>();
  some->emplace(database_.get_uuid(), std::make_shared<const Docids>(Docids{1, 2, 3, 5, 8, 13, 21, 34, 150, 199}));
  const Query source = DocidSource::query(some);
  const Query range(Query::OP_VALUE_GE, 0, "0");
  for (const Query& query :
       {Query(Query::OP_ELITE_SET, words.begin(), words.end()), source, range,
        Query(Query::OP_FILTER, Query("w1"), source), Query(Query::OP_AND_NOT, Query("w1"), source),
        Query(Query::OP_AND_NOT, Query("w8"), source), Query(Query::OP_OR, Query("w1"), source)}) {
    EXPECT_EQ(documents_of(sets.of(query)), by_matcher(database_, query)) << query.get_description();
  }
}

}  // namespace
}  // namespace morgue::index
