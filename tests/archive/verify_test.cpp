// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/verify.h"

#include <gmock/gmock.h>

#include "tests/archive/archive_fixture.h"

namespace morgue::archive {
namespace {

using Kind = Check::Kind;
using testing::HasSubstr;

class VerifyTest : public ArchiveTest {
 protected:
  VerifyTest() { ingest(stories(1, 30)); }

  /// That this kind of check, and no other, finds what is wrong.
  void expect_found(Kind kind, const std::string& sentence, bool deep = false) {
    const Verification found = look(deep);
    EXPECT_TRUE(found.broken(kind)) << all_of(found);
    for (const Check& check : found.checks) {
      EXPECT_TRUE(check.kind == kind || check.state != Check::State::Problem) << check.said << "\n" << all_of(found);
    }
    EXPECT_THAT(all_of(found), HasSubstr(sentence));
    EXPECT_EQ(found.command(), "morgue verify --repair");
    EXPECT_FALSE(found.still_fine().empty());
  }
};

TEST_F(VerifyTest, ASoundArchive) {
  ingest(story("3", "another text"));
  ingest(stories(40, 41));
  const Verification found = look(true);
  EXPECT_TRUE(found.clean()) << all_of(found);
  EXPECT_EQ(found.articles, 32);
  EXPECT_GT(found.segments, 0);
  EXPECT_EQ(found.command(), "");
  EXPECT_EQ(found.still_fine(), "");
}

TEST_F(VerifyTest, EachRuleOfTheCatalogIsLookedAt) {
  struct Wrong {
    Kind kind;
    const char* sql;
    const char* undo;
    const char* sentence;
  };
  const Wrong wrongs[] = {
      {Kind::References, "INSERT INTO article_topics (article_id, position, name_id) VALUES (1, 1, 77)",
       "DELETE FROM article_topics", "a row of article_topics"},
      {Kind::Articles, "UPDATE articles SET revision = 2 WHERE id = 4", "UPDATE articles SET revision = 1 WHERE id = 4",
       "article 4 has no text: revision 2 is missing"},
      {Kind::Articles, "UPDATE meta SET value = 12 WHERE name = 'last_seq'",
       "UPDATE meta SET value = 30 WHERE name = 'last_seq'", "but only 12 were given"},
      {Kind::Texts, "UPDATE revisions SET headline = 'Forged' WHERE article_id = 5",
       "UPDATE revisions SET headline = 'Story 5' WHERE article_id = 5",
       "article 5, revision 1: the text is not what was stored"},
      {Kind::Families, "UPDATE articles SET cluster = 99 WHERE id = 6",
       "UPDATE articles SET cluster = NULL WHERE id = 6",
       "article 6 is in the family of article 99, which there is not"},
      {Kind::Families, "CREATE TABLE kept AS SELECT * FROM sketches; DELETE FROM sketches WHERE article_id = 7",
       "INSERT OR IGNORE INTO sketches SELECT * FROM kept; DROP TABLE kept", "article 7 has no sketch"},
      {Kind::Places, "INSERT INTO pending VALUES (8)", "DELETE FROM pending",
       "article 8 waits for the index, where it already is"},
      {Kind::Places, "INSERT INTO tombstones SELECT segment, docid FROM indexed WHERE article_id = 9",
       "DELETE FROM tombstones", "article 9 lives in a document that is dead"},
      {Kind::Places, "UPDATE meta SET value = 0 WHERE name = 'last_segment'",
       "UPDATE meta SET value = 1 WHERE name = 'last_segment'", "numbered beyond the last"},
  };
  for (const Wrong& wrong : wrongs) {
    SCOPED_TRACE(wrong.sql);
    sql(wrong.sql);
    expect_found(wrong.kind, wrong.sentence);
    sql(wrong.undo);
    ASSERT_TRUE(look().clean()) << all_of(look());
  }
}

TEST_F(VerifyTest, EachFileOfASegment) {
  const auto segment = segments().front();
  for (const auto& entry : std::filesystem::directory_iterator(segment)) {
    SCOPED_TRACE(entry.path().string());
    const auto file = entry.path();
    const auto size = std::filesystem::file_size(file);
    flip(file, size / 2, 8);
    expect_found(Kind::Files, "is not what was written");
    EXPECT_EQ(look().damaged_segments(), std::set<std::int64_t>{1});
    flip(file, size / 2, 8);
    const std::string whole = contents(file);
    std::ofstream(file, std::ios::binary) << whole.substr(0, size - 1);
    expect_found(Kind::Files, "bytes instead of");
    std::ofstream(file, std::ios::binary) << whole;
    std::filesystem::rename(file, dir_.path() / "away");
    expect_found(Kind::Files, "is missing");
    std::filesystem::rename(dir_.path() / "away", file);
  }
}

TEST_F(VerifyTest, WhatASegmentSaysOfAnotherArticle) {
  // The catalog believes that the documents of two articles are each other's.
  sql("UPDATE indexed SET docid = 31 - docid WHERE docid IN (1, 30)");
  expect_found(Kind::Documents, "is that of article");
}

TEST_F(VerifyTest, DeepComparesWordsAndPositionsWithTheText) {
  // An article gets the text of another, with its hash and its number of words: all that is stored fits.
  ingest(stories(50, 50));
  sql("CREATE TABLE kept AS SELECT headline, summary, text_hash, body_bytes, body FROM revisions WHERE article_id = 31;"
      "UPDATE revisions SET (headline, summary, text_hash, body_bytes, body, body_coding) ="
      " (SELECT headline, summary, text_hash, body_bytes, body, (SELECT body_coding FROM revisions WHERE article_id ="
      " 31) FROM kept), words = (SELECT words FROM revisions WHERE article_id = 31) WHERE article_id = 3;"
      "DROP TABLE kept");
  EXPECT_TRUE(look().clean()) << all_of(look());
  expect_found(Kind::Terms, "article 3: its document", true);
}

TEST_F(VerifyTest, StubAndDebris) {
  std::filesystem::remove(layout_.current());
  expect_found(Kind::Stub, "does not name the live segments");
  std::ofstream(layout_.current()) << "glass seg-000001\n";
  std::filesystem::create_directory(layout_.index() / "seg-000077");
  expect_found(Kind::Debris, "seg-000077 belongs to no live segment");
  std::filesystem::remove(layout_.index() / "seg-000077");
  // Not ours, and no harm.
  std::ofstream(layout_.index() / "notes.txt") << "mine";
  EXPECT_TRUE(look().clean()) << all_of(look());
}

TEST_F(VerifyTest, WhatWaitsForTheIndexIsNoProblem) {
  sql("UPDATE articles SET seq = 31 WHERE id = 2; UPDATE meta SET value = 31 WHERE name = 'last_seq';"
      "INSERT INTO pending VALUES (2)");
  const Verification found = look(true);
  EXPECT_TRUE(found.clean()) << all_of(found);
  EXPECT_EQ(found.checks.back().said, "1 article waits for the index: the next `morgue reindex` adds them");
}

TEST_F(VerifyTest, InterruptedWhenAsked) {
  VerifyOptions options;
  options.go_on = [] { return false; };
  EXPECT_EQ(error_of([&] { verify(layout_, options); }).code(), ErrorCode::Interrupted);
}

TEST_F(VerifyTest, AnyPageOfTheCatalogThatIsLost) {
  {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Write);
    ASSERT_EQ(catalog.connection().integer("PRAGMA wal_checkpoint(TRUNCATE)"), 0);
  }
  const std::string sound = contents(layout_.catalog());
  const std::size_t pages = sound.size() / 4096;
  ASSERT_GT(pages, 40U);
  int quiet = 0;
  int unreadable = 0;
  for (std::size_t page = 1; page < pages; ++page) {
    SCOPED_TRACE("page " + std::to_string(page + 1));
    std::string damaged = sound;
    damaged.replace(page * 4096, 4096, 4096, 'Z');
    std::ofstream(layout_.catalog(), std::ios::binary) << damaged;
    Verification found;
    try {
      found = look();
    } catch (const Error& error) {
      // Its schema: nothing can be asked any more.
      EXPECT_EQ(error.code(), ErrorCode::Inconsistent);
      EXPECT_THAT(error.hint(), HasSubstr("morgue restore"));
      EXPECT_LT(++unreadable, 5);
      continue;
    }
    quiet += found.clean() ? 1 : 0;
    if (found.clean()) continue;
    EXPECT_TRUE(found.broken(Kind::Catalog));
    EXPECT_FALSE(found.still_fine().empty());
  }
  std::ofstream(layout_.catalog(), std::ios::binary) << sound;
  EXPECT_TRUE(look().clean());
  EXPECT_LT(quiet, 4) << "only free pages may be lost unnoticed";
}

}  // namespace
}  // namespace morgue::archive
