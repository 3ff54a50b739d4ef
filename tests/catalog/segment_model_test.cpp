// SPDX-License-Identifier: GPL-2.0-or-later
// Random histories of puts, publishes, merges and misplanned publishes, held to a plain model of what must live.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>
#include <vector>

#include "catalog/connection.h"
#include "catalog/segment_table.h"
#include "tests/catalog/catalog_fixture.h"

namespace morgue::catalog {
namespace {

struct ModelArticle {
  std::int64_t seq = 0;
  std::int64_t date = kUndated;
};

struct ModelSegment {
  std::vector<WorkItem> documents;
  std::set<std::uint32_t> dead;
};

struct Model {
  std::map<ArticleId, ModelArticle> articles;
  std::map<std::int64_t, ModelSegment> segments;

  /// The living documents by article, as (seq, segment, docid).
  using Place = std::tuple<std::int64_t, std::int64_t, std::uint32_t>;
  [[nodiscard]] std::multimap<ArticleId, Place> living() const {
    std::multimap<ArticleId, Place> places;
    for (const auto& [number, segment] : segments) {
      for (std::uint32_t docid = 1; docid <= segment.documents.size(); ++docid) {
        const WorkItem& document = segment.documents[docid - 1];
        if (!segment.dead.contains(docid)) places.emplace(document.id, Place{document.seq, number, docid});
      }
    }
    return places;
  }

  /// Of several living documents of an article the largest (seq, segment, docid) stays; the dead stay dead.
  void publish(std::int64_t number, std::vector<WorkItem> documents, const std::vector<std::int64_t>& absorb) {
    for (const std::int64_t gone : absorb) segments.erase(gone);
    segments[number].documents = std::move(documents);
    std::map<ArticleId, Place> best;
    for (const auto& [article, place] : living()) best[article] = std::max(best[article], place);
    for (const auto& [article, place] : living()) {
      if (!articles.contains(article) || best[article] != place)
        segments[std::get<1>(place)].dead.insert(std::get<2>(place));
    }
  }

  [[nodiscard]] std::set<ArticleId> pending() const {
    std::set<ArticleId> result;
    const auto places = living();
    for (const auto& [id, article] : articles) {
      const auto found = places.find(id);
      if (found == places.end() || std::get<0>(found->second) != article.seq) result.insert(id);
    }
    return result;
  }

  [[nodiscard]] std::vector<ArticleId> work(const std::vector<std::int64_t>& absorb) const {
    std::set<ArticleId> chosen = pending();
    for (const auto& [article, place] : living()) {
      if (std::ranges::find(absorb, std::get<1>(place)) != absorb.end()) chosen.insert(article);
    }
    std::vector<ArticleId> order(chosen.begin(), chosen.end());
    std::ranges::sort(order, [this](ArticleId a, ArticleId b) {
      return std::pair(articles.at(a).date, a) > std::pair(articles.at(b).date, b);
    });
    return order;
  }
};

class SegmentModel : public CatalogTest, public testing::WithParamInterface<unsigned> {
 protected:
  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_); }

  void random_put() {
    Article article = make_article("key " + std::to_string(below(40)), "h", "text " + std::to_string(below(6)));
    if (below(4) != 0) {
      article.published = Timestamp::from_utc_seconds(static_cast<std::int64_t>(below(5)) * 86400 - 2 * 86400);
    }
    const PutResult result = put(article);
    if (result.outcome == Outcome::Unchanged || result.outcome == Outcome::Duplicate) return;
    const auto seq = store_.last_seq();
    for (const auto& [id, other] : model_.articles) EXPECT_GT(seq, other.seq);
    if (result.outcome == Outcome::Outdated) {
      model_.articles.at(result.id).seq = seq;
      return;
    }
    model_.articles[result.id] = {seq, article.published ? article.published->utc_seconds() : kUndated};
  }

  std::vector<std::int64_t> random_segments() {
    std::vector<std::int64_t> chosen;
    for (const auto& [number, segment] : model_.segments) {
      if (below(3) == 0) chosen.push_back(number);
    }
    return chosen;
  }

  void random_publish() {
    const auto absorb = random_segments();
    auto documents = segments_.work_list(absorb);
    switch (below(6)) {
      case 0:  // the catalog moves on while the segment is built
        for (int i = 0; i < 5; ++i) random_put();
        break;
      case 1:  // some are left out
        std::erase_if(documents, [this](const WorkItem&) { return below(3) == 0; });
        break;
      case 2:  // stale, repeated and unknown ones come in
        for (const auto& [number, segment] : model_.segments) {
          if (!segment.documents.empty()) documents.push_back(segment.documents[below(segment.documents.size())]);
        }
        if (!documents.empty()) documents.push_back(documents.front());
        documents.push_back({100000, 1, 0});
        break;
      default:
        break;
    }
    Transaction transaction(catalog_, Transaction::Kind::Write);
    SegmentRow segment;
    segment.number = segments_.next_number();
    EXPECT_GT(segment.number, last_number_);
    segment.location = "seg-" + std::to_string(segment.number);
    segments_.publish(segment, documents, absorb);
    if (below(5) == 0) return;  // killed before the commit
    transaction.commit();
    last_number_ = segment.number;
    model_.publish(segment.number, documents, absorb);
  }

  void compare() {
    const auto live = segments_.live();
    ASSERT_EQ(live.size(), model_.segments.size());
    for (const SegmentRow& row : live) {
      ASSERT_TRUE(model_.segments.contains(row.number));
      const ModelSegment& segment = model_.segments.at(row.number);
      EXPECT_EQ(row.documents, static_cast<std::int64_t>(segment.documents.size()));
      EXPECT_EQ(row.dead, static_cast<std::int64_t>(segment.dead.size()));
      EXPECT_EQ(segments_.tombstones(row.number), std::vector(segment.dead.begin(), segment.dead.end()));
    }
    EXPECT_EQ(segments_.pending_count(), static_cast<std::int64_t>(model_.pending().size()));
    for (const auto& absorb : {std::vector<std::int64_t>{}, random_segments()}) {
      std::vector<ArticleId> order;
      for (const WorkItem& item : segments_.work_list(absorb)) {
        order.push_back(item.id);
        EXPECT_EQ(item.seq, model_.articles.at(item.id).seq);
        EXPECT_EQ(item.date_order, model_.articles.at(item.id).date);
      }
      EXPECT_EQ(order, model_.work(absorb));
    }
    EXPECT_EQ(catalog_.connection().integer("SELECT count(*) FROM pragma_foreign_key_check"), 0);
  }

  std::mt19937 random_{GetParam()};
  SegmentTable segments_{catalog_};
  Model model_;
  std::int64_t last_number_ = 0;
};

TEST_P(SegmentModel, AgreesWithTheCatalog) {
  catalog_.connection().execute("PRAGMA synchronous = OFF");
  for (int step = 0; step < 60; ++step) {
    for (std::size_t i = below(12); i > 0; --i) random_put();
    random_publish();
    compare();
    if (HasFailure()) FAIL() << "seed " << GetParam() << ", step " << step;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, SegmentModel, testing::Range(1U, 9U));

}  // namespace
}  // namespace morgue::catalog
