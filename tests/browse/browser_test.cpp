// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/browser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/ast.h"
#include "tests/browse/picture.h"

namespace morgue::browse {
namespace {

using testing::HasSubstr;
using Kind = Key::Kind;

constexpr Size kUsual{24, 80};

class BrowserTest : public ::testing::Test {
 protected:
  /// As if the engine had answered at once.
  void find(std::int64_t total) {
    const auto wanted = browser_.next_wanted();
    ASSERT_TRUE(wanted);
    number_ = wanted->number;
    browser_.answer(found(number_, total));
  }
  void read_current() {
    const auto wanted = browser_.next_wanted();
    ASSERT_TRUE(wanted && wanted->article);
    browser_.answer(read(wanted->number, *wanted->article));
  }
  std::vector<Effect> effects() { return browser_.take_effects(); }

  Browser browser_{{false, "/home/jane"}, kUsual, ""};
  std::uint64_t number_ = 0;
};

TEST_F(BrowserTest, AsksForEveryKeyAndOnlyOnce) {
  find(9);
  type(browser_, U"o");
  const auto first = browser_.next_wanted();
  ASSERT_TRUE(first);
  EXPECT_EQ(first->question.text, "o");
  EXPECT_TRUE(first->question.typing);
  EXPECT_FALSE(browser_.next_wanted());
  type(browser_, U"il");
  const auto second = browser_.next_wanted();
  ASSERT_TRUE(second);
  EXPECT_EQ(second->question.text, "oil");
  EXPECT_GT(second->number, first->number);
}

TEST_F(BrowserTest, IgnoresAnswersToWhatWasTypedBefore) {
  find(9);
  type(browser_, U"o");
  const auto first = browser_.next_wanted();
  type(browser_, U"il");
  const auto second = browser_.next_wanted();
  browser_.answer(found(first->number, 5));
  EXPECT_THAT(picture(browser_), HasSubstr("9 matches"));
  browser_.answer(found(second->number, 1));
  EXPECT_THAT(picture(browser_), HasSubstr("1 match,"));
}

TEST_F(BrowserTest, ShowsTheSpotOfAWrongQueryAndKeepsTheLastResults) {
  find(3);
  type(browser_, U"x autor:y");
  const auto wanted = browser_.next_wanted();
  browser_.answer(Failed{wanted->number, "unknown field \"autor\"", "did you mean author?", query::Span{2, 7}});
  const std::string shown = picture(browser_);
  EXPECT_THAT(shown, HasSubstr("/ x autor:y"));
  EXPECT_THAT(shown, HasSubstr("\n    ^^^^^\n"));
  EXPECT_THAT(shown, HasSubstr("unknown field \"autor\": did you mean author?"));
  EXPECT_THAT(shown, HasSubstr("Story 1"));
  // The last results can still be read.
  const auto next = browser_.next_wanted();
  ASSERT_TRUE(next && next->article);
  EXPECT_EQ(next->number, number_);
  browser_.answer(read(number_, *next->article));
  EXPECT_THAT(picture(browser_), HasSubstr("oil and more oil"));
}

TEST_F(BrowserTest, AsksAgainForTheFinishedWordWhenTypingEnds) {
  find(9);
  type(browser_, U"ferr");
  auto answer = found(browser_.next_wanted()->number, 2);
  answer.unfinished = "ferr*";
  browser_.answer(answer);
  EXPECT_THAT(picture(browser_), HasSubstr("ferr*"));
  press(browser_, Kind::Enter);
  const auto wanted = browser_.next_wanted();
  ASSERT_TRUE(wanted);
  EXPECT_FALSE(wanted->question.typing);
  EXPECT_GT(wanted->number, answer.number);
}

TEST_F(BrowserTest, DoesNotAskAgainForAWordThatWasFinished) {
  find(9);
  type(browser_, U"ferry");
  const auto wanted = browser_.next_wanted();
  browser_.answer(found(wanted->number, 2));
  press(browser_, Kind::Enter);
  const auto next = browser_.next_wanted();
  ASSERT_TRUE(next);  // for the article, by the same number
  EXPECT_EQ(next->number, wanted->number);
}

TEST_F(BrowserTest, FetchesPagesAsTheListScrolls) {
  find(200);
  press(browser_, Kind::Enter);
  press(browser_, Kind::End);
  const auto wanted = browser_.next_wanted();
  ASSERT_TRUE(wanted);
  EXPECT_EQ(wanted->page, std::optional<std::size_t>(3));
  EXPECT_THAT(picture(browser_), HasSubstr("..."));
  Page page{wanted->number, 3, {}};
  for (std::int64_t i = 151; i <= 200; ++i) page.hits.push_back({i, {}, Snippet{"Late " + std::to_string(i), {}}, {}});
  browser_.answer(page);
  EXPECT_THAT(picture(browser_), HasSubstr("Late 200"));
}

TEST_F(BrowserTest, StepsThroughHitsAndOnToTheNextArticle) {
  find(2);
  press(browser_, Kind::Enter);
  read_current();
  for (const char* title : {"hit 1 of 3", "hit 2 of 3", "hit 3 of 3"}) {
    type(browser_, U"n");
    EXPECT_THAT(picture(browser_), HasSubstr(title));
  }
  type(browser_, U"n");
  read_current();
  EXPECT_THAT(picture(browser_), HasSubstr("2 of 2 - hit 1 of 3"));
  type(browser_, U"N");
  read_current();
  EXPECT_THAT(picture(browser_), HasSubstr("1 of 2 - hit 3 of 3"));
}

TEST_F(BrowserTest, SaysWhenThereIsNoFurtherHit) {
  find(1);
  press(browser_, Kind::Enter);
  read_current();
  type(browser_, U"nnnn");
  EXPECT_THAT(picture(browser_), HasSubstr("this is the last match"));
}

TEST_F(BrowserTest, NarrowsByTheValueOfAFacetAndWidensAgain) {
  find(9);
  press(browser_, Kind::Enter);
  type(browser_, U"t");
  const auto asks = browser_.next_wanted();
  ASSERT_TRUE(asks);
  EXPECT_TRUE(asks->facets);
  browser_.answer(Counts{asks->number, Facet::Topic, {{"harbour", 5}, {"labour", 2}}});
  EXPECT_THAT(picture(browser_), HasSubstr(">harbour"));
  press(browser_, Kind::Down);
  press(browser_, Kind::Enter);
  const auto narrowed = browser_.next_wanted();
  ASSERT_TRUE(narrowed);
  ASSERT_EQ(narrowed->question.narrowings.size(), 1U);
  EXPECT_EQ(narrowed->question.narrowings[0].value, "labour");
  EXPECT_THAT(picture(browser_), HasSubstr("topic labour"));
  type(browser_, U"x");
  EXPECT_TRUE(browser_.next_wanted()->question.narrowings.empty());
}

TEST_F(BrowserTest, NarrowsToTheDaysOfAPeriod) {
  find(9);
  press(browser_, Kind::Enter);
  Spread spread{number_, PeriodUnit::Month, period_of(Day{1987, 2, 1}, PeriodUnit::Month), {{4, 5}, {0, 3}, {5, 9}}};
  browser_.answer(spread);
  type(browser_, U"p");
  press(browser_, Kind::Down);  // the latest is the first; March has none
  press(browser_, Kind::Enter);
  const auto wanted = browser_.next_wanted();
  ASSERT_EQ(wanted->question.narrowings.size(), 1U);
  EXPECT_EQ(wanted->question.narrowings[0].value, "1987-02");
  EXPECT_EQ(wanted->question.narrowings[0].from, (Day{1987, 2, 1}));
  EXPECT_EQ(wanted->question.narrowings[0].to, (Day{1987, 2, 28}));
}

TEST_F(BrowserTest, OpensOnlyAddressesOfTheWeb) {
  find(1);
  press(browser_, Kind::Enter);
  read_current();
  type(browser_, U"o");
  const auto done = effects();
  ASSERT_EQ(done.size(), 1U);
  EXPECT_EQ(done[0].kind, Effect::Kind::Open);
  EXPECT_EQ(done[0].text, "https://herald.example/1");

  for (const char* address : {"file:///etc/passwd", "--help", "javascript:x"}) {
    Read other = read(number_, 1);
    other.article.url = address;
    browser_.answer(other);
    type(browser_, U"o");
    EXPECT_TRUE(effects().empty()) << address;
    EXPECT_THAT(picture(browser_), HasSubstr("not an address of the web"));
  }
}

TEST_F(BrowserTest, CopiesACitation) {
  find(1);
  press(browser_, Kind::Enter);
  read_current();
  type(browser_, U"cC");
  const auto done = effects();
  ASSERT_EQ(done.size(), 2U);
  EXPECT_EQ(done[0].text, "\"Story 1\", Herald, https://herald.example/1");
  EXPECT_THAT(done[1].text, HasSubstr("@article{morgue-1,"));
}

TEST_F(BrowserTest, FetchesTheArticleForACitationWhereItIsNotShown) {
  browser_.resize({10, 60});
  find(1);
  press(browser_, Kind::Enter);
  const auto before = browser_.next_wanted();
  EXPECT_TRUE(!before || !before->article);
  type(browser_, U"c");
  EXPECT_TRUE(effects().empty());
  read_current();
  EXPECT_EQ(effects().size(), 1U);
}

TEST_F(BrowserTest, ExportsWhatIsShownByTheEndOfTheName) {
  find(2);
  press(browser_, Kind::Enter);
  type(browser_, U"e");
  type(browser_, U"~/out");
  press(browser_, Kind::Enter);
  EXPECT_TRUE(effects().empty());
  EXPECT_THAT(picture(browser_), HasSubstr("the end of the name is the format: .jsonl"));
  type(browser_, U".csv");
  press(browser_, Kind::Enter);
  const auto done = effects();
  ASSERT_EQ(done.size(), 1U);
  EXPECT_EQ(done[0].order.path, "/home/jane/out.csv");
  EXPECT_FALSE(done[0].order.replace);
}

TEST_F(BrowserTest, AsksBeforeAFileIsReplaced) {
  find(2);
  press(browser_, Kind::Enter);
  type(browser_, U"eout.csv");
  press(browser_, Kind::Enter);
  effects();
  browser_.answer(Exported{"out.csv", false, true});
  EXPECT_THAT(picture(browser_), HasSubstr("replace it? (y/n)"));
  type(browser_, U"n");
  EXPECT_TRUE(effects().empty());
  browser_.answer(Exported{"out.csv", false, true});
  type(browser_, U"y");
  const auto done = effects();
  ASSERT_EQ(done.size(), 1U);
  EXPECT_TRUE(done[0].order.replace);
}

TEST_F(BrowserTest, QuitsFromTheListButTypesQInTheQuery) {
  type(browser_, U"q");
  EXPECT_TRUE(effects().empty());
  press(browser_, Kind::Escape);
  type(browser_, U"q");
  const auto done = effects();
  ASSERT_EQ(done.size(), 1U);
  EXPECT_EQ(done[0].kind, Effect::Kind::Quit);
}

TEST_F(BrowserTest, ShowsHelpAndComesBack) {
  find(1);
  press(browser_, Kind::Enter);
  type(browser_, U"?");
  EXPECT_THAT(picture(browser_), HasSubstr("any key: back"));
  type(browser_, U"q");
  EXPECT_TRUE(effects().empty());
  EXPECT_THAT(picture(browser_), HasSubstr("Story 1"));
}

TEST_F(BrowserTest, ScrollsHelpThatDoesNotFit) {
  find(1);
  browser_.resize({5, 30});
  press(browser_, Kind::Enter);
  type(browser_, U"?");
  EXPECT_THAT(picture(browser_), HasSubstr("Down: more"));
  for (int i = 0; i < 40; ++i) press(browser_, Kind::Down);
  EXPECT_THAT(picture(browser_), HasSubstr("mouse"));
  for (int i = 0; i < 40; ++i) press(browser_, Kind::Up);
  EXPECT_THAT(picture(browser_), HasSubstr("type the query"));
  type(browser_, U"x");
  EXPECT_THAT(picture(browser_), HasSubstr("Story 1"));
}

TEST_F(BrowserTest, SelectsWhatIsClickedAndScrollsWithTheWheel) {
  find(40);
  const Layout layout = browser_.state().layout;
  browser_.key({Kind::Click, 0, layout.list.row + 2, 5});
  EXPECT_EQ(browser_.state().list.selected(), 2U);
  EXPECT_EQ(browser_.state().focus, Focus::List);
  browser_.key({Kind::WheelDown, 0, layout.list.row, 5});
  EXPECT_EQ(browser_.state().list.selected(), 5U);
  browser_.key({Kind::WheelUp, 0, layout.list.row, 5});
  EXPECT_EQ(browser_.state().list.selected(), 2U);
}

TEST_F(BrowserTest, LooksAtTheArchiveAnew) {
  find(1);
  const auto before = browser_.next_wanted();
  press(browser_, Kind::Refresh);
  const auto after = browser_.next_wanted();
  ASSERT_TRUE(before && after);
  EXPECT_GT(after->number, before->number);
  EXPECT_NE(after->question.snapshot, before->question.snapshot);
}

/// Every size, every focus: nothing is drawn outside and nothing throws.
TEST_F(BrowserTest, SurvivesEverySize) {
  find(120);
  browser_.answer(read(number_, 1));
  browser_.answer(Spread{number_, PeriodUnit::Day, 6000, std::vector<Spread::Row>(300, {3, 5})});
  browser_.answer(Counts{number_, Facet::Author, {{"王小明", 5}, {"Jane", 2}}});
  type(browser_, U"日本 query");
  for (const std::size_t rows : {0, 1, 2, 3, 4, 5, 6, 11, 12, 16, 24, 60}) {
    for (const std::size_t columns : {0, 1, 2, 3, 10, 20, 35, 40, 59, 80, 110, 300}) {
      browser_.resize({rows, columns});
      for (const char32_t key : {U'\0', U'j', U'a', U'p', U'n', U'?', U'e', U'/'}) {
        if (key == U'/' || key == U'\0') press(browser_, Kind::Escape);
        if (key != U'\0') browser_.key(typed(key));
        const Surface surface = draw(browser_.state());
        EXPECT_EQ(surface.size(), (Size{rows, columns}));
        if (surface.cursor.shown) {
          EXPECT_LT(surface.cursor.row, rows);
          EXPECT_LT(surface.cursor.column, columns);
        }
      }
      press(browser_, Kind::Escape);
      press(browser_, Kind::Escape);
    }
  }
}

TEST_F(BrowserTest, StillShowsQueryHitsAndTotalInATinyWindow) {
  browser_.resize({5, 20});
  find(7);
  const std::string shown = picture(browser_);
  EXPECT_THAT(shown, HasSubstr("Story 1"));
  EXPECT_THAT(shown, HasSubstr("7 matches"));
}

}  // namespace
}  // namespace morgue::browse
