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

void expect(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.query);
    const Error error = error_of(c.query);
    EXPECT_EQ(error.code(), ErrorCode::Query);
    EXPECT_EQ(error.message(), std::string(c.message) + "\n  " + std::string(c.query) + "\n  " + std::string(c.carets));
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
      {"site:https://example.com/", "     ^^^^^^^^^^^^^^^^^^^^", "site: takes the name of a host", "site:example.com"},
  });
}

TEST(QueryError, NamesFormsThatAreNotAvailableYet) {
  const std::string_view proximity = "proximity (w/n, pre/n, NEAR/n, ADJ/n) is not available yet";
  const std::string_view wildcards = "wildcards (* and ?) are not available yet";
  const std::string_view fuzzy = "fuzzy search (word~1) is not available yet";
  expect({
      {"strike w/10 union", "       ^^^^", proximity, "leave the operator out"},
      {"president pre/2 bush", "          ^^^^^", proximity, "leave the operator out"},
      {"tide NEAR/5 ferry", "     ^^^^^^", proximity, "leave the operator out"},
      {"tide adj/5 ferry", "     ^^^^^", proximity, "leave the operator out"},
      {"tide NEAR ferry", "     ^^^^", proximity, "leave the operator out"},
      {"tide W/S ferry", "     ^^^", proximity, "leave the operator out"},
      {"w/3 tide", "^^^", proximity, "leave the operator out"},
      {"negotiat*", "^^^^^^^^^", wildcards, "with OR"},
      {"wom?n", "^^^^^", wildcards, "with OR"},
      {"author:smi*", "       ^^^^", wildcards, "with OR"},
      {"=smi*", " ^^^^", wildcards, "with OR"},
      {"site:*.example.com", "     ^^^^^^^^^^^^^", wildcards, "with OR"},
      {"url:https://example.com/*", "    ^^^^^^^^^^^^^^^^^^^^^", wildcards, "with OR"},
      {"\"climat* change\"", "^^^^^^^^^^^^^^^^", "wildcards (* and ?) in a phrase are not available yet", "\\*"},
      {"\"wom?n first\"", "^^^^^^^^^^^^^", "wildcards (* and ?) in a phrase are not available yet", "\\?"},
      {"Zelensky~1", "^^^^^^^^^^", fuzzy, "with OR"},
      {"author:zelensky~", "       ^^^^^^^^^", fuzzy, "with OR"},
      {"\"dock strike\"~5", "             ^^", "no word directly before the ~", "not available yet"},
      {"lead:strike", "^^^^", "the field lead: is not available yet", "headline:"},
      {"words:>1200", "^^^^^", "the field words: is not available yet", "leave it out"},
      {"has:author", "^^^", "the field has: is not available yet", "leave it out"},
      {"is:undated", "^^", "the field is: is not available yet", "date:none"},
      {"updated:2025", "^^^^^^^", "the field updated: is not available yet", "date:"},
      {"author:*", "       ^", "to ask whether a field has a value (author:*) is not available yet", "leave it out"},
      {"date:*", "     ^", "to ask whether a field has a value (date:*) is not available yet", "NOT date:none"},
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
      {"~tide", "^", "~ means nothing before a word", "leave it out"},
      {"'dock strike' tide", "^^^^^^^^^^^^^", "a phrase stands in double quotation marks", "\"...\""},
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
