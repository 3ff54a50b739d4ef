// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/query/nodes.h"

namespace morgue::query::test {
namespace {

TEST(Proximity, IsWrittenInBothNotations) {
  const Node a = word("strike");
  const Node b = word("union");
  expect_read_as({
      {"strike w/10 union", within(10, a, b)},
      {"strike W/10 union", within(10, a, b)},
      {"strike NEAR/10 union", within(10, a, b)},
      {"strike near/3 union", within(3, a, b)},
      {"strike NEAR union", within(10, a, b)},
      {"strike pre/2 union", before(2, a, b)},
      {"strike PRE/2 union", before(2, a, b)},
      {"strike ADJ/2 union", before(2, a, b)},
      {"strike ADJ union", before(1, a, b)},
      {"strike w/1000 union", within(1'000, a, b)},
      {"strike w/007 union", within(7, a, b)},
  });
}

TEST(Proximity, IsAWordInLowerCaseAndInValues) {
  expect_read_as({
      {"near miss", all_of({word("near"), word("miss")})},
      {"w/o", word("w/o")},
      {"topic:w/5", word("w/5", FieldId::Topic)},
      {"\"w/5\"", phrase("w/5")},
      {"pre/post", word("pre/post")},
      {"near-miss", word("near-miss")},
  });
}

TEST(Proximity, BindsTighterThanNotAndOr) {
  const Node a = word("a");
  const Node b = word("b");
  const Node c = word("c");
  const Node d = word("d");
  expect_read_as({
      {"a b w/3 c", all_of({a, within(3, b, c)})},
      {"a w/3 b c", all_of({within(3, a, b), c})},
      {"a w/3 b AND c w/4 d", all_of({within(3, a, b), within(4, c, d)})},
      {"a OR b w/3 c", any_of({a, within(3, b, c)})},
      {"-a w/3 b", none_of(within(3, a, b))},
      {"NOT a w/3 b c", all_of({none_of(within(3, a, b)), c})},
      {"a w/3 b pre/2 c", before(2, within(3, a, b), c)},
      {"a w/3 (b pre/2 c)", within(3, a, before(2, b, c))},
      {"((a w/3 b))", within(3, a, b)},
      {"(a OR b) w/3 (c OR d)", within(3, any_of({a, b}), any_of({c, d}))},
      {"(a OR b w/2 c) w/3 d", within(3, any_of({a, within(2, b, c)}), d)},
      {"a w/3 a", within(3, a, a)},
  });
}

TEST(Proximity, TakesWordsPhrasesWildcardsAndFuzzyWords) {
  expect_read_as({
      {"\"dock strike\" w/5 =Tide", within(5, phrase("dock strike"), exact("Tide"))},
      {"dock* w/5 wom?n", within(5, wildcard("dock*"), wildcard("wom?n"))},
      {"zelensky~1 pre/2 visit", before(2, fuzzy("zelensky", 1), word("visit"))},
      {"\"climat* change\" w/5 act", within(5, before(1, wildcard("climat*"), phrase("change")), word("act"))},
      {"act w/5 re-elect*",
       within(5, word("act"), any_of({before(1, phrase("re"), wildcard("elect*")), wildcard("reelect*")}))},
  });
}

TEST(Proximity, StandsInOneField) {
  const auto in = [](FieldId field) { return within(3, word("a", field), word("b", field)); };
  expect_read_as({
      {"headline:(a w/3 b)", in(FieldId::Headline)},
      {"headline:a w/3 headline:b", in(FieldId::Headline)},
      {"body:a w/3 body:b", in(FieldId::Body)},
      {"lead:(a w/3 b)", in(FieldId::Lead)},
      {"author:(a w/3 b)", in(FieldId::Author)},
      {"=(a w/3 b)", within(3, exact("a"), exact("b"))},
      {"headline:(a w/3 b) c", all_of({in(FieldId::Headline), word("c")})},
      {"topic:(x OR a w/3 b)", any_of({word("x", FieldId::Topic), in(FieldId::Topic)})},
      {"headline:(a OR c) w/2 headline:\"d e\"",
       within(2, any_of({word("a", FieldId::Headline), word("c", FieldId::Headline)}),
              phrase("d e", FieldId::Headline))},
  });
}

TEST(Proximity, PrintsCanonically) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases = {
      {"a NEAR b", "a w/10 b"},
      {"a adj/3 b", "a pre/3 b"},
      {"(a w/3 b) w/2 c", "a w/3 b w/2 c"},
      {"a w/3 (b w/2 c)", "a w/3 (b w/2 c)"},
      {"(a OR b) w/3 c", "(a OR b) w/3 c"},
      {"-(a w/3 b)", "NOT a w/3 b"},
      {"title:(a w/3 b)", "headline:a w/3 headline:b"},
      {"\"climat* change\"", "climat* pre/1 \"change\""},
  };
  for (const auto& [query, canonical] : cases) EXPECT_EQ(print(parsed(query)), canonical) << query;
}

TEST(Proximity, KnowsWhereItCameFrom) {
  const std::string_view query = "x headline:tide w/3 headline:ebb";
  const Node root = parsed(query);
  const Node& node = std::get<And>(root.value).of.at(1);
  EXPECT_EQ(query.substr(node.span.begin, node.span.end - node.span.begin), "headline:tide w/3 headline:ebb");
}

TEST(Proximity, IsBounded) {
  std::string chain = "a";
  for (int i = 0; i < 100; ++i) chain += " w/1 a";
  EXPECT_NO_THROW(parsed(chain));
  EXPECT_NE(error_of(chain + " w/1 a").message().find("nested too deeply"), std::string::npos);
  std::string nested = "a";
  for (int i = 0; i < 5'000; ++i) nested = "a w/1 (" + nested;
  EXPECT_NE(error_of(nested).message().find("nested too deeply"), std::string::npos);
}

}  // namespace
}  // namespace morgue::query::test
