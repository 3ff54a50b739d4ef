// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/snippet.h"

#include <gtest/gtest.h>

#include <string>

#include "core/width.h"
#include "text/utf8.h"

namespace {

using morgue::Snippet;
using morgue::text::Highlight;
using morgue::text::Highlighter;
using morgue::text::MarkedAny;
using morgue::text::MarkedNear;
using morgue::text::MarkedPhrase;
using By = morgue::text::MarkedWord::By;

Highlight words(By by, std::initializer_list<std::string> typed) {
  MarkedPhrase phrase;
  for (const auto& word : typed) phrase.words.push_back({word, by});
  return {phrase};
}
Highlight term(std::initializer_list<std::string> typed) {
  return words(By::Term, typed);
}
Highlight stem(std::initializer_list<std::string> typed) {
  return words(By::Stem, typed);
}
Highlight exact(std::initializer_list<std::string> typed) {
  return words(By::Exact, typed);
}

Highlight wildcard(const std::string& pattern) {
  return words(By::Wildcard, {pattern});
}
Highlight fuzzy(const std::string& word, std::size_t distance) {
  return {MarkedPhrase{{{word, By::Fuzzy, distance}}}};
}
Highlight near(std::uint32_t distance, const Highlight& a, const Highlight& b) {
  return {MarkedNear{distance, false, {a, b}}};
}
Highlight before(std::uint32_t distance, const Highlight& a, const Highlight& b) {
  return {MarkedNear{distance, true, {a, b}}};
}

Snippet mark_all(std::string_view text, std::string_view language, const std::vector<Highlight>& highlights) {
  return Highlighter(highlights).mark_all(text, language);
}
Snippet make_snippet(std::string_view body, std::string_view language, const std::vector<Highlight>& highlights,
                     std::size_t width) {
  return Highlighter(highlights).snippet(body, language, width);
}

std::string shown(const Snippet& snippet) {
  std::string out;
  std::size_t pos = 0;
  for (const auto& mark : snippet.marks) {
    EXPECT_LE(pos, mark.begin);
    EXPECT_LT(mark.begin, mark.end);
    EXPECT_LE(mark.end, snippet.text.size());
    out +=
        snippet.text.substr(pos, mark.begin - pos) + "<" + snippet.text.substr(mark.begin, mark.end - mark.begin) + ">";
    pos = mark.end;
  }
  return out + snippet.text.substr(pos);
}

std::string marked(std::string_view text, const Highlight& highlight, std::string_view language = "en") {
  return shown(mark_all(text, language, {highlight}));
}

TEST(Marks, WordsAreComparedAsAskedFor) {
  EXPECT_EQ(marked("Strikes and a strike.", term({"strike"})), "Strikes and a <strike>.");
  EXPECT_EQ(marked("Strikes and a strike.", stem({"striking"})), "<Strikes> and a <strike>.");
  EXPECT_EQ(marked("Dvořák, Dvorak", term({"dvorak"})), "<Dvořák>, <Dvorak>");
  EXPECT_EQ(marked("Dvořák, Dvorak", exact({"Dvořák"})), "<Dvořák>, Dvorak");
  EXPECT_EQ(marked("Die Impfungen", stem({"Impfung"}), "de"), "Die <Impfungen>");
  EXPECT_EQ(marked("The president’s plan", stem({"president"})), "The <president’s> plan");
}

TEST(Marks, PhrasesAreMarkedWhole) {
  EXPECT_EQ(marked("Offer help with Iran, not help Iran with an offer", term({"help", "with", "Iran"})),
            "Offer <help with Iran>, not help Iran with an offer");
  EXPECT_EQ(marked("to\nhelp\n\nWITH Iran.", term({"help with", "iran"})), "to\n<help\n\nWITH Iran>.");
  EXPECT_EQ(marked("help with", term({"help", "with", "Iran"})), "help with");
  EXPECT_EQ(marked("the the the end", term({"the", "end"})), "the the <the end>");
}

TEST(Marks, OverlapsBecomeOne) {
  EXPECT_EQ(shown(mark_all("one two three", "en", {term({"one", "two"}), term({"two", "three"})})), "<one two three>");
}

TEST(Marks, CompoundsMeetTheirOtherSpelling) {
  EXPECT_EQ(marked("Covid-19 and covid19 and covid 19, covid", stem({"covid-19"})),
            "<Covid-19> and <covid19> and <covid 19>, covid");
  EXPECT_EQ(marked("Covid-19 and covid19", stem({"covid19"})), "<Covid-19> and <covid19>");
  EXPECT_EQ(marked("re-elected, reelected", stem({"reelected"})), "<re-elected>, <reelected>");
  EXPECT_EQ(marked("on 9/11 and 911", stem({"9/11"})), "on <9/11> and 911");
  EXPECT_EQ(marked("on 9/11 and 911", term({"9/11"})), "on <9/11> and 911");
}

TEST(Marks, PhrasesTakeHyphenatedWordsAsTheirParts) {
  EXPECT_EQ(marked("covid-19 case, covid 19 case, covid19 case", term({"covid-19 case"})),
            "<covid-19 case>, <covid 19 case>, covid19 case");
  EXPECT_EQ(marked("covid-19 case, covid19 case", term({"covid19 case"})), "covid-19 case, <covid19 case>");
}

TEST(Marks, CjkWordsAreFoundInsideSentences) {
  EXPECT_EQ(marked("主席習近平在北京說", term({"習近平"}), "zh"), "主席<習近平>在北京說");
  EXPECT_EQ(marked("主席習近平在北京說", term({"北京"}), "zh"), "主席習近平在<北京>說");
  EXPECT_EQ(marked("主席習近平", term({"平"}), "zh"), "主席習近<平>");
  EXPECT_EQ(marked("近平在", term({"平"}), "zh"), "近<平>在");
  EXPECT_EQ(marked("習近 平", term({"習近平"}), "zh"), "習近 平");
  EXPECT_EQ(marked("買iPhone手機 now", term({"iphone手機", "now"}), "zh"), "買<iPhone手機 now>");
  EXPECT_EQ(marked("習近平主席說", term({"習近平", "主席"}), "zh"), "<習近平主席>說");
}

TEST(Marks, WildcardsAndFuzzyWords) {
  EXPECT_EQ(marked("Negotiators renegotiate negotiations", wildcard("negotiat*")),
            "<Negotiators> renegotiate <negotiations>");
  EXPECT_EQ(marked("woman, women, womanly", wildcard("wom?n")), "<woman>, <women>, womanly");
  EXPECT_EQ(marked("Der Naturschutz in ZÜRICH", wildcard("*schutz"), "de"), "Der <Naturschutz> in ZÜRICH");
  EXPECT_EQ(marked("Zürichs See", wildcard("zurich*"), "de"), "<Zürichs> See");
  EXPECT_EQ(marked("Zelenskyy, Zelenksy, Selenskyj", fuzzy("Zelensky", 1)), "<Zelenskyy>, <Zelenksy>, Selenskyj");
  EXPECT_EQ(marked("Zelenskyy, Zelenksy, Selenskyj", fuzzy("Zelensky", 2)), "<Zelenskyy>, <Zelenksy>, <Selenskyj>");
  EXPECT_EQ(marked("Müller, Mueller, Miller", fuzzy("Muller", 1)), "<Müller>, <Mueller>, <Miller>");
}

TEST(Marks, OnlyWhatIsNearIsMarked) {
  const auto strike = term({"strike"});
  const auto dock_union = term({"dock", "union"});
  EXPECT_EQ(marked("A strike. The dock union said a strike", near(2, strike, dock_union)),
            "A <strike>. The <dock union> said a strike");
  EXPECT_EQ(marked("A strike. The dock union said a strike", near(3, strike, dock_union)),
            "A <strike>. The <dock union> said a <strike>");
  EXPECT_EQ(marked("A strike. The dock union said a strike", before(3, dock_union, strike)),
            "A strike. The <dock union> said a <strike>");
  EXPECT_EQ(marked("far and near and far", near(2, term({"far"}), term({"far"}))), "far and near and far");
  EXPECT_EQ(marked("far and near and far", near(4, term({"far"}), term({"far"}))), "<far> and near and <far>");
  EXPECT_EQ(marked("a word", near(5, term({"word"}), term({"word"}))), "a word") << "not near itself";
  EXPECT_EQ(marked("one two three four", near(1, near(1, term({"one"}), term({"two"})), term({"three"}))),
            "<one> <two> <three> four");
  EXPECT_EQ(marked("one two x three", near(1, near(1, term({"one"}), term({"two"})), term({"three"}))),
            "one two x three");
  EXPECT_EQ(marked("red car, blue bus, red bus", near(1, {MarkedAny{{term({"red"}), wildcard("bl*")}}}, term({"bus"}))),
            "red car, <blue> <bus>, <red> <bus>");
}

TEST(Marks, FirstWordsOnly) {
  Highlight lead = term({"word"});
  lead.first_words = 4;
  EXPECT_EQ(marked("a word and word, a word", lead), "a <word> and <word>, a word");
  Highlight phrase = term({"word", "here"});
  phrase.first_words = 4;
  EXPECT_EQ(marked("word here a word here", phrase), "<word here> a word here");
}

TEST(Marks, StemsAreThoseOfTheLanguageOfTheText) {
  EXPECT_EQ(marked("strikes, striking", stem({"strike"}), "en"), "<strikes>, <striking>");
  EXPECT_EQ(marked("strikes, striking", stem({"strike"}), ""), "strikes, striking");
  EXPECT_EQ(marked("strikes, strike", stem({"strike"}), "ja"), "strikes, <strike>");
  // One object, several languages.
  Highlighter highlighter({stem({"Häuser"})});
  EXPECT_EQ(shown(highlighter.mark_all("Häuser, Haus", "en")), "<Häuser>, Haus");
  EXPECT_EQ(shown(highlighter.mark_all("Häuser, Haus", "de")), "<Häuser>, <Haus>");
  EXPECT_EQ(shown(highlighter.mark_all("Häuser, Haus", "en")), "<Häuser>, Haus");
}

TEST(Marks, PartsOfAWordAreNotStemmed) {
  EXPECT_EQ(marked("re-elects, reelected, re elects, re-elected", stem({"re-elected"})),
            "<re-elects>, <reelected>, re elects, <re-elected>");
  EXPECT_EQ(marked("l'idée, l'idées", stem({"l'idée"}), "fr"), "<l'idée>, l'idées");
}

TEST(Marks, EveryScriptAndSpelling) {
  EXPECT_EQ(marked("Größe und GROSSE", term({"größe"}), "de"), "<Größe> und <GROSSE>");
  EXPECT_EQ(marked("Bundesverfassungsgerichtspräsident", wildcard("*gericht*"), "de"),
            "<Bundesverfassungsgerichtspräsident>");
  EXPECT_EQ(marked("Zu\u0308rich, Zürich, Zurich", exact({"Zürich"}), "de"), "<Zu\u0308rich>, <Zürich>, Zurich");
  EXPECT_EQ(marked("L’état, c’est moi", term({"etat"}), "fr"), "L’<état>, c’est moi");
  EXPECT_EQ(marked("L’état, c’est moi", term({"l'état"}), "fr"), "<L’état>, c’est moi");
  EXPECT_EQ(marked("東京都の新しい計画", term({"東京都"}), "ja"), "<東京都>の新しい計画");
  EXPECT_EQ(marked("東京都の新しい計画", term({"京都", "の"}), "ja"), "東<京都の>新しい計画");
  EXPECT_EQ(marked("Isparta'da IRMAK, ırmak, İstanbul", term({"irmak"}), "tr"),
            "Isparta'da <IRMAK>, <ırmak>, İstanbul");
  EXPECT_EQ(marked("İSTANBUL’da", stem({"istanbul"}), "tr"), "<İSTANBUL’da>");
  EXPECT_EQ(marked("Ёлка и елки", term({"елка"}), "ru"), "<Ёлка> и елки");
  EXPECT_EQ(marked("Ёлка и елки", stem({"ёлка"}), "ru"), "<Ёлка> и <елки>");
  EXPECT_EQ(marked("كِتَاب و كتاب", term({"كتاب"}), "ar"), "<كِتَاب> و <كتاب>");
  EXPECT_EQ(marked("The U.S. and US, the U.S.'s", term({"US"})), "The <U.S.> and <US>, the <U.S.'s>");
  EXPECT_EQ(marked("AT&T, ATT", term({"at&t"})), "<AT&T>, ATT");
  EXPECT_EQ(marked("paid $1,000.5 of 1000.5", term({"1,000.5"})), "paid $<1,000.5> of 1000.5");
  EXPECT_EQ(marked("co\u00ADoperation", term({"cooperation"})), "<co\u00ADoperation>");
  EXPECT_EQ(marked("O’Brien’s and O'Brien", term({"o'brien"})), "<O’Brien’s> and <O'Brien>");
}

std::string occurring(std::string_view text, const std::vector<Highlight>& highlights) {
  std::string out;
  for (const auto& mark : Highlighter(highlights).occurrences(text, "en")) {
    out += "<" + std::string(text.substr(mark.begin, mark.end - mark.begin)) + ">";
  }
  return out;
}

TEST(Occurrences, AreListedOneByOne) {
  EXPECT_EQ(occurring("a strike, strikes and a dock strike", {stem({"strike"})}), "<strike><strikes><strike>");
  EXPECT_EQ(occurring("dock strike dock", {stem({"dock"}), term({"dock", "strike"}), wildcard("str*")}),
            "<dock strike><dock>");
  EXPECT_EQ(occurring("two three one two", {term({"one", "two"}), term({"two", "three"})}), "<two three><one two>");
  EXPECT_EQ(occurring("one two three", {term({"one", "two"}), term({"two", "three"})}), "<one two><two three>");
  EXPECT_EQ(occurring("nothing here", {term({"strike"})}), "");
}

TEST(Occurrences, OfProximityAreTheShortestStretches) {
  EXPECT_EQ(
      occurring("the union called a strike, the union and the strike", {near(4, term({"union"}), term({"strike"}))}),
      "<union called a strike><strike, the union><union and the strike>");
  EXPECT_EQ(occurring("a a b b", {near(3, term({"a"}), term({"b"}))}), "<a b>");
  EXPECT_EQ(occurring("union x x x x x strike", {near(3, term({"union"}), term({"strike"}))}), "");
  EXPECT_EQ(occurring("union a strike", {near(3, term({"union"}), term({"strike"})), term({"strike"})}),
            "<union a strike>");
}

TEST(Occurrences, OfHostileTextsTakeNoLongTime) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "a b ";
  const auto inner = near(1'000, term({"a"}), term({"b"}));
  const auto found = Highlighter({near(1'000, inner, near(1'000, inner, term({"a"})))}).occurrences(text, "en");
  EXPECT_FALSE(found.empty());
}

TEST(Marks, NothingToMark) {
  EXPECT_EQ(marked("some text", term({})), "some text");
  EXPECT_EQ(marked("some text", term({"...", ""})), "some text");
  EXPECT_EQ(marked("", term({"text"})), "");
}

TEST(SnippetText, IsTheBeginningWithoutAMatch) {
  EXPECT_EQ(shown(make_snippet("Short text.", "en", {}, 40)), "Short text.");
  EXPECT_EQ(shown(make_snippet("One two three four five", "en", {term({"absent"})}, 14)), "One two three…");
  EXPECT_EQ(shown(make_snippet("", "en", {}, 40)), "");
}

TEST(SnippetText, LineBreaksBecomeBlanks) {
  EXPECT_EQ(shown(make_snippet("One.\n\nTwo\tthree.\n", "en", {term({"two", "three"})}, 40)), "One. <Two three>.");
}

TEST(SnippetText, StartsAtTheSentenceOfTheMatch) {
  const std::string body = std::string("Nothing of interest happens in the first part of this story at all. ") +
                           "The dock workers went on strike. " + std::string(300, 'x');
  EXPECT_TRUE(
      shown(make_snippet(body, "en", {stem({"strike"})}, 60)).starts_with("…The dock workers went on <strike>."));
}

TEST(SnippetText, PrefersThePassageWithMostHighlights) {
  std::string body = "A union is mentioned here. ";
  for (int i = 0; i < 40; ++i) body += "Padding sentence that says nothing. ";
  body += "The union called a strike at noon. ";
  for (int i = 0; i < 40; ++i) body += "More padding follows after that. ";
  const auto text = shown(make_snippet(body, "en", {term({"union"}), term({"strike"})}, 80));
  EXPECT_NE(text.find("<union> called a <strike>"), std::string::npos) << text;
}

TEST(SnippetText, PrefersThePlaceWhereThingsStandTogether) {
  std::string body = "A union is here, and a strike is not far away from it. ";
  for (int i = 0; i < 40; ++i) body += "Padding sentence that says nothing. ";
  body += "The union called a strike at noon. ";
  for (int i = 0; i < 40; ++i) body += "More padding follows after that. ";
  const auto text = shown(make_snippet(body, "en", {near(3, term({"union"}), term({"strike"}))}, 80));
  EXPECT_NE(text.find("<union> called a <strike>"), std::string::npos) << text;
}

TEST(SnippetText, OfLongTextsIsTheSameWhereverTheMatchStands) {
  for (const int lines : {100, 250, 1'000, 3'000}) {
    std::string body;
    for (int i = 0; i < 4'000; ++i) {
      body += i == lines ? "The union called a strike.\n\n" : "A union, and some words that say nothing.\n\n";
    }
    const auto text = shown(make_snippet(body, "en", {term({"union"}), stem({"strikes"}), term({"absent"})}, 60));
    EXPECT_NE(text.find("The <union> called a <strike>."), std::string::npos) << text;
    const auto found = shown(make_snippet(body, "en", {term({"union"}), stem({"strikes"})}, 60));
    EXPECT_EQ(found, text);
  }
}

TEST(SnippetText, NeverExceedsItsWidth) {
  std::string body;
  for (int i = 0; i < 60; ++i)
    body += i % 7 == 0 ? "習近平主席在北京。" : i % 5 == 0 ? "hyperventilating " : "Dvořák e\u0301te\u0301 ";
  for (std::size_t width = 0; width < 90; ++width) {
    for (const auto& highlight : {term({"習近平"}), term({"dvorak"}), term({"absent"})}) {
      const auto snippet = make_snippet(body, "en", {highlight}, width);
      EXPECT_LE(morgue::column_width(snippet.text), std::max<std::size_t>(width, 1)) << snippet.text;
      EXPECT_TRUE(morgue::text::is_valid_utf8(snippet.text));
      shown(snippet);
    }
  }
}

TEST(SnippetText, CutsBetweenCjkCharactersAndInEndlessWords) {
  EXPECT_EQ(shown(make_snippet("主席在北京說", "zh", {}, 7)), "主席在…");
  EXPECT_EQ(shown(make_snippet(std::string(100, 'a'), "en", {}, 10)), "aaaaaaaaa…");
}

TEST(SnippetText, EndsOfTextsAreShownWhole) {
  std::string body;
  for (int i = 0; i < 50; ++i) body += "word ";
  body += "finally target";
  const auto text = shown(make_snippet(body, "en", {term({"target"})}, 40));
  EXPECT_TRUE(text.starts_with("…word")) << text;
  EXPECT_TRUE(text.ends_with("finally <target>")) << text;
}

}  // namespace
