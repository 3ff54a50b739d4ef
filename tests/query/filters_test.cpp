// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/filters.h"

#include <gtest/gtest.h>

#include "tests/query/nodes.h"

namespace morgue::query {
namespace {

using test::all_of;
using test::any_of;
using test::dates;
using test::exact;
using test::none_of;
using test::phrase;
using test::word;

const Node kEverything = {All{}, {}};

Node topic(const char* text) {
  return word(text, FieldId::Topic);
}

TEST(Filters, OfOneClauseAreItOrNothing) {
  const std::vector<Node> filters = {
      topic("grain"),
      phrase("ada lovell", FieldId::Author),
      exact("Harbour Post", FieldId::Source),
      {Wildcard{FieldId::Section, "spo*"}, {}},
      {Fuzzy{FieldId::Author, "lovel", 1}, {}},
      dates(Day{2025, 6, 1}, std::nullopt),
      {Undated{}, {}},
      {NumberRange{FieldId::Words, 200, std::nullopt}, {}},
      {Has{FieldId::Headline}, {}},
      {Is{State::Revised}, {}},
      {IdIs{12}, {}},
      kEverything,
      none_of(topic("grain")),
      any_of({topic("grain"), word("en", FieldId::Language)}),
      any_of({all_of({topic("grain"), topic("oil")}), none_of(topic("gold"))}),
  };
  for (const Node& filter : filters) EXPECT_EQ(filters_of(filter), filter);
}

TEST(Filters, AreNotWhatAsksForWords) {
  const std::vector<Node> texts = {
      word("strike"),
      word("strike", FieldId::Headline),
      phrase("dock strike", FieldId::Body),
      exact("Strikes", FieldId::Lead),
      {Wildcard{FieldId::Text, "negotiat*"}, {}},
      {Fuzzy{FieldId::Headline, "strke", 1}, {}},
      {Near{10, false, {word("strike"), word("union")}}, {}},
      none_of(word("strike")),
      any_of({topic("grain"), word("strike")}),
      any_of({topic("grain"), all_of({topic("oil"), none_of(word("strike"))})}),
  };
  for (const Node& text : texts) {
    EXPECT_EQ(filters_of(text), kEverything);
    EXPECT_EQ(filters_of(all_of({topic("oil"), text})), topic("oil"));
  }
  EXPECT_EQ(filters_of(all_of(texts)), kEverything);
}

TEST(Filters, OfAConjunctionKeepTheirOrder) {
  const Node year = dates(Day{1987, 1, 1}, Day{1987, 12, 31});
  const Node not_gold = none_of(topic("gold"));
  EXPECT_EQ(filters_of(all_of({year, word("strike"), not_gold, phrase("dock strike"), topic("oil")})),
            all_of({year, not_gold, topic("oil")}));
  EXPECT_EQ(filters_of(test::parsed("strike author:lovell date:1987 -union")), test::parsed("author:lovell date:1987"));
}

TEST(DateBounds, AreThoseThatEveryMatchMeets) {
  const Node year = dates(Day{1987, 1, 1}, Day{1987, 12, 31});
  EXPECT_EQ(date_bounds_of(year).from, (Day{1987, 1, 1}));
  EXPECT_EQ(date_bounds_of(year).to, (Day{1987, 12, 31}));
  const auto narrowed =
      date_bounds_of(all_of({year, word("strike"), dates(Day{1987, 3, 1}, {}), dates({}, Day{1990, 1, 1})}));
  EXPECT_EQ(narrowed.from, (Day{1987, 3, 1}));
  EXPECT_EQ(narrowed.to, (Day{1987, 12, 31}));
}

TEST(DateBounds, AreNotThoseOfAlternativesOrOtherDates) {
  const Node year = dates(Day{1987, 1, 1}, Day{1987, 12, 31});
  const Node updated = {DateRange{FieldId::Updated, Day{1987, 1, 1}, std::nullopt}, {}};
  for (const Node& query :
       {any_of({year, topic("oil")}), none_of(year), updated, all_of({word("x"), none_of(year)}), kEverything}) {
    EXPECT_EQ(date_bounds_of(query).from, std::nullopt);
    EXPECT_EQ(date_bounds_of(query).to, std::nullopt);
  }
}

}  // namespace
}  // namespace morgue::query
