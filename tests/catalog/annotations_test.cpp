// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/annotations.h"

#include <gmock/gmock.h>

#include "catalog/connection.h"
#include "catalog/erasure.h"
#include "tests/catalog/catalog_fixture.h"

namespace morgue::catalog {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class AnnotationsTest : public CatalogTest {
 protected:
  AnnotationsTest() {
    for (const char* key : {"a", "b", "c"}) put(make_article(key, std::string("Story ") + key, "Text."));
  }
  template <typename Change>
  bool change(Change&& write) {
    Transaction transaction(catalog_, Transaction::Kind::Write);
    const bool changed = std::forward<Change>(write)();
    transaction.commit();
    return changed;
  }
  bool add(ArticleId article, const std::string& tag, const std::string& folded) {
    return change([&] { return table_.add_tag(article, tag, folded); });
  }
  bool remove(ArticleId article, const std::string& folded) {
    return change([&] { return table_.remove_tag(article, folded); });
  }
  bool note(ArticleId article, const std::string& text) {
    return change([&] { return table_.set_note(article, text); });
  }
  std::vector<std::string> counted(std::int64_t now = 0) {
    std::vector<std::string> out;
    for (const auto& tag : table_.tags(now)) out.push_back(tag.name + " " + std::to_string(tag.articles));
    return out;
  }

  AnnotationTable table_{catalog_};
};

TEST_F(AnnotationsTest, TagsAreOneWhereTheyFoldToTheSame) {
  EXPECT_TRUE(add(1, "Überprüft", "uberpruft"));
  EXPECT_TRUE(add(2, "uberpruft", "uberpruft"));
  EXPECT_FALSE(add(2, "UBERPRUFT", "uberpruft"));
  EXPECT_TRUE(add(1, "a first", "a first"));
  EXPECT_THAT(counted(), ElementsAre("a first 1", "Überprüft 2")) << "under the name that was given first";
  EXPECT_THAT(store_.find(1)->user_tags, ElementsAre("a first", "Überprüft"));
  EXPECT_THAT(store_.find(3)->user_tags, IsEmpty());
}

TEST_F(AnnotationsTest, ATagThatNoArticleHasIsForgotten) {
  add(1, "Draft", "draft");
  add(2, "Draft", "draft");
  EXPECT_TRUE(remove(1, "draft"));
  EXPECT_FALSE(remove(1, "draft"));
  EXPECT_FALSE(remove(1, "never"));
  EXPECT_THAT(counted(), ElementsAre("Draft 1"));
  EXPECT_TRUE(remove(2, "draft"));
  EXPECT_EQ(catalog_.connection().integer("SELECT count(*) FROM tags"), 0);
  add(1, "DRAFT", "draft");
  EXPECT_THAT(counted(), ElementsAre("DRAFT 1"));
}

TEST_F(AnnotationsTest, HiddenArticlesAreNotCounted) {
  add(1, "x", "x");
  add(2, "x", "x");
  catalog_.connection().execute("UPDATE articles SET hidden_until = 100 WHERE id = 1");
  EXPECT_THAT(counted(99), ElementsAre("x 1"));
  EXPECT_THAT(counted(100), ElementsAre("x 2"));
}

TEST_F(AnnotationsTest, NotesAreWrittenReplacedAndRemoved) {
  EXPECT_EQ(table_.note(1), "");
  EXPECT_FALSE(note(1, "")) << "there was none";
  EXPECT_TRUE(note(1, "one\ntwo"));
  EXPECT_FALSE(note(1, "one\ntwo"));
  EXPECT_EQ(table_.note(1), "one\ntwo");
  EXPECT_EQ(store_.find(1)->user_note, "one\ntwo");
  EXPECT_TRUE(note(1, "three"));
  EXPECT_EQ(table_.note(1), "three");
  EXPECT_TRUE(note(1, ""));
  EXPECT_EQ(store_.find(1)->user_note, "");
}

TEST_F(AnnotationsTest, StayWhenTheTextChanges) {
  add(1, "x", "x");
  note(1, "mine");
  ASSERT_EQ(put(make_article("a", "Story a", "Another text.")).outcome, Outcome::Revised);
  const auto article = store_.find(1);
  EXPECT_THAT(article->user_tags, ElementsAre("x"));
  EXPECT_EQ(article->user_note, "mine");
}

TEST_F(AnnotationsTest, AMarkedArticleWaitsForTheIndex) {
  catalog_.connection().execute("DELETE FROM pending");
  const std::int64_t before = store_.last_seq();
  change([&] {
    table_.mark(2);
    return true;
  });
  EXPECT_EQ(store_.last_seq(), before + 1);
  EXPECT_EQ(catalog_.connection().integer("SELECT seq FROM articles WHERE id = 2"), before + 1);
  EXPECT_EQ(catalog_.connection().integer("SELECT article_id FROM pending"), 2);
}

TEST_F(AnnotationsTest, GoWithTheArticle) {
  add(1, "x", "x");
  add(1, "y", "y");
  add(2, "y", "y");
  note(1, "a quotation");
  change([&] {
    const ArticleId ids[] = {1};
    erase_articles(catalog_, ids);
    return true;
  });
  EXPECT_THAT(counted(), ElementsAre("y 1"));
  EXPECT_EQ(catalog_.connection().integer("SELECT count(*) FROM tags"), 1);
  EXPECT_EQ(catalog_.connection().integer("SELECT count(*) FROM notes"), 0);
}

TEST_F(AnnotationsTest, NothingIsWrittenOutsideOfATransaction) {
  EXPECT_EQ(error_of([&] { table_.add_tag(1, "x", "x"); }).code(), ErrorCode::Internal);
  EXPECT_EQ(error_of([&] { table_.set_note(1, "x"); }).code(), ErrorCode::Internal);
}

}  // namespace
}  // namespace morgue::catalog
