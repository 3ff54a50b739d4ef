// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/annotations.h"

#include <gmock/gmock.h>

#include "archive/backup.h"
#include "archive/compact.h"
#include "archive/purge.h"
#include "archive/reindex.h"
#include "archive/repair.h"
#include "tests/archive/archive_fixture.h"

namespace morgue::archive {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class AnnotationsTest : public ArchiveTest {
 protected:
  std::int64_t tag(std::vector<ArticleId> ids, std::vector<std::string> add, std::vector<std::string> remove = {}) {
    return change_tags(layout_, {std::move(ids), std::move(add), std::move(remove)}, options());
  }
  bool note(ArticleId id, const std::string& text, NoteEdit edit = NoteEdit::Append) {
    return change_note(layout_, id, edit, text, options());
  }
  static AnnotationOptions options() {
    AnnotationOptions options;
    options.command = "morgue note";
    return options;
  }
  void expect_kept(const Layout& layout) {
    Reader reader(layout);
    EXPECT_EQ(reader.matches(query::parse("tagged:\"to check\"", {})), std::vector<ArticleId>({3, 2}));
    EXPECT_EQ(reader.matches(query::parse("note:\"what i think\"", {})), std::vector<ArticleId>({2}));
    EXPECT_THAT(reader.find(2)->user_tags, ElementsAre("To check"));
    EXPECT_EQ(reader.find(2)->user_note, "What I think");
  }
  void annotate_some() {
    ingest(stories(1, 30));
    tag({2, 3}, {"To check"});
    note(2, "What I think");
  }
};

TEST_F(AnnotationsTest, AreFoundAtOnce) {
  annotate_some();
  expect_kept(layout_);
  EXPECT_EQ(count("has:tagged"), 2);
  EXPECT_EQ(count("has:note"), 1);
  EXPECT_EQ(count("has:tag"), 0) << "tag: is what dumps call a topic";
  EXPECT_EQ(count("tagged:check"), 0) << "a tag is a whole";
  EXPECT_EQ(count("tagged:\"TO CHÉCK\""), 2);
  EXPECT_EQ(count("note:think note:i"), 1);
  EXPECT_EQ(count("think"), 0) << "a note is no text of the article";
  EXPECT_EQ(tag({1, 2}, {"to CHECK"}), 1) << "one had it";
  EXPECT_EQ(tag({1, 2, 3}, {}, {"To Check"}), 3);
  EXPECT_EQ(count("has:tagged"), 0);
  EXPECT_TRUE(look(true).clean()) << all_of(look(true));
}

TEST_F(AnnotationsTest, StayWhateverIsDoneToTheArchive) {
  annotate_some();
  ingest(story("2", "Another text about the harbour, which is no longer what it was."));
  EXPECT_EQ(value("SELECT revision FROM articles WHERE id = 2"), 2);
  expect_kept(layout_);
  IndexOptions full;
  full.full = true;
  reindex(layout_, full, "morgue reindex");
  expect_kept(layout_);
  CompactOptions quietly;
  quietly.step = [](const std::string&) {};
  compact(layout_, quietly, "morgue compact");
  expect_kept(layout_);
  back_up(layout_, dir_.path() / "copy", {}, "morgue backup");
  expect_kept(Layout(dir_.path() / "copy"));
  const Layout again(dir_.path() / "again");
  restore(dir_.path() / "copy", again, {}, "morgue restore");
  expect_kept(again);
  std::filesystem::remove_all(layout_.index());
  repair(layout_, {}, {}, "morgue verify --repair");
  expect_kept(layout_);
}

TEST_F(AnnotationsTest, AreSavedFromADamagedCatalog) {
  annotate_some();
  {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Write);
    ASSERT_EQ(catalog.connection().integer("PRAGMA wal_checkpoint(TRUNCATE)"), 0);
  }
  constexpr std::size_t kPage = 4096;
  const auto page = value("SELECT max(pageno) FROM dbstat WHERE name = 'article_topics'");
  flip(layout_.catalog(), static_cast<std::size_t>(page - 1) * kPage, kPage);
  const Repair done = repair(layout_, {}, {}, "morgue verify --repair");
  EXPECT_TRUE(done.after.clean()) << all_of(done.after);
  expect_kept(layout_);
}

TEST_F(AnnotationsTest, ACatalogFromBeforeThemIsSavedToo) {
  ingest(stories(1, 30));
  sql("DROP TABLE notes; DROP TABLE article_tags; DROP TABLE tags");
  {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Write);
    ASSERT_EQ(catalog.connection().integer("PRAGMA wal_checkpoint(TRUNCATE)"), 0);
  }
  constexpr std::size_t kPage = 4096;
  const auto page = value("SELECT max(pageno) FROM dbstat WHERE name = 'article_topics'");
  flip(layout_.catalog(), static_cast<std::size_t>(page - 1) * kPage, kPage);
  const Repair done = repair(layout_, {}, {}, "morgue verify --repair");
  EXPECT_TRUE(done.after.clean()) << all_of(done.after);
  EXPECT_EQ(count("*"), 30);
  EXPECT_EQ(tag({4}, {"x"}), 1);
}

TEST_F(AnnotationsTest, AllAreTaggedOrNone) {
  ingest(stories(1, 3));
  EXPECT_THAT(error_of([&] { tag({1, 77}, {"x"}); }).message(), HasSubstr("there is no article 77"));
  EXPECT_EQ(value("SELECT count(*) FROM article_tags"), 0);
  desk().withhold(plan({2}), because("a letter"));
  EXPECT_THAT(error_of([&] { tag({1, 2}, {"x"}); }).message(), HasSubstr("a letter"));
  EXPECT_THAT(error_of([&] { note(2, "x"); }).message(), HasSubstr("a letter"));
  ingest(story("e", "An embargoed text.", R"(,"embargo":"9999-01-01")"));
  EXPECT_EQ(error_of([&] { tag({4}, {"x"}); }).code(), ErrorCode::Usage);
  EXPECT_EQ(count("has:tagged"), 0);
}

TEST_F(AnnotationsTest, TagsAreOneLineOfText) {
  EXPECT_EQ(tag_of("  #Two \n words "), "Two words");
  EXPECT_EQ(tag_of("re\xCC\x81sume\xCC\x81\x1b"), "r\xC3\xA9sum\xC3\xA9");
  for (const char* none : {"", " ", "#", "\x1b", "a;b", "a|b"}) {
    EXPECT_EQ(error_of([&] { tag_of(none); }).code(), ErrorCode::Usage) << none;
  }
  EXPECT_EQ(tag_of(std::string(100, 'x')), std::string(100, 'x'));
  EXPECT_EQ(error_of([&] { tag_of(std::string(101, 'x')); }).code(), ErrorCode::Usage);
}

TEST_F(AnnotationsTest, NotesGrowLineByLine) {
  ingest(stories(1, 2));
  EXPECT_TRUE(note(1, "one"));
  EXPECT_TRUE(note(1, "two\n\n\nthree\x1b[1m"));
  EXPECT_EQ(Reader(layout_).find(1)->user_note, "one\ntwo\n\nthree[1m");
  EXPECT_TRUE(note(1, "four", NoteEdit::Replace));
  EXPECT_FALSE(note(1, "four", NoteEdit::Replace));
  EXPECT_EQ(Reader(layout_).find(1)->user_note, "four");
  EXPECT_EQ(error_of([&] { note(1, " \n "); }).code(), ErrorCode::Usage);
  EXPECT_EQ(error_of([&] { note(1, std::string(66'000, 'x')); }).code(), ErrorCode::Usage);
  EXPECT_TRUE(note(1, "", NoteEdit::Remove));
  EXPECT_FALSE(note(1, "", NoteEdit::Remove));
}

TEST_F(AnnotationsTest, TravelInExportsAndOverwriteNothing) {
  const auto exported = [](const std::string& key, const std::string& text) {
    return R"({"id":77,"key":")" + key + R"(","headline":"Story )" + key + R"(","body":")" + text +
           R"(","published":"2020-01-02","published_origin":"declared","words":5,"dump":"d","record":1,"revision":1,)"
           R"("user_tags":["One","two"],"user_note":"line\nline <b>\n- x"})"
           "\n";
  };
  ingest(exported("a", "A text of the harbour."));
  EXPECT_THAT(Reader(layout_).find(1)->user_tags, ElementsAre("One", "two"));
  EXPECT_EQ(Reader(layout_).find(1)->user_note, "line\nline <b>\n- x");
  EXPECT_EQ(count("tagged:one note:line"), 1);

  ingest(story("b", "Another text of the council."));
  note(2, "mine");
  tag({2}, {"two"});
  const IngestReport report = ingest(exported("b", "Another text of the council."));
  EXPECT_EQ(report.counts.unchanged, 1);
  EXPECT_THAT(Reader(layout_).find(2)->user_tags, ElementsAre("One", "two"));
  EXPECT_EQ(Reader(layout_).find(2)->user_note, "mine");
  EXPECT_EQ(count("tagged:one"), 2) << "the index has learned of it";
  ingest(story("c", "A text of somebody's own.", R"(,"user_tags":["One"],"user_note":"no")"));
  EXPECT_EQ(count("tagged:one"), 2) << "what a dump calls so is no researcher's";
}

TEST_F(AnnotationsTest, APurgeLeavesNothingOfThem) {
  ingest(stories(1, 20) + story("secret", "The ferry belongs to Anselm Quintrell of Quay Street, who was there."));
  note(21, "first thought: Zacharias Plimsworth was an untrue name for the owner of the ferry");
  note(21, "says: The ferry belongs to Anselm Quintrell of Quay Street; ask Barnabas Uxbridge", NoteEdit::Replace);
  tag({21}, {"Quintrelliana and her sisters"});
  note(5, "compare: The ferry belongs to Anselm Quintrell of Quay Street, which is elsewhere");
  ASSERT_FALSE(files_with("uxbridge").empty());
  const auto result = desk().purge(plan({21}, true), because("a letter"));
  EXPECT_TRUE(result.finished()) << testing::PrintToString(result.proof.left);
  for (const char* word : {"Uxbridge", "uxbridge", "Plimsworth", "plimsworth", "uintrelliana"}) {
    EXPECT_TRUE(files_with(word).empty()) << word << " in " << files_with(word).front();
  }
  EXPECT_EQ(result.proof.elsewhere.count("note on article 5"), 1U) << "who wrote that must know";
  EXPECT_EQ(value("SELECT count(*) FROM tags"), 0);
  EXPECT_TRUE(look(true).clean()) << all_of(look(true));
}

TEST_F(AnnotationsTest, ANoteLeftInAFileIsFound) {
  ingest(stories(1, 20));
  note(7, "ask Barnabas Uxbridge of Lower Wharf about the second envelope in the drawer");
  std::ofstream(layout_.root() / "forgotten.txt") << "ask Barnabas Uxbridge of Lower Wharf about the second envelope";
  const auto result = desk().purge(plan({7}, true), because("a letter"));
  EXPECT_FALSE(result.finished());
  EXPECT_THAT(result.proof.left, testing::Contains(HasSubstr("forgotten.txt")));
}

}  // namespace
}  // namespace morgue::archive
