// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/weighing.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "index/docid_source.h"
#include "tests/index/small_archive.h"

namespace morgue::index {
namespace {

using Xapian::Query;

constexpr const char* kWords[] = {"harbour", "strike", "budget", "mayor", "flood", "vote", "court", "nowhere"};

Query random_query(std::mt19937& random, int depth) {
  if (depth == 0 || random() % 4 == 0) return Query(kWords[random() % std::size(kWords)]);
  const Query a = random_query(random, depth - 1);
  const Query b = random_query(random, depth - 1);
  switch (random() % 5) {
    case 0:
    case 1:
      return {Query::OP_AND, a, b};
    case 2:
      return {Query::OP_FILTER, a, b};
    case 3:
      return {Query::OP_AND_NOT, a, b};
    default:
      return {Query::OP_OR, a, b};
  }
}

class Weighing : public testing::Test {
 protected:
  Weighing() {
    std::mt19937 random(3);
    ArticleId id = 0;
    for (int segment = 0; segment < 3; ++segment) {
      std::vector<StoredArticle> articles;
      for (int i = 0; i < 150; ++i) {
        std::string body;
        for (std::size_t words = 1 + random() % 40; words > 0; --words) {
          body += kWords[random() % (std::size(kWords) - 1)];
          body += random() % 2 == 0 ? " filler " : " ";
        }
        articles.push_back(test::article(++id, "Headline", body));
      }
      archive_.add_segment(articles, segment == 1 ? Docids{3, 4, 90} : Docids{});
    }
    for (const auto& ref : archive_.refs()) segments_.emplace_back(ref);
  }

  /// As Xapian weighs, by segment and document.
  std::map<std::pair<std::size_t, std::uint32_t>, double> expected(const Query& query) const {
    Xapian::Database all;
    auto dead = std::make_shared<DocidsBySegment>();
    for (const auto& segment : segments_) {
      all.add_database(segment.database());
      dead->emplace(segment.uuid(), segment.dead());
    }
    Xapian::Enquire enquire(all);
    enquire.set_query({Query::OP_AND_NOT, query, DocidSource::query(dead)});
    const Xapian::MSet matches = enquire.get_mset(0, all.get_doccount());
    std::map<std::pair<std::size_t, std::uint32_t>, double> weights;
    for (auto at = matches.begin(); at != matches.end(); ++at) {
      const std::size_t number = *at - 1;
      weights[{number % segments_.size(), static_cast<std::uint32_t>(number / segments_.size() + 1)}] = at.get_weight();
    }
    return weights;
  }

  test::SmallArchive archive_;
  std::vector<Segment> segments_;
};

TEST_F(Weighing, IsThatOfXapian) {
  std::mt19937 random(4);
  std::size_t weighed = 0;
  for (int i = 0; i < 400; ++i) {
    const Query query = random_query(random, 4);
    SCOPED_TRACE(query.get_description());
    const auto known = expected(query);
    const auto found = weigh(segments_, query);
    ASSERT_EQ(found.size(), segments_.size());
    std::size_t documents = 0;
    for (std::size_t segment = 0; segment < found.size(); ++segment) {
      documents += found[segment].documents.size();
      for (std::size_t j = 0; j < found[segment].documents.size(); ++j) {
        const auto weight = known.find({segment, found[segment].documents[j]});
        ASSERT_NE(weight, known.end());
        ASSERT_NEAR(found[segment].weights[j], weight->second, 1e-9);
      }
    }
    ASSERT_EQ(documents, known.size());
    weighed += documents;
  }
  EXPECT_GT(weighed, 10'000U);
}

/// A term that is written in several ways weighs like one that is as frequent as the most frequent of them.
TEST_F(Weighing, TakesSynonymsForOneTerm) {
  const auto one = weigh(segments_, Query("strike"));
  const auto twice = weigh(segments_, Query(Query::OP_SYNONYM, Query("strike"), Query("nowhere")));
  for (std::size_t segment = 0; segment < one.size(); ++segment) {
    EXPECT_EQ(one[segment].documents, twice[segment].documents);
    EXPECT_EQ(one[segment].weights, twice[segment].weights);
  }
  const auto both = weigh(segments_, Query(Query::OP_SYNONYM, Query("strike"), Query("vote")));
  std::size_t only_strike = 0;
  for (std::size_t segment = 0; segment < one.size(); ++segment) {
    EXPECT_GT(both[segment].documents.size(), one[segment].documents.size());
    only_strike += one[segment].documents.size();
  }
  EXPECT_GT(only_strike, 0U);
}

}  // namespace
}  // namespace morgue::index
