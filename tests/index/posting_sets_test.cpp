// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/posting_sets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

/// Documents of few words, so that every combination occurs.
class PostingSets : public testing::Test {
 protected:
  PostingSets() : database_("", Xapian::DB_BACKEND_INMEMORY) {
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

TEST_F(PostingSets, AreWhatTheMatcherFinds) {
  std::mt19937 random(11);
  int told = 0;
  for (int i = 0; i < 2000; ++i) {
    const Query query = random_query(random, 4);
    const auto set = posting_set(database_, query);
    const auto expected = by_matcher(database_, query);
    if (!set) continue;  // SYNONYM of nothing and the like become something else
    ++told;
    std::vector<Xapian::docid> found;
    set->for_each([&found](std::uint32_t document) { found.push_back(document); });
    ASSERT_EQ(found, expected) << query.get_description();
    ASSERT_EQ(set->size(), expected.size());
    ASSERT_EQ(posting_count(database_, query), expected.size()) << query.get_description();
  }
  EXPECT_GT(told, 1900);
}

TEST_F(PostingSets, LeaveOutADeadList) {
  auto dead = std::make_shared<DocidsBySegment>();
  dead->emplace(database_.get_uuid(), std::make_shared<const Docids>(Docids{1, 2, 3, 150}));
  const Query query(Query::OP_AND_NOT, Query::MatchAll, DocidSource::query(dead));
  const auto set = posting_set(database_, query);
  ASSERT_TRUE(set);
  EXPECT_EQ(set->size(), 196U);
  const Query words(Query::OP_OR, Query("w1"), Query("w2"));
  const Query living(Query::OP_AND_NOT, words, DocidSource::query(dead));
  EXPECT_EQ(posting_count(database_, living), by_matcher(database_, living).size());
}

TEST_F(PostingSets, AreNotForPositionsAndSources) {
  const std::vector<Query> words = {Query("w1"), Query("w2")};
  EXPECT_FALSE(posting_set(database_, Query(Query::OP_PHRASE, words.begin(), words.end())));
  const Query source = DocidSource::query(std::make_shared<DocidsBySegment>());
  EXPECT_FALSE(posting_set(database_, source));
  EXPECT_FALSE(posting_set(database_, Query(Query::OP_FILTER, Query("w1"), source)));
}

}  // namespace
}  // namespace morgue::index
