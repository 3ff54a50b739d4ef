// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parser.h"

#include <gtest/gtest.h>

#include "tests/query/nodes.h"

namespace morgue::query::test {
namespace {

TEST(Parser, ReadsWordsPhrasesAndExactWords) {
  expect_read_as({
      {"strike", word("strike")},
      {"  dock \t strike\n", all_of({word("dock"), word("strike")})},
      {"\"ferry fares rise\"", phrase("ferry fares rise")},
      {"\"  ferry \n fares \"", phrase("ferry fares")},
      {"=Strikes", exact("Strikes")},
      {"=Dvořák", exact("Dvořák")},
      {"=\"The Tide\"", exact("The Tide")},
      {"*", Node{All{}, {}}},
      {"harbour\"ferry fares\"tide", all_of({word("harbour"), phrase("ferry fares"), word("tide")})},
  });
}

TEST(Parser, KeepsWordsWholeWhateverSignsAreInThem) {
  for (const char* text : {"AT&T",
                           "U.S.",
                           "covid-19",
                           "9/11",
                           "1,000.5",
                           "l'état",
                           "O’Brien",
                           "12:30",
                           "C++",
                           "#ferry",
                           "and/or",
                           "w/o",
                           "+tide",
                           "5%",
                           "'n'",
                           "state-of-the-art",
                           "作者：王",
                           "https://example.com/a?b=1&c=~d",
                           "HTTP://example.com:8080/x",
                           "a~b",
                           "back\\slash",
                           "AND-OR",
                           "And",
                           "XOR",
                           "[sic]"}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(parsed(text), word(text));
  }
}

TEST(Parser, AcceptsTypographicSigns) {
  expect_read_as({
      {"“ferry fares”", phrase("ferry fares")},
      {"„Hafen Nord“", phrase("Hafen Nord")},
      {"„port morski”", phrase("port morski")},
      {"”dyra biljetter”", phrase("dyra biljetter")},
      {"«le port»", phrase("le port")},
      {"»der Hafen«", phrase("der Hafen")},
      {"»satama»", phrase("satama")},
      {"「港 口」", phrase("港 口")},
      {"渡轮　（罢工 OR 停航）", all_of({word("渡轮"), any_of({word("罢工"), word("停航")})})},
      {"author：王", word("王", FieldId::Author)},
      {"ferry\u00A0fares", all_of({word("ferry"), word("fares")})},
      {"\uFEFFauthor:king", word("king", FieldId::Author)},
  });
}

TEST(Parser, UnescapesInsideQuotationMarks) {
  expect_read_as({
      {R"("the \"Tide\"")", phrase("the \"Tide\"")},
      {R"("a\\b")", phrase("a\\b")},
      {R"("a\b")", phrase("a\\b")},
      {R"("tid\* table")", phrase("tid* table")},
      {R"("sure?")", phrase("sure?")},
      {R"("M\*A\*S\*H")", phrase("M*A*S*H")},
      {"“the \"Tide\"”", phrase("the \"Tide\"")},
  });
}

TEST(Parser, BindsNotBeforeAndBeforeOr) {
  const Node a = word("a");
  const Node b = word("b");
  const Node c = word("c");
  const Node d = word("d");
  expect_read_as({
      {"a AND b", all_of({a, b})},
      {"a b AND c d", all_of({a, b, c, d})},
      {"a b OR c d", any_of({all_of({a, b}), all_of({c, d})})},
      {"a (b OR c) d", all_of({a, any_of({b, c}), d})},
      {"a OR b OR c", any_of({a, b, c})},
      {"a OR (b OR (c OR d))", any_of({a, b, c, d})},
      {"(a b) (c AND d)", all_of({a, b, c, d})},
      {"NOT a b", all_of({none_of(a), b})},
      {"NOT a OR b", any_of({none_of(a), b})},
      {"a NOT b", all_of({a, none_of(b)})},
      {"a AND NOT b", all_of({a, none_of(b)})},
      {"a OR NOT b c", any_of({a, all_of({none_of(b), c})})},
      {"NOT (a OR b)", none_of(any_of({a, b}))},
      {"NOT NOT a", none_of(none_of(a))},
      {"NOT -a", none_of(none_of(a))},
      {"((((a))))", a},
      {"a and b or c not d", all_of({a, word("and"), b, word("or"), c, word("not"), d})},
  });
}

TEST(Parser, NegatesWhateverFollowsTheHyphen) {
  expect_read_as({
      {"-obituary", none_of(word("obituary"))},
      {"-obituary ferry", all_of({none_of(word("obituary")), word("ferry")})},
      {"ferry -\"late edition\"", all_of({word("ferry"), none_of(phrase("late edition"))})},
      {"-(a OR b)", none_of(any_of({word("a"), word("b")}))},
      {"-topic:sport", none_of(word("sport", FieldId::Topic))},
      {"-=Tide", none_of(exact("Tide"))},
      {"(-a b)", all_of({none_of(word("a")), word("b")})},
      {"a-b", word("a-b")},
      {"-*", none_of(Node{All{}, {}})},
  });
}

TEST(Parser, KnowsEveryNameOfEveryField) {
  for (const FieldSpec& field : fields()) {
    if (field.kind != FieldKind::Text && field.kind != FieldKind::Value) continue;
    const std::string name(field.name);
    EXPECT_EQ(parsed(name + ":tide"), word("tide", field.id));
    EXPECT_EQ(parsed(name + ":\"high tide\""), phrase("high tide", field.id));
    EXPECT_EQ(parsed(name + ":=\"High Tide\""), exact("High Tide", field.id));
    for (const std::string_view alias : field.aliases) {
      EXPECT_EQ(parsed(std::string(alias) + ":tide"), word("tide", field.id)) << alias;
    }
  }
  expect_read_as({
      {"Author:Smith", word("Smith", FieldId::Author)},
      {"topic:=oil", exact("oil", FieldId::Topic)},
      {"topic:AND", word("AND", FieldId::Topic)},
      {"author:o'brien", word("o'brien", FieldId::Author)},
      {"topic:=\"?!\"", exact("?!", FieldId::Topic)},
  });
}

TEST(Parser, TakesTheWholeValueInFieldsOfOneTerm) {
  expect_read_as({
      {"lang:en", exact("en", FieldId::Language)},
      {"language:\"de\"", exact("de", FieldId::Language)},
      {"lang:=EN", exact("en", FieldId::Language)},
      {"site:example.com", exact("example.com", FieldId::Site)},
      {"url:https://example.com/a?b=1&c=~d|e", exact("https://example.com/a?b=1&c=~d|e", FieldId::Url)},
      {"url:\"https://example.com/(x) y\"", exact("https://example.com/(x) y", FieldId::Url)},
      {"key:urn:x:2025-17", exact("urn:x:2025-17", FieldId::Key)},
      {"key:\"-\"", exact("-", FieldId::Key)},
      {"collection:nightly", exact("nightly", FieldId::Collection)},
      {"tagged:\"to check\"", exact("to check", FieldId::Tagged)},
      {"note:\"call back\"", phrase("call back", FieldId::Note)},
      {"has:tag", {Has{FieldId::Topic}, {}}},
      {"has:tagged", {Has{FieldId::Tagged}, {}}},
      {"collection:\"wire-2\"", exact("wire-2", FieldId::Collection)},
      {"id:12", Node{IdIs{12}, {}}},
      {"id:\"12\"", Node{IdIs{12}, {}}},
      {"id:9223372036854775807", Node{IdIs{9223372036854775807}, {}}},
  });
}

TEST(Parser, DistributesAFieldOverAGroup) {
  expect_read_as({
      {"topic:(oil OR \"crude oil\" -=gas)",
       any_of({word("oil", FieldId::Topic),
               all_of({phrase("crude oil", FieldId::Topic), none_of(exact("gas", FieldId::Topic))})})},
      {"author:((smith))", word("smith", FieldId::Author)},
      {"topic:=(earn OR \"Money Supply\")",
       any_of({exact("earn", FieldId::Topic), exact("Money Supply", FieldId::Topic)})},
      {"=(Tide OR Tides)", any_of({exact("Tide"), exact("Tides")})},
      {"id:(3 OR 7)", any_of({Node{IdIs{3}, {}}, Node{IdIs{7}, {}}})},
      {"date:(1987 OR none)", any_of({dates(Day{1987, 1, 1}, Day{1987, 12, 31}), Node{Undated{}, {}}})},
      {"-author:(smith jones)", none_of(all_of({word("smith", FieldId::Author), word("jones", FieldId::Author)}))},
      {"author:smith (tide topic:oil)",
       all_of({word("smith", FieldId::Author), word("tide"), word("oil", FieldId::Topic)})},
  });
}

TEST(Parser, TellsWhereNodesCameFrom) {
  const std::string_view query = "ferry -author:\"Jane Doe\" (tide OR =Ebb) topic:(oil OR gas)";
  const Node root = parsed(query);
  const auto text = [&](const Node& node) { return query.substr(node.span.begin, node.span.end - node.span.begin); };
  const auto& all = std::get<And>(root.value).of;
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(text(all[0]), "ferry");
  EXPECT_EQ(text(all[1]), "-author:\"Jane Doe\"");
  EXPECT_EQ(text(std::get<Not>(all[1].value).of.at(0)), "author:\"Jane Doe\"");
  EXPECT_EQ(text(all[2]), "tide OR =Ebb");
  EXPECT_EQ(text(std::get<Or>(all[2].value).of.at(1)), "=Ebb");
  EXPECT_EQ(text(std::get<Or>(all[3].value).of.at(1)), "gas");
}

TEST(Parser, KeepsApostrophesAtTheEndsOfExactWords) {
  for (const char* query : {"'a =\"b'\" c", "'a ='n' b'", "'a key:\"b'\"", "'a OR (b c')", "'a -b'"}) {
    EXPECT_EQ(parsed(print(parsed(query))), parsed(query)) << query;
  }
  EXPECT_EQ(print(parsed("=\"b'\"")), "=\"b'\"");
}

TEST(Parser, BoundsDepthLengthAndNumberOfWords) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '(') + "a" + std::string(depth, ')'); };
  EXPECT_EQ(parsed(nested(100)), word("a"));
  EXPECT_NE(error_of(nested(101)).message().find("nested too deeply"), std::string::npos);
  EXPECT_NE(error_of(std::string(60'000, '(')).message().find("nested too deeply"), std::string::npos);
  std::string negations;
  for (int i = 0; i < 10'000; ++i) negations += "NOT ";
  EXPECT_NE(error_of(negations + "a").message().find("nested too deeply"), std::string::npos);
  std::string many;
  for (int i = 0; i < 10'000; ++i) many += "a ";
  EXPECT_EQ(std::get<And>(parsed(many).value).of.size(), 10'000U);
  EXPECT_NE(error_of(many + "a").message().find("more than 10000 words\n"), std::string::npos);
  EXPECT_EQ(std::get<Word>(parsed(std::string(65'536, 'a')).value).text.size(), 65'536U);
  EXPECT_TRUE(error_of(std::string(65'537, 'a')).message().starts_with("the query is longer than 64 KiB\n  \u2026a"));
  EXPECT_TRUE(error_of(std::string(1 << 20, '(')).message().ends_with(" ^"));
  EXPECT_LT(error_of(std::string(1 << 20, '\xFF')).message().size(), 400U);
}

TEST(Conjunction, FlattensAndUnwraps) {
  EXPECT_EQ(conjunction({}), (Node{All{}, {}}));
  EXPECT_EQ(conjunction({word("a")}), word("a"));
  EXPECT_EQ(conjunction({all_of({word("a"), word("b")}), any_of({word("c"), word("d")})}),
            all_of({word("a"), word("b"), any_of({word("c"), word("d")})}));
}

TEST(Node, EqualityLooksAtEverythingButSpans) {
  EXPECT_EQ((Node{Word{FieldId::Text, "a"}, {3, 4}}), word("a"));
  EXPECT_FALSE(word("a") == word("b"));
  EXPECT_FALSE(word("a") == word("a", FieldId::Body));
  EXPECT_FALSE(word("a") == exact("a"));
  EXPECT_FALSE(dates(Day{2025, 1, 1}, std::nullopt) == dates(std::nullopt, Day{2025, 1, 1}));
  EXPECT_FALSE((Node{IdIs{1}, {}} == Node{IdIs{2}, {}}));
  EXPECT_FALSE(any_of({word("a"), word("b")}) == any_of({word("a"), word("c")}));
  EXPECT_FALSE(none_of(word("a")) == none_of(word("b")));
  EXPECT_FALSE(wildcard("ab*") == wildcard("ab?"));
  EXPECT_FALSE(fuzzy("abcde", 1) == fuzzy("abcde", 2));
  EXPECT_FALSE(within(2, word("a"), word("b")) == within(3, word("a"), word("b")));
  EXPECT_FALSE(within(2, word("a"), word("b")) == before(2, word("a"), word("b")));
  EXPECT_FALSE(within(2, word("a"), word("b")) == within(2, word("b"), word("a")));
  EXPECT_FALSE(count(1, 2) == count(1, std::nullopt));
  EXPECT_FALSE(has(FieldId::Author) == has(FieldId::Topic));
  EXPECT_FALSE((Node{Is{State::Revised}, {}} == Node{Is{State::Duplicate}, {}}));
}

}  // namespace
}  // namespace morgue::query::test
