// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <tuple>

#include "core/error.h"
#include "tests/index/small_archive.h"

namespace morgue::index {
namespace {

using query::FieldId;
using query::Node;
using test::article;
using test::exact;
using test::found;
using test::phrase;
using test::word;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<StoredArticle> sample() {
  std::vector<StoredArticle> all;
  auto& harbour =
      all.emplace_back(article(1, "Harbour strike ends", "Dockers of Kelmouth accepted the offer on Monday."));
  harbour.summary = "A quiet evening";
  harbour.authors = {"Jana Nov\xC3\xA1kov\xC3\xA1", "Tom Reed"};
  harbour.topics = {"labour market", "shipping"};
  harbour.source = "www.kelmouth-post.example";
  harbour.url = "https://www.kelmouth-post.example/News/1";
  harbour.key = "KP-0001";
  harbour.section = "Business";
  harbour.dateline = "KELMOUTH, March 3";
  harbour.published = Timestamp::from_string("2024-03-04");
  auto& german =
      all.emplace_back(article(2, "Streik in den H\xC3\xA4usern", "Die Arbeiter der H\xC3\xA4user streiken.", "de"));
  german.authors = {"Reed Nov\xC3\xA1k"};
  german.topics = {"market", "labour"};
  german.people = {"Ada Stein"};
  german.published = Timestamp::from_string("2024");
  auto& chinese = all.emplace_back(
      article(3, "\xE6\xB8\xAF\xE5\x8F\xA3\xE7\xBD\xA2\xE5\xB7\xA5",  // 港口罢工
                                                                      // 记者王小明报道，码头工人罢工。
              "\xE8\xAE\xB0\xE8\x80\x85\xE7\x8E\x8B\xE5\xB0\x8F\xE6\x98\x8E\xE6\x8A\xA5\xE9\x81\x93"
              "\xEF\xBC\x8C\xE7\xA0\x81\xE5\xA4\xB4\xE5\xB7\xA5\xE4\xBA\xBA\xE7\xBD\xA2\xE5\xB7\xA5\xE3\x80\x82",
              "zh"));
  chinese.authors = {"\xE7\x8E\x8B\xE5\xB0\x8F\xE6\x98\x8E"};  // 王小明
  chinese.published = Timestamp::from_string("2023-11");
  auto& covid = all.emplace_back(
      article(4, "U.S. re-elected board meets",
              "The covid-19 wave cost 1,000.5 million. AT&T re-elects. A resume, a r\xC3\xA9sum\xC3\xA9."));
  covid.url = "http://kelmouth-post.example:8080/x";
  all.push_back(
      article(5, "L'\xC3\xA9t\xC3\xA9 \xC3\xA0 la mer", "Le r\xC3\xA9sum\xC3\xA9 de l'\xC3\xA9t\xC3\xA9.", ""));
  return all;
}

class Search : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    archive_ = std::make_unique<test::SmallArchive>();
    archive_->add_segment(sample());
    searcher_ = std::make_unique<Searcher>(archive_->refs());
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    archive_.reset();
  }
  static std::vector<ArticleId> find(const Node& node) { return found(*searcher_, node); }

  static inline std::unique_ptr<test::SmallArchive> archive_;
  static inline std::unique_ptr<Searcher> searcher_;
};

struct Case {
  Node node;
  std::vector<ArticleId> ids;
};

TEST_F(Search, Constructs) {
  const Case cases[] = {
      // Stems, in the language of each article.
      {word("strikes"), {1}},
      {word("offers"), {1}},
      {word("OFFER"), {1}},
      {word("Haus"), {2}},
      {word("hauser"), {2}},
      {word("H\xC3\xA4usern"), {2}},
      {word("streike"), {2}},
      // Hyphens, abbreviations, numbers.
      {word("covid-19"), {4}},
      {word("covid19"), {4}},
      {word("covid"), {4}},
      {word("re-elect"), {4}},
      {word("reelecting"), {4}},
      {word("US"), {4}},
      {word("1,000.5"), {4}},
      {word("1,000"), {}},
      {word("at&t"), {4}},
      {phrase("covid-19 wave"), {4}},
      {phrase("covid 19 wave"), {4}},
      {phrase("wave covid"), {}},
      // Phrases: unstemmed, folded, never across headline, summary and body.
      {phrase("harbour strike"), {1}},
      {phrase("harbour strikes"), {}},
      {phrase("strike ends a quiet"), {}},
      {phrase("ends a"), {}},
      {phrase("evening dockers"), {}},
      {phrase("a quiet evening"), {1}},
      {phrase("l'ete"), {5}},
      {phrase("ete a la mer"), {5}},
      // As written.
      {exact("resume"), {4}},
      {exact("r\xC3\xA9sum\xC3\xA9"), {4, 5}},
      {exact("R\xC3\xA9SUM\xC3\x89"), {4, 5}},
      {exact("offers"), {}},
      {exact("l'\xC3\xA9t\xC3\xA9"), {5}},
      {exact("l'ete"), {}},
      // Zones.
      {word("strike", FieldId::Headline), {1}},
      {word("strikes", FieldId::Headline), {1}},
      {word("strike", FieldId::Body), {}},
      {word("offers", FieldId::Body), {1}},
      {word("evening", FieldId::Headline), {}},
      {word("evening", FieldId::Body), {}},
      {phrase("harbour strike", FieldId::Headline), {1}},
      {phrase("harbour strike", FieldId::Body), {}},
      {phrase("accepted the offer", FieldId::Body), {1}},
      {phrase("a quiet", FieldId::Body), {}},
      {exact("\xC3\xA9t\xC3\xA9", FieldId::Headline), {5}},
      {exact("ete", FieldId::Headline), {}},
      {exact("r\xC3\xA9sum\xC3\xA9", FieldId::Headline), {}},
      {exact("r\xC3\xA9sum\xC3\xA9", FieldId::Body), {4, 5}},
      // Values: words, phrases within one value, whole values.
      {word("reed", FieldId::Author), {1, 2}},
      {word("novakova", FieldId::Author), {1}},
      {phrase("tom reed", FieldId::Author), {1}},
      {phrase("reed novak", FieldId::Author), {2}},
      {phrase("novakova tom", FieldId::Author), {}},
      {exact("tom  REED", FieldId::Author), {1}},
      {exact("reed", FieldId::Author), {}},
      {exact("jana novakova", FieldId::Author), {1}},
      {phrase("labour market", FieldId::Topic), {1}},
      {phrase("market labour", FieldId::Topic), {}},
      {exact("labour", FieldId::Topic), {2}},
      {word("labours", FieldId::Topic), {}},
      {word("business", FieldId::Section), {1}},
      {word("stein", FieldId::Person), {2}},
      {word("stein", FieldId::Organization), {}},
      {word("kelmouth", FieldId::Dateline), {1}},
      // Sources that are domains.
      {word("www.kelmouth-post.example", FieldId::Source), {1}},
      {word("kelmouth-post.example", FieldId::Source), {1}},
      {word("kelmouth", FieldId::Source), {1}},
      {exact("www.kelmouth-post.example", FieldId::Source), {1}},
      {exact("kelmouth-post.example", FieldId::Source), {}},
      // Single terms.
      {word("de", FieldId::Language), {2}},
      {word("https://www.kelmouth-post.example/News/1", FieldId::Url), {1}},
      {word("https://www.kelmouth-post.example/news/1", FieldId::Url), {}},
      {word("kelmouth-post.example", FieldId::Site), {1, 4}},
      {word("WWW.kelmouth-post.example", FieldId::Site), {1}},
      {word("http://www.kelmouth-post.example/any", FieldId::Site), {1}},
      {word("post.example", FieldId::Site), {}},
      {word("KP-0001", FieldId::Key), {1}},
      {word("kp-0001", FieldId::Key), {}},
      {{query::IdIs{4}, {}}, {4}},
      {{query::IdIs{44}, {}}, {}},
      // Dates.
      {{query::Undated{}, {}}, {4, 5}},
      {{query::DateRange{FieldId::Date, Day{2024, 1, 1}, Day{2024, 12, 31}}, {}}, {1, 2}},
      {{query::DateRange{FieldId::Date, Day{2024, 3, 4}, Day{2024, 3, 4}}, {}}, {1}},
      {{query::DateRange{FieldId::Date, Day{2023, 11, 2}, {}}, {}}, {1, 2}},
      {{query::DateRange{FieldId::Date, {}, Day{2023, 12, 31}}, {}}, {3}},
      {{query::All{}, {}}, {1, 2, 3, 4, 5}},
      {test::negation(word("de", FieldId::Language)), {1, 3, 4, 5}},
  };
  for (const auto& test_case : cases) {
    EXPECT_EQ(find(test_case.node), test_case.ids) << query::print(test_case.node);
    EXPECT_EQ(searcher_->count(test_case.node), static_cast<std::int64_t>(test_case.ids.size()));
  }
}

TEST_F(Search, Chinese) {
  const auto kWang = "\xE7\x8E\x8B";
  const auto kName = "\xE7\x8E\x8B\xE5\xB0\x8F\xE6\x98\x8E";
  const auto kGiven = "\xE5\xB0\x8F\xE6\x98\x8E";
  const auto kReversed = "\xE6\x98\x8E\xE5\xB0\x8F";
  const auto kStrike = "\xE7\xBD\xA2\xE5\xB7\xA5";
  const auto kWork = "\xE5\xB7\xA5";
  const auto kLast = "\xE5\xB0\x8F\xE6\x98\x8E\xE8\xAE\xB0";  // 小明记, not there
  for (const auto* hit : {kWang, kName, kGiven, kStrike, kWork}) {
    EXPECT_THAT(find(word(hit)), ElementsAre(3)) << hit;
    EXPECT_THAT(find(phrase(hit)), ElementsAre(3)) << hit;
    EXPECT_THAT(find(phrase(hit, FieldId::Body)), ElementsAre(3)) << hit;
  }
  for (const auto* miss : {kReversed, kLast}) EXPECT_THAT(find(word(miss)), IsEmpty()) << miss;
  for (const auto* hit : {kStrike, kWork}) EXPECT_THAT(find(word(hit, FieldId::Headline)), ElementsAre(3)) << hit;
  EXPECT_THAT(find(word(kName, FieldId::Headline)), IsEmpty());
  for (const auto* hit : {kWang, kName, kGiven}) EXPECT_THAT(find(word(hit, FieldId::Author)), ElementsAre(3)) << hit;
  EXPECT_THAT(find(word(kStrike, FieldId::Author)), IsEmpty());
}

TEST_F(Search, ProximityOfChineseWordsCountsCharacters) {
  const auto near = [](std::string first, std::string second, std::uint32_t distance) {
    return Node{query::Near{distance, true, {phrase(std::move(first)), phrase(std::move(second))}}, {}};
  };
  const auto kReporter = "\xE8\xAE\xB0\xE8\x80\x85";          // 记者, directly before the name
  const auto kName = "\xE7\x8E\x8B\xE5\xB0\x8F\xE6\x98\x8E";  // 王小明
  const auto kReports = "\xE6\x8A\xA5\xE9\x81\x93";           // 报道, directly after it
  EXPECT_THAT(find(near(kReporter, kName, 1)), ElementsAre(3));
  EXPECT_THAT(find(near(kName, kReports, 1)), ElementsAre(3));
  EXPECT_THAT(find(near(kReporter, kReports, 3)), IsEmpty());
  EXPECT_THAT(find(near(kReporter, kReports, 4)), ElementsAre(3));
}

TEST_F(Search, Languages) {
  EXPECT_THAT(searcher_->languages(), ElementsAre("de", "en", "zh"));
}

TEST_F(Search, WhatCannotBeSearchedIsAnError) {
  const Node cases[] = {word("..."),
                        phrase("\xE2\x80\x94 !"),
                        word("", FieldId::Author),
                        word("x", FieldId::Id),
                        word("//", FieldId::Site),
                        word("x", FieldId::Date),
                        {query::DateRange{FieldId::Date, Day{2023, 2, 30}, {}}, {}}};
  for (const auto& node : cases) {
    try {
      std::ignore = searcher_->count(node);
      ADD_FAILURE() << query::print(node);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Query) << error.message();
    }
  }
}

TEST_F(Search, RelevancePutsTheBetterMatchFirst) {
  test::SmallArchive archive;
  archive.add_segment(
      {article(1, "A", "port port port"), article(2, "B", "port and many other words that say nothing of it")});
  archive.add_segment(
      {article(3, "C", "nothing"), article(4, "D", "a port in the long text about other things entirely")});
  const auto searcher = archive.searcher();
  const auto page = searcher.search(word("port"), {Sort::Relevance, 0, 10, false});
  ASSERT_EQ(page.total, 3);
  EXPECT_EQ(page.hits[0].id, 1);
  for (const auto& hit : page.hits) EXPECT_GT(hit.score, 0);
  // Nothing to weigh: newest first, without scores.
  const auto all = searcher.search({query::All{}, {}}, {Sort::Relevance, 1, 2, false});
  EXPECT_EQ(all.total, 4);
  ASSERT_EQ(all.hits.size(), 2U);
  EXPECT_EQ(all.hits[0].id, 3);
  EXPECT_EQ(all.hits[1].id, 2);
  EXPECT_EQ(all.hits[0].score, 0);
}

TEST_F(Search, TiesAreNewestFirstAcrossPages) {
  test::SmallArchive archive;
  std::vector<std::vector<StoredArticle>> segments(3);
  for (int i = 0; i < 90; ++i) {
    auto same = article(i + 1, "Same", "the same few words");
    same.published = Timestamp::from_utc_seconds(i * 7919 % 90 * 86400);
    segments[static_cast<std::size_t>(i) % 3].push_back(same);
  }
  for (auto& segment : segments) archive.add_segment(segment);
  const auto searcher = archive.searcher();
  const auto newest = searcher.search(word("same"), {Sort::Newest, 0, 90, false});
  for (std::size_t offset = 0; offset < 100; offset += 7) {
    const auto page = searcher.search(word("same"), {Sort::Relevance, offset, 7, false});
    EXPECT_EQ(page.total, 90);
    ASSERT_EQ(page.hits.size(), offset < 90 ? std::min<std::size_t>(7, 90 - offset) : 0);
    for (std::size_t i = 0; i < page.hits.size(); ++i) EXPECT_EQ(page.hits[i].id, newest.hits[offset + i].id);
  }
}

TEST(Zones, PhraseNeverCrossesHoweverLongTheZone) {
  std::string filler;
  for (int i = 0; i < 120'000; ++i) filler += "filler ";
  auto long_zones = article(1, filler + "alpha", "gamma " + filler + "delta");
  long_zones.summary = "beta " + filler + "omega";
  auto short_zones = article(2, "alpha", "gamma");
  short_zones.summary = "beta";
  auto values = article(3, "x", "y");
  values.topics = {"alpha", "beta", "gamma"};
  test::SmallArchive archive;
  archive.add_segment({long_zones, short_zones, values});
  const auto searcher = archive.searcher();
  for (const auto* crossing : {"alpha beta", "beta gamma", "filler beta", "omega gamma", "alpha gamma"}) {
    EXPECT_EQ(searcher.count(phrase(crossing)), 0) << crossing;
    EXPECT_EQ(searcher.count(phrase(crossing, FieldId::Topic)), 0) << crossing;
  }
  // Beyond the zone's positions words are found, phrases are not.
  EXPECT_THAT(found(searcher, word("omega")), ElementsAre(1));
  EXPECT_THAT(found(searcher, word("alpha", FieldId::Headline)), ElementsAre(1, 2));
  EXPECT_THAT(found(searcher, phrase("filler delta")), ElementsAre(1));
  EXPECT_THAT(found(searcher, phrase("filler delta", FieldId::Body)), ElementsAre(1));
}

TEST(Opening, NoSegments) {
  const Searcher searcher({});
  for (const auto sort : {Sort::Relevance, Sort::Newest, Sort::Oldest}) {
    const auto page = searcher.search(word("x"), {sort, 0, 10, false});
    EXPECT_EQ(page.total, 0);
    EXPECT_TRUE(page.hits.empty());
  }
  EXPECT_TRUE(searcher.matches({query::All{}, {}}).empty());
  EXPECT_EQ(searcher.count(phrase("a b", FieldId::Body)), 0);
  EXPECT_TRUE(searcher.languages().empty());
}

TEST(Opening, FoldersMayVanishAfterwards) {
  test::SmallArchive archive;
  archive.add_segment(sample());
  const auto searcher = archive.searcher();
  std::filesystem::remove_all(archive.folder(0));
  EXPECT_THAT(found(searcher, phrase("harbour strike")), ElementsAre(1));
  EXPECT_EQ(searcher.search(word("strike"), {Sort::Relevance, 0, 10, false}).hits.size(), 1U);
}

TEST(Opening, DamageIsReported) {
  for (const auto* lost : {"", "iamglass", "docdata.glass", "postlist.glass"}) {
    test::SmallArchive archive;
    archive.add_segment(sample());
    std::filesystem::remove_all(archive.folder(0) / lost);
    try {
      const auto searcher = archive.searcher();
      ADD_FAILURE() << lost;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Inconsistent) << lost;
      EXPECT_THAT(error.message(), testing::HasSubstr("seg-0"));
      EXPECT_FALSE(error.hint().empty());
    }
  }
}

TEST(Opening, CopiesAreRefused) {
  test::SmallArchive archive;
  archive.add_segment(sample());
  const morgue::test::TempDir dir;
  std::filesystem::copy(archive.folder(0), dir.path() / "copy");
  EXPECT_THROW(Searcher({{archive.folder(0).string(), {}}, {(dir.path() / "copy").string(), {}}}), Error);
}

TEST(Opening, OverwrittenTableIsAnErrorNotACrash) {
  test::SmallArchive archive;
  std::vector<StoredArticle> articles;
  for (int i = 1; i <= 500; ++i) articles.push_back(article(i, "Story " + std::to_string(i), "Some words of story"));
  archive.add_segment(articles);
  const auto table = archive.folder(0) / "postlist.glass";
  std::filesystem::resize_file(table, std::filesystem::file_size(table) / 2);
  try {
    const auto searcher = archive.searcher();
    std::ignore = searcher.search(word("story"), {Sort::Relevance, 0, 500, false});
    std::ignore = searcher.matches({query::All{}, {}});
    ADD_FAILURE() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::Inconsistent) << error.message();
  }
}

}  // namespace
}  // namespace morgue::index
