// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/query/nodes.h"

namespace morgue::query::test {
namespace {

using ::testing::HasSubstr;

TEST(QueryError, IsThreeLinesAndAHint) {
  const Error error = error_of("autor:smith date:1990");
  EXPECT_EQ(error.code(), ErrorCode::Query);
  EXPECT_EQ(error.message(),
            "unknown field \"autor\"\n"
            "  autor:smith date:1990\n"
            "  ^^^^^");
  EXPECT_EQ(error.hint(), "did you mean author?");
}

/// `carets` marks the wrong spot under `query`.
struct Case {
  std::string_view query;
  std::string_view carets;
  std::string_view message;
  std::string_view hint;  ///< part of it
};

/// `rest` goes on with the messages that end in a blank.
void expect(const std::vector<Case>& cases, std::string_view rest = {}) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.query);
    const Error error = error_of(c.query);
    EXPECT_EQ(error.code(), ErrorCode::Query);
    const std::string message = std::string(c.message) + (c.message.ends_with(' ') ? std::string(rest) : "");
    EXPECT_EQ(error.message(), message + "\n  " + std::string(c.query) + "\n  " + std::string(c.carets));
    EXPECT_THAT(error.hint(), HasSubstr(std::string(c.hint)));
    EXPECT_FALSE(error.hint().empty());
  }
}

TEST(QueryError, PointsAtBrokenSyntax) {
  expect({
      {"ferry \"fares rise", "      ^", "this quotation mark is never closed", "close it"},
      {"“ferry \"fares\"", "^", "this quotation mark is never closed", "close it"},
      {"ferry” fares", "     ^", "this quotation mark is never closed", "close it"},
      {"ferry」", "     ^^", "a closing quotation mark without an opening one", "before"},
      {"ferry (fares OR tide", "      ^", "this \"(\" is never closed", "\")\""},
      {"ferry (", "      ^", "this \"(\" is never closed", "\")\""},
      {"ferry) tide", "     ^", "no \"(\" for this \")\"", "\"(\""},
      {") tide", "^", "no \"(\" for this \")\"", "\"(\""},
      {"ferry ( )", "      ^^^", "an empty group", "words"},
      {"author:()", "       ^^", "an empty group", "words"},
      {"ferry \"\"", "      ^^", "nothing between the quotation marks", "phrase"},
      {"ferry \" \"", "      ^^^", "nothing between the quotation marks", "phrase"},
      {"ferry OR", "      ^^", "\"OR\" has nothing after it", "lower case"},
      {"(ferry AND) tide", "       ^^^", "\"AND\" has nothing after it", "lower case"},
      {"OR ferry", "^^", "\"OR\" has nothing before it", "lower case"},
      {"tide (AND ferry)", "      ^^^", "\"AND\" has nothing before it", "lower case"},
      {"tide OR OR ferry", "        ^^", "\"OR\" directly after \"OR\"", "put a word between"},
      {"tide NOT AND ferry", "         ^^^", "\"AND\" directly after \"NOT\"", "put a word between"},
      {"tide NOT", "     ^^^", "\"NOT\" has nothing after it", "put a word after"},
      {"tide - ferry", "     ^", "\"-\" stands alone", "directly before"},
      {"tide -", "     ^", "\"-\" stands alone", "directly before"},
      {"--tide", "^", "\"-\" stands alone", "directly before"},
      {"tide & ferry", "     ^", "\"&\" has no letter or digit to search for", "quotation marks"},
      {"\"...\"", "^^^^^", "\"...\" has no letter or digit to search for", "quotation marks"},
      {"= tide", "^", "nothing directly after \"=\"", "directly before"},
      {"=*", " ^", "= stands before a word or a phrase", "*"},
  });
}

TEST(QueryError, PointsAtWrongFieldsAndValues) {
  expect({
      {"ferry hedline:tide", "      ^^^^^^^", "unknown field \"hedline\"", "did you mean headline?"},
      {"publisher:tide", "^^^^^^^^^", "unknown field \"publisher\"", "the fields are headline, body"},
      {"作者:王", "^^^^", "unknown field \"作者\"", "quotation marks"},
      {"mailto:x@example.com", "^^^^^^", "unknown field \"mailto\"", "quotation marks"},
      {"author:", "^^^^^^^", "nothing directly after \"author:\"", "without a blank"},
      {"author: smith", "^^^^^^^", "nothing directly after \"author:\"", "without a blank"},
      {"(tide author:=)", "      ^^^^^^^^", "nothing directly after \"author:=\"", "without a blank"},
      {"author :smith", "       ^", "a colon without a field before it", "without blanks"},
      {"topic:-oil", "      ^", "\"-\" cannot begin a value", "before the field"},
      {"topic:(oil author:doe)", "           ^^^^^^", "a field inside a group that a field stands before", "close"},
      {"author:topic:oil", "       ^^^^^", "a field inside the value of another", "one field"},
      {"=topic:oil", " ^^^^^", "a field inside the value of another", "one field"},
      {"author=smith", "      ^", "a field is followed by a colon", "author:"},
      {"date>2020", "    ^", "a field is followed by a colon", "date:"},
      {"date:2025-13", "     ^^^^^^^", "\"2025-13\" is not a date: there is no month 13", "2025-01"},
      {"tide date:2024..2025-02-30", "                ^^^^^^^^^^",
       "\"2025-02-30\" is not a date: 2025-02 has the days 1 to 28", "2025-02"},
      {"date:2025..2024", "     ^^^^^^^^^^", "the range \"2025..2024\" ends before it begins", "2024..2025"},
      {"date:\"2025-13\"", "     ^^^^^^^^^", "\"2025-13\" is not a date: there is no month 13", "2025-01"},
      {"date:=2025", "^^^^^^", "date: does not go with =", "leave"},
      {"before:(2020 OR x)", "                ^", "\"x\" is not a date", "2025"},
      {"id:12x", "   ^^^", "\"12x\" is not the id of an article", "id:(3 OR 7)"},
      {"id:0", "   ^", "\"0\" is not the id of an article", "from 1 on"},
      {"id:99999999999999999999", "   ^^^^^^^^^^^^^^^^^^^^", "\"99999999999999999999\" is not the id of an article",
       "id"},
      {"lang:klingonese", "     ^^^^^^^^^^", "unknown language \"klingonese\"", "en, de"},
      {"lang:\"en OR de\"", "     ^^^^^^^^^^", "unknown language \"en OR de\"", "en, de"},
      {"site:https://example.com/", "     ^^^^^^^^^^^^^^^^^^^^", "site: takes the name of a host", "site:example.com"},
  });
}

TEST(QueryError, PointsAtMisplacedProximity) {
  expect({
      {"w/3 tide", "^^^", "\"w/3\" has nothing before it", "in quotation marks"},
      {"tide w/3", "     ^^^", "\"w/3\" has nothing after it", "put a word after it"},
      {"(tide w/3) ebb", "      ^^^", "\"w/3\" has nothing after it", "put a word after it"},
      {"tide w/3 OR ebb", "         ^^", "\"OR\" directly after \"w/3\"", "put a word between"},
      {"tide w/3 w/4 ebb", "         ^^^", "\"w/4\" directly after \"w/3\"", "put a word between"},
      {"tide NOT w/3 ebb", "         ^^^", "\"w/3\" directly after \"NOT\"", "NOT (a w/3 b)"},
      {"tide w/3 -ebb", "         ^", "\"-\" beside \"w/3\"", "NOT (a w/3 b)"},
      {"tide w/3 NOT ebb", "         ^^^", "\"NOT\" beside \"w/3\"", "NOT (a w/3 b)"},
      {"tide w/0 ebb", "     ^^^", "the distance counts from 1, adjacent words", "w/1"},
      {"tide pre/1001 ebb", "     ^^^^^^^^", "words are near within at most 1000 positions", "smaller"},
      {"tide w/99999999999 ebb", "     ^^^^^^^^^^^^^", "words are near within at most 1000 positions", "smaller"},
      {"tide w/s ebb", "     ^^^", "sentences are not known to the index", "w/15"},
      {"tide W/P ebb", "     ^^^", "paragraphs are not known to the index", "w/50"},
      {"tide w/ ebb", "     ^^", "\"w/\" needs a whole number", "w/10"},
      {"tide w/1O ebb", "     ^^^^", "\"w/1O\" needs a whole number", "w/10"},
      {"tide pre/-3 ebb", "     ^^^^^^", "\"pre/-3\" needs a whole number", "pre/10"},
      {"(dock strike) w/5 union", " ^^^^^^^^^^^", "words joined by AND beside \"w/5\"", "put OR between them"},
      {"union w/5 (tide OR dock strike)", "                   ^^^^^^^^^^^", "words joined by AND beside \"w/5\"", "OR"},
      {"(tide OR -ebb) w/5 union", "         ^^^^", "NOT beside \"w/5\"", "NOT (a w/5 b)"},
      {"tide w/5 date:2025", "         ^^^^^^^^^", "\"date:2025\" beside \"w/5\", where only words and phrases go",
       "AND"},
      {"tide w/5 *", "         ^", "\"*\" beside \"w/5\", where only words and phrases go", "AND"},
      {"lang:en w/5 lang:de", "^^^^^^^", "\"lang:en\" beside \"w/5\", where only words and phrases go", "AND"},
      {"author:(jane w/2 *)", "                 ^", "\"*\" beside \"w/2\", where only words and phrases go", "AND"},
      {"author:=jane w/2 author:doe", "^^^^^^^^^^^^", "a whole value beside \"w/2\"", "leave the = out"},
      {"headline:tide w/3 ebb", "                  ^^^",
       "\"ebb\" is not in the same field as the words on the other side of \"w/3\"", "headline:(tide w/3 ebb)"},
      {"tide w/3 headline:(ebb OR low)", "                   ^^^",
       "\"ebb\" is not in the same field as the words on the other side of \"w/3\"",
       "headline:(tide w/3 (ebb OR low))"},
      {"title:tide w/3 body:\"ebb flow\"", "               ^^^^^^^^^^^^^^^",
       "\"body:\"ebb flow\"\" is not in the same field as the words on the other side of \"w/3\"",
       "headline:(tide w/3 \"ebb flow\")"},
      {"tide w/3 covid-1*", "         ^^^^^^^^",
       "a part of this word has fewer than two letters or digits beside the wildcard", "more of the part"},
  });
}

TEST(QueryError, PointsAtWildcardsThatCannotBeExpanded) {
  const std::string_view whole = "which takes the whole value";
  expect(
      {
          {"tide n*", "     ^^", "\"n*\" has fewer than two letters or digits beside the wildcard", "more of the word"},
          {"?x?", "^^^", "\"?x?\" has fewer than two letters or digits beside the wildcard", "more of the word"},
          {"author:s*", "       ^^", "\"s*\" has fewer than two letters or digits beside the wildcard",
           "more of the word"},
          {"tide-*", "     ^", "\"*\" has fewer than two letters or digits beside the wildcard", "more of the word"},
          {"9/1*", "  ^^", "\"1*\" has fewer than two letters or digits beside the wildcard", "more of the word"},
          {"**", "^^", "\"**\" has no letter or digit to search for", "leave it out"},
          {"\"climate c*\"", "^^^^^^^^^^^^", "\"c*\" has fewer than two letters or digits beside the wildcard", "\\*"},
          {"\"offer * with\"", "^^^^^^^^^^^^^^", "\"*\" has fewer than two letters or digits beside the wildcard",
           "a pre/2 b"},
          {"=smi*", "    ^", "= asks for exactly this word, a wildcard for many", "leave the = out"},
          {"author:=smi*", "           ^", "= asks for exactly this word, a wildcard for many", "leave the = out"},
          {"=\"wom?n first\"", " ^^^^^^^^^^^^^", "= asks for exactly this word, a wildcard for many",
           "leave the = out"},
          {"渡*", "  ^", "a wildcard in a script without blanks", "leave it out"},
          {"?轮", "^", "a wildcard in a script without blanks", "leave it out"},
          {"site:*.example.com", "     ^^^^^^^^^^^^^", "no wildcards in site:, ", "with OR"},
          {"lang:e?", "     ^^", "no wildcards in lang:, ", "with OR"},
          {"url:https://example.com/*", "    ^^^^^^^^^^^^^^^^^^^^^", "no wildcards in url:, ", "with OR"},
      },
      whole);
  EXPECT_EQ(error_of(std::string(300, 'x') + "*").code(), ErrorCode::Query);
  std::string phrase = "\"";
  for (int i = 0; i < 101; ++i) phrase += "dock* ";
  EXPECT_NE(error_of(phrase + "\"").message().find("more than 100 wildcards"), std::string::npos);
  EXPECT_NE(error_of(std::string(101, '*') + "tide").message().find("more than 100 wildcards"), std::string::npos);
  phrase = "\"dock* ";
  for (int i = 0; i < 60; ++i) phrase += "a bb* ";
  EXPECT_NE(error_of(phrase + "\"").message().find("at most 100 words"), std::string::npos);
}

TEST(QueryError, PointsAtFuzzyWordsThatCannotBeExpanded) {
  expect({
      {"Zelensky~3", "        ^^", "a word may differ by one or two letters", "~1 or ~2"},
      {"Zelensky~0", "        ^^", "a word may differ by one or two letters", "~1 or ~2"},
      {"Zelensky~0.8", "        ^^^^", "a word may differ by one or two letters", "~1 or ~2"},
      {"Zelensky~99999999999999999999", "        ^^^^^^^^^^^^^^^^^^^^^", "a word may differ by one or two letters",
       "~1 or ~2"},
      {"ab~1", "^^^^", "\"ab\" is too short for ~1", "three letters"},
      {"abc~2", "^^^^^", "\"abc\" is too short for ~2", "four"},
      {"=tide~1", "     ^^", "= asks for exactly this word, ~ for similar ones", "leave one"},
      {"ti?e~1", "    ^^", "~ and wildcards do not go together", "leave one"},
      {"covid-19~1", "^^^^^^^^^^", "~ goes with one word, and \"covid-19\" is more", "each of them"},
      {"渡轮~1", "^^^^^^", "~ goes with one word, and \"渡轮\" is more", "each of them"},
      {"轮~1", "^^^^", "~ in a script without blanks", "OR"},
      {"&&&~1", "^^", "&& is no operator", "AND"},
      {"%~1", "^^^", "\"%\" has no letter or digit to search for", "leave it out"},
      {"\"dock strike\"~5", "             ^^", "no word directly before the ~", "a w/5 b"},
      {"lang:german~1", "     ^^^^^^^^", "unknown language \"german~1\"", "en, de"},
      {"site:example~1", "     ^^^^^^^^^", "site: takes the name of a host", "site:example.com"},
  });
}

TEST(QueryError, PointsAtWrongNumbersAndStates) {
  expect({
      {"words:many", "      ^^^^", "\"many\" is not a number", "200..500"},
      {"words:>", "      ^", "no number after \">\"", ">300"},
      {"words:> 300", "      ^", "no number after \">\"", ">300"},
      {"words:>x", "       ^", "\"x\" is not a number", "200..500"},
      {"words:-3", "      ^", "\"-\" cannot begin a value", "before the field"},
      {"words:1,200", "      ^^^^^", "\"1,200\" is not a number", "did you mean 1200?"},
      {"words:200-500", "      ^^^^^^^", "\"200-500\" is not a number", "did you mean 200..500?"},
      {"words:500..200", "      ^^^^^^^^", "the range \"500..200\" ends before it begins", "did you mean 200..500?"},
      {"words:200..x", "           ^", "\"x\" is not a number", "200..500"},
      {"words:..", "      ^^", "a range without ends", "200.."},
      {"words:=200..300", "       ^^^^^^^^", "\"200..300\" is not a number", "200..500"},
      {"words:<0", "      ^^", "no number is less than 0", "write 0"},
      {"words:99999999999999999999", "      ^^^^^^^^^^^^^^^^^^^^", "\"99999999999999999999\" is too large a number",
       "leave it out"},
      {"words:*", "      ^", "words:* is no question", "every article"},
      {"words>300", "     ^", "a field is followed by a colon", "words:>300"},
      {"has:autor", "    ^^^^^", "unknown field \"autor\"", "did you mean has:author?"},
      {"has:colour", "    ^^^^^^", "unknown field \"colour\"", "has: goes with headline, body"},
      {"has:lead", "    ^^^^", "has: does not go with lead", "has:body"},
      {"has:site", "    ^^^^", "has: does not go with site", "has:url"},
      {"has:id", "    ^^", "has: does not go with id", "every article"},
      {"has:before", "    ^^^^^^", "\"before\" is not a field of its own", "has:date"},
      {"has:=author", "^^^^^", "has: does not go with =", "leave"},
      {"has:*", "    ^", "has:* is no question", "has:author"},
      {"lead:*", "     ^", "lead:* is no question", "has:body"},
      {"id:*", "   ^", "id:* is no question", "every article"},
      {"before:*", "       ^", "before: takes one date", "has:date"},
      {"author:=*", "        ^", "= stands before a word or a phrase", "leave the = out"},
      {"is:revized", "   ^^^^^^^", "is: does not know \"revized\"", "did you mean is:revised?"},
      {"is:good", "   ^^^^", "is: does not know \"good\"", "is:duplicate"},
      {"summary:tide", "^^^^^^^", "no search in the summary alone", "has:summary"},
      {"updated:2025-13", "        ^^^^^^^", "\"2025-13\" is not a date: there is no month 13", "2025-01"},
      {"updated:=2025", "^^^^^^^^^", "updated: does not go with =", "leave"},
      {"tide (*)", "     ^^^", "* alone in a group", "leave the parentheses out"},
      {"headline:( * )", "         ^^^^^", "* alone in a group", "headline:*"},
  });
}

TEST(QueryError, RefusesSignsThatOtherLanguagesUse) {
  expect({
      {"!sport", "^", "! is no operator", "-word"},
      {"–sport", "^", "this is a dash, not a hyphen", "hyphen"},
      {"tide || ebb", "     ^^", "| is no operator", "OR"},
      {"tide|ebb", "    ^", "| is no operator", "OR"},
      {"topic:tide|ebb", "          ^", "| is no operator", "OR"},
      {"tide && ebb", "     ^^", "&& is no operator", "AND"},
      {"tide^2.5", "    ^^^^", "words have no weights", "leave it out"},
      {"tide /5 ebb", "     ^^", "\"/5\" is no operator", "w/5"},
      {"tide /s ebb", "     ^^", "\"/s\" is no operator", "w/5"},
      {"tide n/5 ebb", "     ^^^", "\"n/5\" is no operator", "pre/5"},
      {"tide P/5 ebb", "     ^^^", "\"P/5\" is no operator", "pre/5"},
      {"~tide", "^", "~ means nothing before a word", "leave it out"},
      {"'dock strike' tide", "^^^^^^^^^^^^^", "a phrase stands in double quotation marks", "\"...\""},
      {"('dock AND \"the\" strike') tide", " ^^^^^^^^^^^^^^^^^^^^^^^", "a phrase stands in double quotation marks",
       "\"...\""},
      {"'dock strik*'", "^^^^^^^^^^^^^", "a phrase stands in double quotation marks", "\"...\""},
      {"author:'Jane Doe'", "       ^^^^^^^^^^", "a phrase stands in double quotation marks", "\"...\""},
  });
  EXPECT_EQ(parsed("rock 'n' roll"), all_of({word("rock"), word("'n'"), word("roll")}));
  EXPECT_EQ(parsed("'90s dockers OR workers'"), any_of({all_of({word("'90s"), word("dockers")}), word("workers'")}));
}

TEST(QueryError, RefusesTheEmptyQuery) {
  for (const char* query : {"", " ", "\t\n", "\u3000"}) {
    EXPECT_EQ(error_of(query).message(), "the query is empty");
    EXPECT_EQ(error_of(query).hint(), "write words to search for, or * for every article");
  }
}

TEST(QueryError, RefusesBytesThatAreNoText) {
  EXPECT_EQ(error_of("caf\xE9 tide").message(), "the query is not valid UTF-8\n  caf\uFFFD tide\n     ^");
  EXPECT_EQ(error_of("tide \x1B[31mred").message(), "a control character in the query\n  tide \uFFFD[31mred\n       ^");
  using std::string_literals::operator""s;
  EXPECT_EQ(error_of("tide\0ebb"s).message(), "a control character in the query\n  tide\uFFFDebb\n      ^");
}

TEST(QueryError, AlignsTheCaretWithWideAndInvisibleCharacters) {
  EXPECT_EQ(error_of("罢工 autor:王").message(), "unknown field \"autor\"\n  罢工 autor:王\n       ^^^^^");
  EXPECT_EQ(error_of("id:王").message(), "\"王\" is not the id of an article\n  id:王\n     ^^");
  EXPECT_EQ(error_of("cafe\u0301 autor:x").message(), "unknown field \"autor\"\n  cafe\u0301 autor:x\n       ^^^^^");
  EXPECT_EQ(error_of("a\tb\nautor:x").message(), "unknown field \"autor\"\n  a b autor:x\n      ^^^^^");
  EXPECT_EQ(error_of("a\u202Eb autor:x").message(), "unknown field \"autor\"\n  a\uFFFDb autor:x\n      ^^^^^");
}

TEST(QueryError, ShowsTheSurroundingsInALongQuery) {
  std::string query;
  for (int i = 0; i < 100; ++i) query += "tide ";
  const std::size_t at = query.size();
  query += "autor:smith ";
  for (int i = 0; i < 100; ++i) query += "ferry ";
  const std::string message = error_of(query).message();
  const std::size_t second = message.find('\n') + 1;
  const std::size_t third = message.find('\n', second) + 1;
  const std::string echo = message.substr(second, third - second - 1);
  const std::string carets = message.substr(third);
  EXPECT_TRUE(echo.starts_with("  …")) << echo;
  EXPECT_TRUE(echo.ends_with("…")) << echo;
  EXPECT_LE(echo.size(), 82U);  // 78 columns, two of them an ellipsis of three bytes
  const std::size_t column = carets.find('^');
  EXPECT_EQ(carets.substr(column), "^^^^^");
  EXPECT_EQ(echo.substr(column + 2, 11), "autor:smith");  // the ellipsis has two bytes more than columns
  EXPECT_GT(at, 78U);
}

TEST(QueryError, ShortensLongNamesAndCaretLines) {
  const std::string query = std::string(5'000, 'x') + ":tide";
  const Error error = error_of(query);
  EXPECT_LT(error.message().size(), 300U);
  EXPECT_TRUE(error.message().starts_with("unknown field \"" + std::string(40, 'x') + "…\"")) << error.message();
  EXPECT_LT(error_of("tide " + std::string(60'000, ')')).message().size(), 300U);
  EXPECT_LT(error_of("(" + std::string(60'000, ' ') + ")").message().size(), 300U);
}

}  // namespace
}  // namespace morgue::query::test
