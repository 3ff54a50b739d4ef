// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/article_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalog/body_codec.h"
#include "catalog/connection.h"
#include "tests/catalog/catalog_fixture.h"

namespace morgue::catalog {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ArticleStoreTest : public CatalogTest {};

void expect_same(const Article& a, const Article& b) {
  EXPECT_EQ(a.key, b.key);
  EXPECT_EQ(a.headline, b.headline);
  EXPECT_EQ(a.summary, b.summary);
  EXPECT_EQ(a.body, b.body);
  EXPECT_EQ(a.authors, b.authors);
  EXPECT_EQ(a.published, b.published);
  EXPECT_EQ(a.published_origin, b.published_origin);
  EXPECT_EQ(a.updated, b.updated);
  EXPECT_EQ(a.source, b.source);
  EXPECT_EQ(a.section, b.section);
  EXPECT_EQ(a.topics, b.topics);
  EXPECT_EQ(a.places, b.places);
  EXPECT_EQ(a.people, b.people);
  EXPECT_EQ(a.organizations, b.organizations);
  EXPECT_EQ(a.language, b.language);
  EXPECT_EQ(a.url, b.url);
  EXPECT_EQ(a.dateline, b.dateline);
  EXPECT_EQ(a.words, b.words);
  EXPECT_EQ(a.dump, b.dump);
  EXPECT_EQ(a.record, b.record);
}

Article full_article() {
  Article article =
      make_article("https://post.example/1", "Ferry runs late", "The ferry left at noon.\n\nIt was full.");
  article.summary = "A delay of two hours.";
  article.authors = {"Ada Quill", "Ben Inkwell"};
  article.published = Timestamp::from_string("2019-03-31T23:30:00+02:00");
  article.published_origin = DateOrigin::Url;
  article.updated = Timestamp::from_string("2019-04");
  article.section = "Transport";
  article.topics = {"ferries", "delays", "ferries"};
  article.places = {"Portmouth"};
  article.people = {"C. Skipper"};
  article.organizations = {"Blue Line", "Harbour Board"};
  article.language = "en";
  article.url = "https://post.example/1";
  article.dateline = "PORTMOUTH, March 31";
  article.words = 8;
  article.dump = "dumps.zip!2019/ferry.jsonl";
  article.record = 42;
  return article;
}

TEST_F(ArticleStoreTest, ReturnsWhatWasPut) {
  const Article full = full_article();
  const PutResult result = put(full);
  EXPECT_EQ(result.outcome, Outcome::Added);
  const auto stored = store_.find(result.id);
  ASSERT_TRUE(stored);
  expect_same(*stored, full);
  EXPECT_EQ(stored->id, result.id);
  EXPECT_EQ(stored->revision, 1);
  EXPECT_EQ(stored->cluster, std::nullopt);
}

TEST_F(ArticleStoreTest, UnknownStaysUnknown) {
  Article bare;
  bare.key = "bare";
  const auto stored = store_.find(put(bare).id);
  ASSERT_TRUE(stored);
  expect_same(*stored, bare);
}

TEST_F(ArticleStoreTest, DatesOfEveryPrecisionSurvive) {
  for (const char* date : {"0000", "9999-12", "1899-12-31", "2025-06-24T14:05:00Z", "2025-06-24T23:59:59-11:30"}) {
    Article article = make_article(date, "h", "b");
    article.published = Timestamp::from_string(date);
    ASSERT_TRUE(article.published) << date;
    EXPECT_EQ(store_.find(put(article).id)->published, article.published) << date;
  }
}

TEST_F(ArticleStoreTest, MissingArticleIsNothing) {
  EXPECT_FALSE(store_.find(1));
  EXPECT_FALSE(store_.find(-1));
  EXPECT_TRUE(store_.revisions(1).empty());
}

TEST_F(ArticleStoreTest, Outcomes) {
  const auto keyed = [](const char* key, const char* source, const char* headline, const char* body) {
    Article article = make_article(key, headline, body);
    article.source = source;
    return article;
  };
  Article dated = keyed("", "S", "H", "B");
  dated.published = Timestamp::from_string("2001-02-03");
  Article summarised = keyed("", "S", "H", "B");
  summarised.summary = "other summary";
  Article moved = keyed("k", "S", "H", "B");
  moved.section = "Other section";
  const std::int64_t second_run = runs_.start("ingest again", 2000);

  struct Step {
    const char* what;
    Article article;
    std::int64_t run;
    Outcome outcome;
    ArticleId id;
  };
  const Step steps[] = {
      {"new key", keyed("k", "S", "H", "B"), run_, Outcome::Added, 1},
      {"same text in the same run", keyed("k", "S", "H", "B"), run_, Outcome::Duplicate, 1},
      {"same text in a later run", keyed("k", "S", "H", "B"), second_run, Outcome::Unchanged, 1},
      {"only metadata differ", moved, second_run, Outcome::Unchanged, 1},
      {"other body", keyed("k", "S", "H", "B2"), second_run, Outcome::Revised, 1},
      {"that body again", keyed("k", "S", "H", "B2"), second_run, Outcome::Duplicate, 1},
      {"the first text again", keyed("k", "S", "H", "B"), second_run, Outcome::Unchanged, 1},
      {"other headline", keyed("k", "S", "H2", "B"), second_run, Outcome::Revised, 1},
      {"text moved between fields", keyed("k", "S", "H2B", ""), second_run, Outcome::Revised, 1},
      {"same key, other source", keyed("k", "T", "H", "B"), run_, Outcome::Added, 2},
      {"key differs by case", keyed("K", "S", "H", "B"), run_, Outcome::Added, 3},
      {"no key", keyed("", "S", "H", "B"), run_, Outcome::Added, 4},
      {"no key, same content", keyed("", "S", "H", "B"), run_, Outcome::Duplicate, 4},
      {"no key, same content, later", keyed("", "S", "H", "B"), second_run, Outcome::Unchanged, 4},
      {"no key, other date", dated, run_, Outcome::Added, 5},
      {"no key, other body", keyed("", "S", "H", "B2"), run_, Outcome::Added, 6},
      {"no key, other summary only", summarised, run_, Outcome::Revised, 4},
      {"no key, other source", keyed("", "T", "H", "B"), run_, Outcome::Added, 7},
  };
  for (const Step& step : steps) {
    const PutResult result = put(step.article, step.run);
    EXPECT_EQ(result.outcome, step.outcome) << step.what;
    EXPECT_EQ(result.id, step.id) << step.what;
  }
  EXPECT_EQ(store_.count(), 7);
  EXPECT_EQ(store_.last_seq(), 11) << "7 added, 4 revised";
}

TEST_F(ArticleStoreTest, KeyOfUnkeyedArticleIsItsHash) {
  const auto stored = store_.find(put(make_article("", "H", "B")).id);
  EXPECT_THAT(stored->key, testing::MatchesRegex("xxh128:[0-9a-f]+"));
  EXPECT_EQ(stored->key.size(), 7U + 32U);
}

TEST_F(ArticleStoreTest, RevisionReplacesMetadataAndListsAndKeepsTheOldText) {
  const Article old = full_article();
  Article revised = old;
  revised.headline = "Ferry runs very late";
  revised.body = "The ferry left at two.";
  revised.authors = {"Cy Nib", "Ada Quill"};
  revised.topics = {};
  revised.people = {"D. Mate"};
  revised.published = Timestamp::from_string("2019-04-01");
  revised.published_origin = DateOrigin::Declared;
  revised.updated.reset();
  revised.section = "";
  revised.language = "de";
  revised.words = 5;
  revised.dump = "later.jsonl";
  revised.record = 7;
  const ArticleId id = put(old).id;
  EXPECT_EQ(put(revised).outcome, Outcome::Revised);

  const auto now = store_.find(id);
  ASSERT_TRUE(now);
  expect_same(*now, revised);
  EXPECT_EQ(now->revision, 2);

  const auto all = store_.revisions(id);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].revision, 1);
  EXPECT_EQ(all[0].headline, old.headline);
  EXPECT_EQ(all[0].body, old.body);
  EXPECT_EQ(all[0].words, old.words);
  EXPECT_EQ(all[0].dump, old.dump);
  EXPECT_EQ(all[0].record, old.record);
  EXPECT_EQ(all[0].authors, old.authors) << "metadata are those of the revision";
  expect_same(all[1], revised);
}

TEST_F(ArticleStoreTest, AnyBytesSurvive) {
  const std::string odd("\0a\0\xFF\xC3\x28 ' \" ; --\0", 16);
  Article article = make_article(odd, odd, odd);
  article.source = odd;
  article.summary = odd;
  article.section = odd;
  article.topics = {odd, "", odd};
  article.authors = {std::string("\0", 1)};
  article.dump = odd;
  article.url = odd;
  const PutResult first = put(article);
  EXPECT_EQ(first.outcome, Outcome::Added);
  EXPECT_EQ(put(article).outcome, Outcome::Duplicate);
  expect_same(*store_.find(first.id), article);
  Article shorter = article;
  shorter.key = std::string("\0a", 2);
  EXPECT_EQ(put(shorter).outcome, Outcome::Added) << "keys are compared behind a NUL too";
}

TEST_F(ArticleStoreTest, LongAndEmptyBodies) {
  std::string noise;
  for (unsigned state = 1; noise.size() < 100000; state = state * 1664525U + 1013904223U) {
    noise += static_cast<char>(state >> 24U);
  }
  for (const std::string& body : {std::string(), std::string("x"), noise, std::string(5'000'000, 'a')}) {
    const Article article = make_article("size " + std::to_string(body.size()), "h", body);
    EXPECT_TRUE(store_.find(put(article).id)->body == body) << body.size();
  }
  EXPECT_EQ(catalog_.connection().integer("SELECT count(*) FROM revisions WHERE body_coding = 'zstd'"), 1);
}

TEST_F(ArticleStoreTest, TooLargeABodyIsRefusedWithoutATrace) {
  const ArticleId id = put(make_article("a", "h", "b")).id;
  const Article huge = make_article("a", "h", std::string(kMaxBodyBytes + 1, 'a'));
  Article huge_and_new = huge;
  huge_and_new.key = "b";
  Transaction transaction(catalog_, Transaction::Kind::Write);
  EXPECT_EQ(error_of([&] { store_.put(huge, run_); }).code(), ErrorCode::Input);
  EXPECT_EQ(error_of([&] { store_.put(huge_and_new, run_); }).code(), ErrorCode::Input);
  transaction.commit();
  EXPECT_EQ(store_.count(), 1);
  EXPECT_EQ(store_.find(id)->revision, 1);
  EXPECT_EQ(store_.last_seq(), 1);
}

TEST_F(ArticleStoreTest, IdsAreNeverUsedAgain) {
  put(make_article("a", "h", "b"));
  const ArticleId last = put(make_article("b", "h", "b")).id;
  catalog_.connection().execute("DELETE FROM articles WHERE id = " + std::to_string(last));
  EXPECT_GT(put(make_article("c", "h", "b")).id, last);
}

TEST_F(ArticleStoreTest, UnknownRunIsRefused) {
  EXPECT_EQ(error_of([&] { put(make_article("a", "h", "b"), 999); }).code(), ErrorCode::Internal);
  EXPECT_EQ(store_.count(), 0);
}

TEST_F(ArticleStoreTest, DamageIsFoundAndNamed) {
  const struct {
    const char* what;
    const char* sql;
  } damages[] = {
      {"cut body", "UPDATE revisions SET body = substr(body, 1, length(body) - 5)"},
      {"flipped byte", "UPDATE revisions SET body = CAST(substr(body, 1, 20) || x'00' || substr(body, 22) AS BLOB)"},
      {"no frame", "UPDATE revisions SET body = x'00112233'"},
      {"empty", "UPDATE revisions SET body = x''"},
      {"wrong size", "UPDATE revisions SET body_bytes = body_bytes + 1"},
      {"vast size", "UPDATE revisions SET body_bytes = 9000000000000000000"},
      {"wrong coding", "UPDATE revisions SET body_coding = 'raw'"},
      {"other headline", "UPDATE revisions SET headline = 'Forged'"},
      {"lost text", "DELETE FROM revisions"},
      {"impossible date", "UPDATE articles SET published = 'soon'"},
  };
  Article article = make_article("a", "Headline", std::string(3000, 'a') + "some text that packs well");
  article.published = Timestamp::from_string("2001");
  const ArticleId id = put(article).id;
  for (const auto& damage : damages) {
    const Transaction undone(catalog_, Transaction::Kind::Write);
    catalog_.connection().execute(damage.sql);
    for (const Error& error : {error_of([&] { store_.find(id); }), error_of([&] { store_.revisions(id); })}) {
      EXPECT_EQ(error.code(), ErrorCode::Inconsistent) << damage.what;
      EXPECT_THAT(error.message(), HasSubstr("article " + std::to_string(id))) << damage.what;
    }
  }
  EXPECT_TRUE(store_.find(id));
}

}  // namespace
}  // namespace morgue::catalog
