// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/wildcard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/query/nodes.h"

namespace morgue::query::test {
namespace {

TEST(Wildcards, StandAnywhereInAWord) {
  for (const char* text : {"negotiat*", "wom?n", "*schutz", "?chutz", "Umwelt*gesetz", "Über*", "M*A*S*H", "20*",
                           "who?", "o'bri*", "AT*", "поезд*", "νησ?"}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(parsed(text), wildcard(text));
    EXPECT_EQ(parsed("headline:" + std::string(text)), wildcard(text, FieldId::Headline));
    EXPECT_EQ(parsed("author:\"" + std::string(text) + " x\""),
              std::string_view(text).ends_with('?')
                  ? phrase(std::string(text) + " x", FieldId::Author)
                  : before(1, wildcard(text, FieldId::Author), phrase("x", FieldId::Author)));
    EXPECT_EQ(print(parsed(text)), text);
  }
  expect_read_as({
      {"(negotiat*, x)", all_of({wildcard("negotiat*"), word("x")})},
      {"-dock*", none_of(wildcard("dock*"))},
      {"topic:(oil* OR gas)", any_of({wildcard("oil*", FieldId::Topic), word("gas", FieldId::Topic)})},
      {"\"dock*\"", wildcard("dock*")},
  });
}

TEST(Wildcards, AreSplitIntoAdjacentWordsLikeTheTextTheyFind) {
  expect_read_as({
      {"\"climat* change\"", before(1, wildcard("climat*"), phrase("change"))},
      {"\"the climat* change act, wom?n\"",
       before(1, before(1, before(1, phrase("the"), wildcard("climat*")), phrase("change act")), wildcard("wom?n"))},
      {"\"covid-19 vacc*\"", before(1, phrase("covid-19"), wildcard("vacc*"))},
      {"\"wom?n dock*\"", before(1, wildcard("wom?n"), wildcard("dock*"))},
      {"l'*tat", before(1, phrase("l"), wildcard("*tat"))},
      {"l'éta*", before(1, phrase("l"), wildcard("éta*"))},
      {"渡轮ferr*", before(1, phrase("渡轮"), wildcard("ferr*"))},
      {"author:\"jan* doe\"", before(1, wildcard("jan*", FieldId::Author), phrase("doe", FieldId::Author))},
  });
}

/// The analyser indexes hyphenated words in parts and joined.
TEST(Wildcards, InHyphenatedWordsFindTheJoinedWordToo) {
  expect_read_as({
      {"re-elect*", any_of({before(1, phrase("re"), wildcard("elect*")), wildcard("reelect*")})},
      {"covid-19*", any_of({before(1, phrase("covid"), wildcard("19*")), wildcard("covid19*")})},
      {"covid-1*", wildcard("covid1*")},  // 1* alone would be too much
      {"1939-45*", before(1, phrase("1939"), wildcard("45*"))},
      {"jean-p*", wildcard("jeanp*")},
      {"\"a re-elect* b\"", before(1, before(1, phrase("a re"), wildcard("elect*")), phrase("b"))},
  });
}

TEST(Wildcards, InAPhraseAreToldFromTheSignsThemselves) {
  expect_read_as({
      {R"("tid\* table")", phrase("tid* table")},
      {R"("wom\?n")", phrase("wom?n")},
      {"\"who did it?\"", phrase("who did it?")},
      {"\"what? nothing\"", phrase("what? nothing")},
      {R"("tid\* tab*")", before(1, phrase("tid"), wildcard("tab*"))},
      {"topic:=\"C*\"", exact("C*", FieldId::Topic)},
      {"url:\"https://example.com/*\"", exact("https://example.com/*", FieldId::Url)},
  });
}

TEST(Fuzzy, IsAWordAndADistance) {
  expect_read_as({
      {"Zelensky~1", fuzzy("Zelensky", 1)},
      {"Zelensky~2", fuzzy("Zelensky", 2)},
      {"Zelensky~", fuzzy("Zelensky", 1)},
      {"author:hodunova~2", fuzzy("hodunova", 2, FieldId::Author)},
      {"abc~1", fuzzy("abc", 1)},
      {"abcde~2", fuzzy("abcde", 2)},
      {"AND~1", fuzzy("AND", 1)},
      {"łódź~1", fuzzy("łódź", 1)},
      {"-tide~1", none_of(fuzzy("tide", 1))},
      {"topic:(tide~1 OR ebb)", any_of({fuzzy("tide", 1, FieldId::Topic), word("ebb", FieldId::Topic)})},
      {"[tide~1", fuzzy("tide", 1)},
      {"a~b", word("a~b")},
      {"https://example.com/~1", word("https://example.com/~1")},
      {"\"tide~1\"", phrase("tide~1")},
      {"key:a~1", exact("a~1", FieldId::Key)},
  });
  EXPECT_EQ(print(parsed("Zelensky~")), "Zelensky~1");
}

TEST(ReadPattern, FoldsTheFixedLetters) {
  text::Analyser analyser;
  const auto pattern_of = [&](std::string_view word) {
    const Pattern pattern = read_pattern(word, wildcards_in(word), analyser);
    return pattern.words.size() == 1 ? pattern.words.front().pattern : "?";
  };
  EXPECT_EQ(pattern_of("Über*"), "uber*");
  EXPECT_EQ(pattern_of("WOM?N"), "wom?n");
  EXPECT_EQ(pattern_of("U.S.*"), "us*");
  EXPECT_EQ(pattern_of("AT&*"), "at&*");
  EXPECT_EQ(pattern_of("cafe\u0301*"), "cafe*");
  EXPECT_EQ(pattern_of("O’Br?en"), "o'br?en");
  EXPECT_EQ(pattern_of(std::string(300, 'x') + "*"), "");
}

}  // namespace
}  // namespace morgue::query::test
