// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/page.h"
#include "extract/page_dates.h"
#include "extract/page_furniture.h"
#include "extract/page_lines.h"
#include "extract/page_marks.h"

namespace morgue::extract {
namespace {

/// The kind of a line that stands alone on a page.
LineKind kind_of(const std::string& text) {
  PageLines page;
  EXPECT_TRUE(split_page(text, page));
  EXPECT_EQ(page.lines.size(), 1U) << text;
  return page.lines.empty() ? LineKind::Label : page.lines.front().kind;
}

struct KindCase {
  const char* text;
  LineKind kind;
};

class PageLineKind : public testing::TestWithParam<KindCase> {};

TEST_P(PageLineKind, IsSeen) {
  EXPECT_EQ(kind_of(GetParam().text), GetParam().kind) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Lines, PageLineKind,
    testing::Values(
        KindCase{"2 min read", LineKind::ReadingTime}, KindCase{"Lesezeit: 4 Minuten", LineKind::ReadingTime},
        KindCase{"By Jane Doe and John Roe", LineKind::Byline}, KindCase{"Von Erika Muster", LineKind::Byline},
        KindCase{"By JANE DOE, Staff Writer", LineKind::Byline}, KindCase{"Von: Erika Muster", LineKind::Byline},
        KindCase{"11:05 p.m.", LineKind::Skip}, KindCase{"14.30 Uhr", LineKind::Skip}, KindCase{"2.5", LineKind::Skip},
        KindCase{"Kommentar von Erika Muster", LineKind::Byline},
        KindCase{"By Monday the water had gone from the cellars.", LineKind::Sentence},
        KindCase{"By the time the ferry sank nobody was left on it.", LineKind::Sentence},
        KindCase{"June 24, 2025 3:15 PM", LineKind::DateLine}, KindCase{"Published 24 June 2025", LineKind::DateLine},
        KindCase{"24.06.2025, 15:12 Uhr", LineKind::DateLine}, KindCase{"Stand: 3. Mai 2024", LineKind::DateLine},
        KindCase{"Politics / January 11, 2024", LineKind::DateLine},
        KindCase{"The pier is to close for good on January 11, 2024, after the last storm", LineKind::Title},
        KindCase{"A crane in the port. (Ann Oak for the Gazette via Getty Images)", LineKind::Caption},
        KindCase{"Ein Kran im Hafen. Foto: Ina Roth/dpa", LineKind::Caption},
        KindCase{"Photograph: Ann Oak/The Gazette", LineKind::Caption}, KindCase{"Photo: Ann Oak", LineKind::Caption},
        KindCase{"(AP Photo/Ann Oak)", LineKind::Caption},
        KindCase{"The mill, which employs 40 people (and one cat), was sold on Friday to a rival in the valley.",
                 LineKind::Prose},
        KindCase{"Advertisement", LineKind::Skip}, KindCase{"Share this article", LineKind::Skip},
        KindCase{"Read also: The mill is sold", LineKind::Skip},
        KindCase{"Share prices fell for a third day.", LineKind::Sentence},
        KindCase{"Follow the money, said the old clerk.", LineKind::Sentence},
        KindCase{"Get the day's top stories in your inbox every morning.", LineKind::Promotion},
        KindCase{"The paper's newsletter went to 40 readers until the editor lost the list of their addresses in 1998.",
                 LineKind::Prose},
        KindCase{"Related", LineKind::Box}, KindCase{"Read more", LineKind::Box},
        KindCase{"12 Comments", LineKind::Wall}, KindCase{"Show More…", LineKind::Wall},
        KindCase{"Tags: mill, cat", LineKind::Wall},
        KindCase{"Copyright 2025 The Gazette. All rights reserved.", LineKind::Wall},
        KindCase{"© Ann Oak/imago", LineKind::Caption}, KindCase{"World", LineKind::Label},
        KindCase{"Mill is sold to rival in the valley", LineKind::Title}));

TEST(PageLines, KnowSentencesFromInitialsAndAbbreviations) {
  PageLines page;
  ASSERT_TRUE(
      split_page("The mayor met J. P. Oak of St. Clair in the U.S. on Friday.\n\n"
                 "The mayor met the miller. They did not agree.\n",
                 page));
  ASSERT_EQ(page.lines.size(), 2U);
  EXPECT_FALSE(page.lines[0].several_sentences);
  EXPECT_TRUE(page.lines[1].several_sentences);
}

TEST(PageLines, JoinHardWrappedParagraphs) {
  PageLines page;
  ASSERT_TRUE(
      split_page("The mill at Oakford was sold on Friday to a rival from the next\n"
                 "valley, who means to keep the cat and all but two of the forty\n"
                 "people who work there, the new owner said.\n\n"
                 "The price was not told, but the miller bought a boat on Saturday\n"
                 "and was not seen again that week.\n",
                 page));
  EXPECT_EQ(page.lines.size(), 2U);
}

struct DateCase {
  const char* text;
  int year;  ///< 0: none
  int month;
  int day;  ///< 0: none
};

class PageDates : public testing::TestWithParam<DateCase> {};

TEST_P(PageDates, AreFound) {
  const auto dates = find_dates(GetParam().text);
  ASSERT_EQ(dates.size(), 1U) << GetParam().text;
  EXPECT_EQ(dates[0].year.value_or(0), GetParam().year);
  EXPECT_EQ(dates[0].month, GetParam().month);
  EXPECT_EQ(dates[0].day.value_or(0), GetParam().day);
}

INSTANTIATE_TEST_SUITE_P(
    Mentions, PageDates,
    testing::Values(DateCase{"He said on June 24 that", 0, 6, 24}, DateCase{"on June 24-25, in town", 0, 6, 24},
                    DateCase{"taken on May 5, 2025, in", 2025, 5, 5}, DateCase{"the 24th of June 2025.", 2025, 6, 24},
                    DateCase{"am 3. Januar in Kiel", 0, 1, 3}, DateCase{"el 24 de junio de 2025", 2025, 6, 24},
                    DateCase{"in Dec. 2024 the", 2024, 12, 0}, DateCase{"on Dec. 28, 2024", 2024, 12, 28},
                    DateCase{"24.06.2025, 15:12 Uhr", 2025, 6, 24}, DateCase{"2025-06-24", 2025, 6, 24},
                    DateCase{"6/24/2025", 2025, 6, 24}, DateCase{"Oakford-29/05/2025 20:00", 2025, 5, 29}));

TEST(PageDatesNone, AreNotInvented) {
  for (const char* text : {"it may 24 times", "the 24 may leave", "version 1.2.2025.7", "May I come in?", "31 June",
                           "the 2027 NFL Draft", "a march of 24 miles", "June 24:15 remains", "in 2024"}) {
    for (const DateMention& date : find_dates(text)) {
      ADD_FAILURE() << text << ": " << date.year.value_or(0) << "-" << date.month << "-" << date.day.value_or(0);
    }
  }
}

TEST(PageDatesAll, AreFoundOnceInALongText) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "The council met on June " + std::to_string(i % 28 + 1) + ", 2024, in town. ";
  EXPECT_EQ(find_dates(text).size(), 500U);
}

Article page_with(const std::string& above, const std::string& first, const std::string& below = "") {
  Record record;
  record.kind = Record::Kind::Page;
  record.content = "Town Desk\n\nMill at Oakford is sold to a rival from the valley\n\n" + above + "\n\n" + first +
                   "\n\nThe mill employs forty people and one cat, all of whom are to stay, the new owner of the mill "
                   "told the workers at Oakford.\n\nThe price was not told, but it is said to have been high enough "
                   "for a boat and a house by the sea.\n\n" +
                   below + "\n";
  auto result = extract_page(record);
  const auto* reject = std::get_if<Reject>(&result);
  EXPECT_EQ(reject, nullptr) << reject->reason;
  return reject == nullptr ? std::get<Article>(result) : Article();
}

struct YearCase {
  const char* name;
  const char* caption;
  const char* story;
  const char* published;
};

class PageYear : public testing::TestWithParam<YearCase> {};

TEST_P(PageYear, IsInferredFromEvidenceOnly) {
  const Article article = page_with(GetParam().caption, GetParam().story);
  EXPECT_EQ(article.published ? article.published->to_string() : "", GetParam().published);
  EXPECT_EQ(article.published_origin, article.published ? DateOrigin::Inferred : DateOrigin::None);
}

constexpr const char* kSold = "The old mill at Oakford was sold on June 24 to a rival from the valley, its owner said.";
constexpr const char* kSoldInJanuary =
    "The old mill at Oakford was sold on January 3 to a rival from the valley, its owner said.";

INSTANTIATE_TEST_SUITE_P(
    Years, PageYear,
    testing::Values(
        YearCase{"Caption", "The mill at Oakford on May 5, 2025. (Ann Oak via Mill Images)", kSold, "2025-06-24"},
        YearCase{"AcrossNewYear", "The mill at Oakford on Dec. 28, 2024. (Ann Oak via Mill Images)", kSoldInJanuary,
                 "2025-01-03"},
        YearCase{"MonthAlone", "The mill at Oakford in Dec. 2024. (Ann Oak via Mill Images)", kSoldInJanuary,
                 "2025-01-03"},
        YearCase{"CaptionOfAnAnnouncement",
                 "The mayor tells what is to be built at Oakford, on May 5, 2025. (Ann Oak via Mill Images)", kSold,
                 "2025-06-24"},
        YearCase{"NoEvidence", "", kSold, ""},
        YearCase{"YearOfAnEvent", "The mill before the 2027 Mill Cup. (Ann Oak via Mill Images)", kSold, ""},
        YearCase{"Announcement", "",
                 "The old mill at Oakford was sold on June 24 to a rival, who will close it on May 1, 2027, he said.",
                 ""},
        YearCase{"NoDay", "The mill at Oakford on May 5, 2025. (Ann Oak via Mill Images)",
                 "The old mill at Oakford was sold on Tuesday to a rival from the valley, its owner said.", ""},
        YearCase{"HistoryBeforeTheWeb", "",
                 "The mill at Oakford, which burned on May 5, 1944, was sold on June 24 to a rival, its owner said.",
                 ""},
        YearCase{"NewestCounts", "The mill at Oakford on May 5, 2025. (Ann Oak via Mill Images)",
                 "The mill at Oakford, flooded on July 9, 2022, was sold on June 24 to a rival, its owner said.",
                 "2025-06-24"},
        YearCase{"SameDay", "The mill at Oakford on June 24, 2025. (Ann Oak via Mill Images)", kSold, "2025-06-24"}),
    [](const auto& param) { return std::string(param.param.name); });

struct DeclaredCase {
  const char* name;
  const char* line;
  const char* published;
  const char* updated;
};

class PageDeclared : public testing::TestWithParam<DeclaredCase> {};

TEST_P(PageDeclared, DateIsTaken) {
  const Article article = page_with(GetParam().line, kSold);
  EXPECT_EQ(article.published ? article.published->to_string() : "", GetParam().published);
  EXPECT_EQ(article.updated ? article.updated->to_string() : "", GetParam().updated);
  EXPECT_EQ(article.published_origin, DateOrigin::Declared);
}

INSTANTIATE_TEST_SUITE_P(
    Lines, PageDeclared,
    testing::Values(DeclaredCase{"American", "June 24, 2025 3:15 PM", "2025-06-24T15:15:00Z", ""},
                    DeclaredCase{"British", "Published 24 June 2025", "2025-06-24", ""},
                    DeclaredCase{"German", "24.06.2025, 15:12 Uhr", "2025-06-24T15:12:00Z", ""},
                    DeclaredCase{"TimeFirst", "15:12, 24 Jun 2025", "2025-06-24T15:12:00Z", ""},
                    DeclaredCase{"Two", "Published June 24, 2025 | Updated June 25, 2025", "2025-06-24", "2025-06-25"},
                    DeclaredCase{"WithByline", "By Ann Oak | June 24, 2025", "2025-06-24", ""},
                    DeclaredCase{"UpdateAlone", "Last updated: June 25, 2025", "2025-06-25", "2025-06-25"},
                    DeclaredCase{"EitherWayRound", "03/04/2025", "2025", ""}),
    [](const auto& param) { return std::string(param.param.name); });

struct AuthorCase {
  const char* name;
  const char* above;
  const char* below;
  std::vector<std::string> authors;
};

class PageAuthors : public testing::TestWithParam<AuthorCase> {};

TEST_P(PageAuthors, AreTheCredited) {
  EXPECT_EQ(page_with(GetParam().above, kSold, GetParam().below).authors, GetParam().authors);
}

constexpr const char* kBox =
    "Ann Oak\n\nStaff reporter\n\nAnn Oak covers mills for the Gazette. She was taught by Ben Elm of the Courier.";

INSTANTIATE_TEST_SUITE_P(Cases, PageAuthors,
                         testing::Values(AuthorCase{"None", "", "", {}},
                                         AuthorCase{"One", "By Ann Oak", "", {"Ann Oak"}},
                                         AuthorCase{"Two", "By Ann Oak and Ben Elm", "", {"Ann Oak", "Ben Elm"}},
                                         AuthorCase{"LeadAlone", "By\nAnn Oak", "", {"Ann Oak"}},
                                         AuthorCase{"NameAndDate", "Ann Oak\nJune 24, 2025", "", {"Ann Oak"}},
                                         AuthorCase{"Box", "", kBox, {"Ann Oak"}},
                                         AuthorCase{"BylineBeforeBox", "By Ben Elm", kBox, {"Ben Elm"}},
                                         AuthorCase{"Photographer", "The mill. Photo: Ann Oak/Mill Images", "", {}},
                                         AuthorCase{"Staff", "By Staff Writer", "", {}}),
                         [](const auto& param) { return std::string(param.param.name); });

TEST(PageAuthorBox, IsNoPartOfTheBody) {
  const Article article = page_with("", kSold, kBox);
  EXPECT_TRUE(article.body.ends_with("a house by the sea.")) << article.body;
}

TEST(PageBody, KeepsPortraitsUnderTheNamesOfTheirSubjects) {
  const std::string first =
      "Mira Stone was the first to come. She brought a ladder and eleven tins of blue for the wall.";
  const std::string second = "Tom Arden was a sailor before. His part of the wall has no people on it, only weather.";
  const Article article = page_with("By Noor Vance", kSold, "Mira Stone\n\n" + first + "\n\nTom Arden\n\n" + second);
  EXPECT_EQ(article.authors, std::vector<std::string>{"Noor Vance"});
  EXPECT_EQ(article.summary, "");
  EXPECT_TRUE(article.body.starts_with(kSold)) << article.body;
  EXPECT_NE(article.body.find(first), std::string::npos) << article.body;
  EXPECT_TRUE(article.body.ends_with(second)) << article.body;
}

TEST(PageBody, LeavesOutATeaserInItsMidst) {
  const std::string last =
      "The cat was seen on the roof of the mill on Friday, and the miller did not ask it to come down.";
  const Article article =
      page_with("By Ann Oak", kSold,
                "Orchard is saved\nA cider maker from the hills had hoped to buy all of the old trees "
                "for a visitor centre near Elm and gave up.\n\n" +
                    last);
  EXPECT_EQ(article.body.find("Orchard"), std::string::npos) << article.body;
  EXPECT_EQ(article.body.find("cider maker"), std::string::npos) << article.body;
}

TEST(PageBody, GoesOnBetweenTheHoursOfALiveBlog) {
  const Article article = page_with("By Ann Oak", kSold,
                                    "11:05 p.m.\n\nThe cat of the mill was seen on the roof by the miller.\n\n"
                                    "10:30 p.m.\n\nNobody at the mill would say whose cat it was.");
  EXPECT_TRUE(article.body.ends_with("Nobody at the mill would say whose cat it was.")) << article.body;
  EXPECT_EQ(article.body.find("p.m."), std::string::npos);
}

struct TopicCase {
  const char* name;
  const char* below;
  std::vector<std::string> topics;
};

class PageTopics : public testing::TestWithParam<TopicCase> {};

TEST_P(PageTopics, AreTheStated) {
  EXPECT_EQ(page_with("By Ann Oak", kSold, GetParam().below).topics, GetParam().topics);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, PageTopics,
    testing::Values(TopicCase{"None", "", {}}, TopicCase{"Line", "Tags: mills, cats", {"mills", "cats"}},
                    TopicCase{"German", "Themen: Mühlen; Katzen", {"Mühlen", "Katzen"}},
                    TopicCase{"Hashes", "Tags: #mills #cats", {"mills", "cats"}},
                    TopicCase{"Heading", "Topics\nMills\nOakford cats\n\nShow more", {"Mills", "Oakford cats"}},
                    TopicCase{"ListOfStories", "Most read\nMills\nCats", {}}),
    [](const auto& param) { return std::string(param.param.name); });

TEST(PageSection, IsTheLabelAboveTheHeadline) {
  EXPECT_EQ(page_with("By Ann Oak", kSold).section, "Town Desk");
}

TEST(PageSection, IsNotTheLastEntryOfAMenu) {
  Record record;
  record.content =
      "Home\nLocal\nWorld\nArts\nShop\nCrossword\n\nMill at Oakford is sold to a rival from the valley\n\n" +
      std::string(kSold) +
      "\n\nThe mill employs forty people and one cat, all of whom are to stay, the new owner of the mill said.\n";
  const auto result = extract_page(record);
  ASSERT_TRUE(std::holds_alternative<Article>(result));
  EXPECT_EQ(std::get<Article>(result).section, "");
}

struct RejectCase {
  const char* name;
  std::string content;
};

class PageReject : public testing::TestWithParam<RejectCase> {};

TEST_P(PageReject, SaysWhy) {
  Record record;
  record.where = {"dump.txt", 7, 42};
  record.content = GetParam().content;
  const auto result = extract_page(record);
  ASSERT_TRUE(std::holds_alternative<Reject>(result));
  const Reject& reject = std::get<Reject>(result);
  EXPECT_FALSE(reject.reason.empty());
  EXPECT_EQ(reject.where.record, 7);
  EXPECT_LE(reject.excerpt.size(), 200U);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, PageReject,
    testing::Values(RejectCase{"Empty", ""}, RejectCase{"Blank", " \n\n\t\n"},
                    RejectCase{"Menu", "Home\nWorld\nLocal\nSports\nArts\nSign in\nSubscribe\nContact us\n"},
                    RejectCase{"Headlines",
                               "Mill at Oakford is sold to a rival\nCat found on the roof of the mill\nBoat sinks off "
                               "the coast of Elm\nMayor buys a hat and loses it again\n"},
                    RejectCase{"NoHeadline",
                               "The mill employs forty people and one cat, all of whom are to stay, the owner said. He "
                               "then left for the sea and was not seen again that week.\n"}),
    [](const auto& param) { return std::string(param.param.name); });

}  // namespace
}  // namespace morgue::extract
