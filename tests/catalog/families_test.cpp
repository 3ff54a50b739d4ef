// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/families.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalog/connection.h"
#include "tests/catalog/catalog_fixture.h"

namespace morgue::catalog {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class FamilyTableTest : public CatalogTest {
 protected:
  ArticleId article(const std::string& key) { return put(make_article(key, "Story " + key, "Body of " + key)).id; }

  template <typename Action>
  void write(Action&& action) {
    Transaction transaction(catalog_, Transaction::Kind::Write);
    action();
    transaction.commit();
  }

  void add(ArticleId id, std::vector<std::uint32_t> sketch) {
    write([&] { table_.add_sketch(id, sketch); });
  }

  /// Ids and numbers of shared hashes.
  std::vector<std::pair<ArticleId, std::size_t>> relatives(ArticleId id, std::vector<std::uint32_t> sketch) {
    std::vector<std::pair<ArticleId, std::size_t>> found;
    for (const Relative& relative : table_.relatives(id, sketch)) found.emplace_back(relative.id, relative.shared);
    return found;
  }

  FamilyTable table_{catalog_};
};

TEST_F(FamilyTableTest, RelativesBySharedHashesThenById) {
  const ArticleId a = article("a");
  const ArticleId b = article("b");
  const ArticleId c = article("c");
  const ArticleId d = article("d");
  add(a, {1, 2, 3});
  add(b, {3, 4, 0xFFFFFFFF});
  add(c, {3, 4, 0xFFFFFFFF, 0x80000000});
  add(d, {9});
  EXPECT_THAT(relatives(0, {3, 4, 0xFFFFFFFF}), ElementsAre(std::pair(b, 3U), std::pair(c, 3U), std::pair(a, 1U)));
  EXPECT_THAT(relatives(b, {0x80000000, 3}), ElementsAre(std::pair(c, 2U), std::pair(a, 1U)));
  EXPECT_THAT(relatives(0, {}), IsEmpty());
  write([&] { table_.remove_sketch(c, std::vector<std::uint32_t>{3, 4, 77}); });
  EXPECT_THAT(relatives(0, {3, 4}), ElementsAre(std::pair(b, 2U), std::pair(a, 1U)));
  write([&] { table_.clear_sketches(); });
  EXPECT_THAT(relatives(0, {3, 4, 9}), IsEmpty());
}

TEST_F(FamilyTableTest, CommonplacesTellNothing) {
  constexpr int kMost = 64;
  for (int i = 0; i < kMost; ++i) add(article("k" + std::to_string(i)), {5});
  EXPECT_EQ(relatives(0, {5}).size(), static_cast<std::size_t>(kMost));
  const ArticleId last = article("last");
  add(last, {5, 6});
  EXPECT_THAT(relatives(0, {5}), IsEmpty());
  EXPECT_THAT(relatives(0, {5, 6}), ElementsAre(std::pair(last, 1U)));
}

TEST_F(FamilyTableTest, SketchesGoWithTheirArticle) {
  const ArticleId a = article("a");
  add(a, {1, 2});
  write([&] { catalog_.connection().execute("DELETE FROM articles WHERE id = " + std::to_string(a)); });
  EXPECT_EQ(catalog_.connection().integer("SELECT count(*) FROM sketches"), 0);
}

TEST_F(FamilyTableTest, MembersAreNamedByTheFounder) {
  const ArticleId a = article("a");
  const ArticleId b = article("b");
  const std::int64_t seq = store_.last_seq();
  EXPECT_EQ(table_.family(b), b);
  write([&] { table_.set_cluster(b, a); });
  EXPECT_EQ(table_.family(b), a);
  EXPECT_EQ(table_.family(a), a);
  EXPECT_TRUE(table_.is_founder(a));
  EXPECT_FALSE(table_.is_founder(b));
  EXPECT_EQ(store_.find(b)->cluster, a);
  EXPECT_EQ(store_.find(a)->cluster, std::nullopt);
  EXPECT_EQ(store_.last_seq(), seq);
}

TEST_F(FamilyTableTest, AChangeByItselfIsPendingWithANewSeq) {
  const ArticleId a = article("a");
  const ArticleId b = article("b");
  write([&] { catalog_.connection().execute("DELETE FROM pending"); });
  const std::int64_t seq = store_.last_seq();
  write([&] { table_.change_cluster(b, std::nullopt); });
  EXPECT_EQ(store_.last_seq(), seq);
  write([&] { table_.change_cluster(b, a); });
  EXPECT_EQ(store_.last_seq(), seq + 1);
  write([&] { table_.change_cluster(b, a); });
  EXPECT_EQ(store_.last_seq(), seq + 1);
  EXPECT_EQ(catalog_.connection().integer("SELECT seq FROM articles WHERE id = " + std::to_string(b)), seq + 1);
  EXPECT_EQ(catalog_.connection().integer("SELECT article_id FROM pending"), b);
}

TEST_F(FamilyTableTest, TextsOfThisAndTheRevisionBefore) {
  const ArticleId a = article("a");
  EXPECT_EQ(table_.text(a)->body, "Body of a");
  EXPECT_EQ(table_.body_bytes(a), 9);
  EXPECT_EQ(table_.body_bytes(a + 1), 0);
  EXPECT_FALSE(table_.text(a, 1));
  EXPECT_FALSE(table_.text(a + 1));
  put(make_article("a", "Story a, again", "Another body"));
  EXPECT_EQ(table_.text(a)->body, "Another body");
  EXPECT_EQ(table_.text(a)->headline, "Story a, again");
  EXPECT_EQ(table_.text(a, 1)->body, "Body of a");
  write([&] { catalog_.connection().execute("UPDATE revisions SET headline = 'forged' WHERE revision = 2"); });
  EXPECT_EQ(error_of([&] { (void)table_.text(a); }).code(), ErrorCode::Inconsistent);
}

TEST_F(FamilyTableTest, ArticlesInPages) {
  const ArticleId a = article("a");
  const ArticleId b = article("b");
  const ArticleId c = article("c");
  EXPECT_THAT(table_.articles(0, 2), ElementsAre(a, b));
  EXPECT_THAT(table_.articles(b, 2), ElementsAre(c));
  EXPECT_THAT(table_.articles(c, 2), IsEmpty());
}

TEST_F(FamilyTableTest, WritesNeedATransaction) {
  const ArticleId a = article("a");
  EXPECT_EQ(error_of([&] { table_.add_sketch(a, std::vector<std::uint32_t>{1}); }).code(), ErrorCode::Internal);
  EXPECT_EQ(error_of([&] { table_.set_cluster(a, std::nullopt); }).code(), ErrorCode::Internal);
}

}  // namespace
}  // namespace morgue::catalog
