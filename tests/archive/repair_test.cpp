// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/repair.h"

#include <gmock/gmock.h>

#include "tests/archive/archive_fixture.h"

namespace morgue::archive {
namespace {

using testing::Contains;
using testing::HasSubstr;

constexpr std::size_t kPage = 4096;

class RepairTest : public ArchiveTest {
 protected:
  RepairTest() {
    ingest(stories(1, 40));
    ingest(story("3", "another text of the third") + story("4", "another text of the fourth"));
    everything_ = everything();
  }

  /// All that a reader can see.
  std::string everything() {
    Reader reader(layout_);
    std::string all;
    reader.for_each(query::parse("*", {}), [&](const StoredArticle& article) {
      all += std::to_string(article.id) + " " + article.key + " " + std::to_string(article.revision) + " " +
             article.headline + " " + article.body + "\n";
      return true;
    });
    return all;
  }
  Repair mend() { return repair(layout_, {}, {}, "morgue verify --repair"); }

  /// Pages of a b-tree.
  std::vector<std::int64_t> pages_of(const std::string& table) {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Read);
    std::vector<std::int64_t> pages;
    auto& connection = catalog.connection();
    const std::string from = " FROM dbstat WHERE name = '" + table + "'";
    for (std::int64_t i = 0; i < connection.integer("SELECT count(*)" + from); ++i) {
      pages.push_back(
          connection.integer("SELECT pageno" + from + " ORDER BY path LIMIT 1 OFFSET " + std::to_string(i)));
    }
    return pages;
  }
  void close_log() {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Write);
    ASSERT_EQ(catalog.connection().integer("PRAGMA wal_checkpoint(TRUNCATE)"), 0);
  }
  void lose_page(std::int64_t page) { flip(layout_.catalog(), static_cast<std::size_t>(page - 1) * kPage, kPage); }
  std::size_t kept_aside() const {
    std::size_t kept = 0;
    for (const auto& entry : std::filesystem::directory_iterator(layout_.root())) {
      kept += entry.path().filename().string().starts_with("catalog.db.damaged-") ? 1U : 0U;
    }
    return kept;
  }

  std::string everything_;
};

TEST_F(RepairTest, ASoundArchiveIsLeftAlone) {
  const auto before = std::filesystem::last_write_time(segments().front());
  const Repair done = mend();
  EXPECT_TRUE(done.done.empty());
  EXPECT_TRUE(done.after.clean());
  EXPECT_EQ(std::filesystem::last_write_time(segments().front()), before);
}

TEST_F(RepairTest, WhatIsDerivedIsMadeAgain) {
  const char* const wrongs[] = {
      "INSERT INTO article_topics (article_id, position, name_id) VALUES (1, 1, 77)",
      "UPDATE meta SET value = 12 WHERE name = 'last_seq'",
      "UPDATE meta SET value = 0 WHERE name = 'last_segment'",
      "UPDATE articles SET seq = 7 WHERE id = 8",
      "UPDATE articles SET cluster = 99 WHERE id = 6",
      "DELETE FROM sketches",
      "INSERT INTO pending VALUES (8)",
      "DELETE FROM pending; DELETE FROM indexed WHERE article_id = 9",
      "INSERT INTO tombstones SELECT segment, docid FROM indexed WHERE article_id = 9",
      "UPDATE indexed SET docid = 1 WHERE docid = 2",
      "INSERT INTO tombstones VALUES (1, 4000)",
      "DELETE FROM segment_files",
      "DELETE FROM segments",
      "INSERT INTO revision_facts VALUES (4000, 'x')",
  };
  for (const char* wrong : wrongs) {
    SCOPED_TRACE(wrong);
    sql(wrong);
    ASSERT_FALSE(look().clean());
    const Repair done = mend();
    EXPECT_TRUE(done.after.clean()) << all_of(done.after);
    EXPECT_FALSE(done.done.empty());
    EXPECT_TRUE(look(true).clean()) << all_of(look(true));
    EXPECT_EQ(everything(), everything_);
  }
  EXPECT_EQ(kept_aside(), 0U);
}

TEST_F(RepairTest, SegmentsAreBuiltAgain) {
  const auto segment = segments().front();
  for (const auto& entry : std::filesystem::directory_iterator(segment)) flip(entry.path(), 100, 50);
  const Repair done = mend();
  EXPECT_TRUE(done.after.clean()) << all_of(done.after);
  EXPECT_THAT(done.done, Contains("1 segment built again from the catalog"));
  EXPECT_FALSE(std::filesystem::exists(segment));
  std::filesystem::remove_all(layout_.index());
  EXPECT_TRUE(mend().after.clean());
  EXPECT_EQ(everything(), everything_);
}

TEST_F(RepairTest, ADamagedTextIsNotMadeUp) {
  sql("UPDATE revisions SET headline = 'Forged' WHERE article_id = 5");
  std::filesystem::remove_all(layout_.index());
  const Repair done = mend();
  EXPECT_FALSE(done.after.clean());
  EXPECT_TRUE(done.after.broken(Check::Kind::Texts));
  EXPECT_EQ(count("*"), 39) << "the others are found";
}

TEST_F(RepairTest, AnyPageOfTheCatalog) {
  close_log();
  const std::string sound = contents(layout_.catalog());
  const auto index = dir_.path() / "index";
  std::filesystem::copy(layout_.index(), index, std::filesystem::copy_options::recursive);
  const std::vector<std::int64_t> articles = pages_of("articles");
  const std::vector<std::int64_t> texts = pages_of("revisions");
  const std::vector<std::int64_t> schema = pages_of("sqlite_schema");
  ASSERT_FALSE(articles.empty());
  for (std::int64_t page = 2; page <= static_cast<std::int64_t>(sound.size() / kPage); ++page) {
    SCOPED_TRACE("page " + std::to_string(page));
    std::filesystem::remove_all(layout_.root());
    layout_.create();
    std::ofstream(layout_.catalog(), std::ios::binary) << sound;
    std::filesystem::copy(index, layout_.index(),
                          std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
    lose_page(page);
    if (std::ranges::find(schema, page) != schema.end()) {
      EXPECT_THAT(error_of([&] { mend(); }).hint(), HasSubstr("morgue restore"));
      EXPECT_EQ(kept_aside(), 0U);
      continue;
    }
    if (look().clean()) continue;
    const bool lost =
        std::ranges::find(texts, page) != texts.end() || std::ranges::find(articles, page) != articles.end();
    try {
      const Repair done = mend();
      EXPECT_TRUE(done.after.clean()) << all_of(done.after);
      EXPECT_FALSE(done.done.empty());
      if (!lost) {
        EXPECT_EQ(everything().size() >= everything_.size(), true) << testing::PrintToString(done.done);
      }
    } catch (const Error& error) {
      // All rows of the articles on the one page that their table has.
      EXPECT_TRUE(lost && page == articles.front() && articles.size() == 1) << error.message();
      EXPECT_THAT(error.hint(), HasSubstr("morgue restore"));
      EXPECT_EQ(kept_aside(), 0U);
    }
  }
}

TEST_F(RepairTest, ACatalogCutShort) {
  ingest(stories(100, 400));
  close_log();
  const auto size = std::filesystem::file_size(layout_.catalog());
  std::filesystem::resize_file(layout_.catalog(), size - 3 * kPage - 100);
  EXPECT_EQ(error_of([&] { look(); }).code(), ErrorCode::Inconsistent);
  const Repair done = mend();
  EXPECT_TRUE(done.after.clean()) << all_of(done.after);
  EXPECT_THAT(done.done, Contains(HasSubstr("were saved into a new catalog; the damaged one is")));
  EXPECT_EQ(kept_aside(), 1U);
  EXPECT_GT(count("*"), 300);
}

TEST_F(RepairTest, WhatWasWithdrawnStaysSo) {
  desk().withhold(plan({7}), because("court order"));
  desk().purge(plan({8}, true), because("a letter"));
  close_log();
  const auto pages = pages_of("takedowns");
  ASSERT_EQ(pages.size(), 1U);
  lose_page(pages.front());
  const Repair done = mend();
  EXPECT_TRUE(done.after.clean()) << all_of(done.after);
  EXPECT_EQ(count("*"), 38);
  EXPECT_EQ(ingest(stories(7, 8)).withdrawn, 1);
  EXPECT_EQ(count("*"), 38);
  EXPECT_EQ(value("SELECT count(*) FROM takedowns WHERE state = 'purged'"), 1);
}

TEST_F(RepairTest, AnotherProgramsDatabaseIsNotTouched) {
  std::filesystem::remove_all(layout_.root());
  layout_.create();
  {
    catalog::Connection other(layout_.catalog(), catalog::Connection::Mode::Write);
    other.execute("CREATE TABLE letters (text TEXT)");
  }
  const std::string before = contents(layout_.catalog());
  EXPECT_EQ(error_of([&] { mend(); }).code(), ErrorCode::Inconsistent);
  EXPECT_EQ(contents(layout_.catalog()), before);
  EXPECT_EQ(kept_aside(), 0U);
}

}  // namespace
}  // namespace morgue::archive
