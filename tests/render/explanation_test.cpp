// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/explanation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/width.h"

namespace morgue::render {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr TextStyle kPlain{false, false, 60};

Explanation clause(std::string text, std::int64_t articles, std::optional<std::int64_t> without = std::nullopt,
                   std::vector<Explanation> of = {}) {
  Explanation out;
  out.clause = std::move(text);
  out.articles = articles;
  out.without = without;
  out.of = std::move(of);
  return out;
}

Explanation sample() {
  Explanation docks = clause("dock*", 1420, 30);
  docks.forms = {{"docks", 1300}, {"docked", 50}};
  docks.all_forms = 12;
  Explanation strike = clause("strike", 90, 15);
  strike.forms = {{"strike", 90}};
  strike.all_forms = 1;
  return clause("dock* (strike OR author:doe)", 12, std::nullopt,
                {docks, clause("strike OR author:doe", 101, 1420, {strike, clause("author:doe", 0, 12)})});
}

TEST(ExplanationText, IsATreeWithItsNumbersInColumns) {
  EXPECT_EQ(explanation_text(sample(), kPlain),
            "dock* (strike OR author:doe)     12\n"
            "  dock*                       1,420  without it: 30\n"
            "    = docks 1,300, docked 50 and 10 more\n"
            "  strike OR author:doe          101  without it: 1,420\n"
            "    strike                       90  without it: 15\n"
            "    author:doe                    0  without it: 12\n");
}

TEST(ExplanationText, KeepsToTheWidthWhateverItIsGiven) {
  Explanation deep = clause(std::string(300, 'x'), 1'000'000, 5);
  for (int i = 0; i < 40; ++i) deep = clause("NOT 新聞新聞新聞新聞新聞新聞新聞新聞新聞新聞新聞新聞", 3, 7, {deep});
  deep.of.front().forms.assign(40, {"wordwordword", 123456});
  deep.of.front().all_forms = 41;
  for (const std::size_t width : {48U, 80U, 140U}) {
    const std::string text = explanation_text(deep, {false, false, width});
    for (std::size_t begin = 0; begin < text.size(); begin = text.find('\n', begin) + 1) {
      const auto line = std::string_view(text).substr(begin, text.find('\n', begin) - begin);
      EXPECT_LE(column_width(line), width) << line;
    }
  }
  EXPECT_FALSE(explanation_text(deep, {false, false, 1}).empty());
}

TEST(ExplanationText, PrintsNothingThatSteersATerminal) {
  const std::string text = explanation_text(clause("a\x1b[2Jb\n\u202Ec", 1), kPlain);
  EXPECT_TRUE(text.starts_with("a[2Jb c")) << text;
}

TEST(ExplanationJson, HasEverything) {
  JsonWriter json;
  write_explanation(json, clause("a b", 0, std::nullopt, {clause("a", 2, 0)}));
  EXPECT_EQ(json.take(), R"({"clause":"a b","articles":0,"without":null,"forms":[],"forms_total":0,)"
                         R"("of":[{"clause":"a","articles":2,"without":0,"forms":[],"forms_total":0,"of":[]}]})");
}

TEST(Blame, NamesTheClausesThatMatchNothing) {
  EXPECT_THAT(blame(clause("a b", 0, std::nullopt, {clause("a", 4, 0), clause("b", 0, 4)})),
              ElementsAre("nothing matches b (without it: 4 matches)"));
  EXPECT_THAT(blame(clause("a b c", 0, std::nullopt, {clause("a", 4, 0), clause("b", 0, 0), clause("c", 0, 0)})),
              ElementsAre("nothing matches b", "nothing matches c"));
}

TEST(Blame, NamesClausesWithoutWhichThereWouldBeSomething) {
  EXPECT_THAT(blame(clause("a b date:1926", 0, std::nullopt,
                           {clause("a", 4, 0), clause("b", 5, 0), clause("date:1926", 9, 1)})),
              ElementsAre("without date:1926: 1 match"));
  EXPECT_THAT(blame(clause("a b", 0, std::nullopt, {clause("a", 4, 2), clause("b", 2, 4)})),
              ElementsAre("without a: 2 matches", "without b: 4 matches"));
}

TEST(Blame, LooksIntoGroupsWhereThatHelps) {
  const auto query = [](std::int64_t without) {
    return clause("a (b OR c)", 0, std::nullopt,
                  {clause("a", 4, 0), clause("b OR c", 0, without, {clause("b", 0, 0), clause("c", 0, 0)})});
  };
  EXPECT_THAT(blame(query(4)), ElementsAre("nothing matches b OR c (without it: 4 matches)"));
  EXPECT_THAT(blame(query(0)), ElementsAre("nothing matches b", "nothing matches c"));
}

TEST(Blame, IsSilentWhereThereIsNothingToSay) {
  EXPECT_THAT(blame(clause("a", 0)), IsEmpty());
  EXPECT_THAT(blame(clause("a b", 3, std::nullopt, {clause("a", 4, 3), clause("b", 3, 4)})), IsEmpty());
  EXPECT_THAT(blame(clause("a b", 0, std::nullopt, {clause("a", 4, 0), clause("b", 3, 0)})), IsEmpty());
}

}  // namespace
}  // namespace morgue::render
