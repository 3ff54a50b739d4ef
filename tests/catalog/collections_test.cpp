// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/collections.h"

#include <gmock/gmock.h>

#include "catalog/checkpoints.h"
#include "catalog/run_details.h"
#include "tests/catalog/catalog_fixture.h"

namespace morgue::catalog {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class CollectionsTest : public CatalogTest {
 protected:
  std::int64_t add(const std::string& name) {
    Transaction transaction(catalog_, Transaction::Kind::Write);
    Collection collection;
    collection.name = name;
    collection.created = 5;
    collection.paths = {"/d/b", "/d/a*"};
    collection.excludes = {"*.part"};
    collection.format = "csv";
    collection.source = "Herald";
    collection.records = "item";
    collection.maps = {"headline=titel", "authors=von"};
    collection.map_file = "/d/map.toml";
    const std::int64_t id = table_.add(collection);
    transaction.commit();
    return id;
  }

  CollectionTable table_{catalog_};
  CheckpointTable checkpoints_{catalog_};
};

TEST_F(CollectionsTest, KeepsEverySetting) {
  const std::int64_t id = add("nightly");
  add("a-first");
  const auto all = table_.list();
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0].name, "a-first");
  const auto found = table_.find("nightly");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, id);
  EXPECT_EQ(found->created, 5);
  EXPECT_THAT(found->paths, ElementsAre("/d/b", "/d/a*")) << "as given";
  EXPECT_THAT(found->excludes, ElementsAre("*.part"));
  EXPECT_EQ(found->format, "csv");
  EXPECT_EQ(found->source, "Herald");
  EXPECT_EQ(found->records, "item");
  EXPECT_THAT(found->maps, ElementsAre("headline=titel", "authors=von"));
  EXPECT_EQ(found->map_file, "/d/map.toml");
  EXPECT_FALSE(table_.find("none"));

  Transaction transaction(catalog_, Transaction::Kind::Write);
  table_.add_paths(id, {"/d/c", "/d/b"}, {"*.tmp"});
  transaction.commit();
  EXPECT_THAT(table_.find("nightly")->paths, ElementsAre("/d/b", "/d/a*", "/d/c")) << "each once";
  EXPECT_THAT(table_.find("nightly")->excludes, ElementsAre("*.part", "*.tmp"));
}

TEST_F(CollectionsTest, MembershipIsAChangeOfTheArticle) {
  const std::int64_t one = add("one");
  const std::int64_t two = add("two");
  const ArticleId article = put(make_article("k", "Story", "It says fog.")).id;
  const std::int64_t seq = store_.last_seq();
  {
    Transaction transaction(catalog_, Transaction::Kind::Write);
    EXPECT_TRUE(table_.join(two, article));
    EXPECT_TRUE(table_.join(one, article));
    EXPECT_FALSE(table_.join(one, article));
    table_.touch(article);
    transaction.commit();
  }
  EXPECT_EQ(store_.last_seq(), seq + 1);
  EXPECT_THAT(store_.find(article)->collections, ElementsAre("one", "two"));
  EXPECT_EQ(table_.size(one).articles, 1);
  {
    Transaction transaction(catalog_, Transaction::Kind::Write);
    EXPECT_EQ(table_.remove(one), 1);
    transaction.commit();
  }
  EXPECT_EQ(store_.last_seq(), seq + 2) << "the index must learn of it";
  EXPECT_THAT(store_.find(article)->collections, ElementsAre("two"));
  EXPECT_FALSE(table_.find("one"));
  EXPECT_NE(add("one"), one) << "numbers are not used again";
}

TEST_F(CollectionsTest, CheckpointsComeBackAsTheyWere) {
  const std::int64_t id = add("nightly");
  Checkpoint file;
  file.path = "/d/b";
  file.size = 10;
  file.modified = -3;
  file.inode = 7;
  file.hash = content_hash({"read"});
  file.edges = content_hash({"edges"});
  file.offset = 8;
  file.unfinished = 2;
  file.records = 4;
  file.read_at = 99;
  Checkpoint bare;
  bare.path = "/d/a";
  bare.problem = "cannot read it";
  Transaction transaction(catalog_, Transaction::Kind::Write);
  checkpoints_.save(id, file);
  checkpoints_.save(id, bare);
  file.records = 5;
  checkpoints_.save(id, file);
  checkpoints_.mark_gone(id, "/d/a", 100);
  checkpoints_.mark_gone(id, "/d/a", 200);
  const auto found = checkpoints_.list(id);
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].path, "/d/a");
  EXPECT_EQ(found[0].problem, "cannot read it");
  EXPECT_EQ(found[0].gone_at, 100) << "since when it is gone";
  EXPECT_FALSE(found[0].hash || found[0].offset || found[0].read_at);
  EXPECT_EQ(found[1].size, 10);
  EXPECT_EQ(found[1].modified, -3);
  EXPECT_EQ(found[1].inode, 7);
  EXPECT_EQ(found[1].hash, file.hash);
  EXPECT_EQ(found[1].edges, file.edges);
  EXPECT_EQ(found[1].offset, 8);
  EXPECT_EQ(found[1].unfinished, 2);
  EXPECT_EQ(found[1].records, 5);
  EXPECT_EQ(found[1].read_at, 99);
  const CollectionSize size = table_.size(id);
  EXPECT_EQ(size.files, 1);
  EXPECT_EQ(size.gone, 1);
  EXPECT_EQ(size.problems, 0) << "of what is gone nobody wants to know";
  EXPECT_EQ(size.unfinished, 1);
  EXPECT_EQ(size.bytes, 10);
  table_.remove(id);
  EXPECT_THAT(checkpoints_.list(id), IsEmpty());
  transaction.commit();
}

TEST_F(CollectionsTest, RunsAreDescribed) {
  RunDetails details(catalog_);
  Transaction transaction(catalog_, Transaction::Kind::Write);
  details.set_collection(run_, {"b", 1, {1, 1, 0, 0, 0, 0}});
  details.set_collection(run_, {"b", 2, {5, 2, 1, 1, 0, 1}});
  details.set_collection(run_, {"a", 0, {}});
  details.add_line(run_, "first");
  details.add_line(run_, "second");
  transaction.commit();
  const auto found = details.collections(run_);
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].collection, "a");
  EXPECT_EQ(found[1].files, 2);
  EXPECT_EQ(found[1].counts.records, 5);
  EXPECT_EQ(found[1].counts.rejected, 1);
  EXPECT_THAT(details.lines(run_), ElementsAre("first", "second"));
  EXPECT_THAT(details.lines(run_ + 1), IsEmpty());
}

}  // namespace
}  // namespace morgue::catalog
