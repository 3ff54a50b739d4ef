// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/snippet.h"

#include <gtest/gtest.h>

#include <string>

#include "text/utf8.h"

namespace {

using morgue::Snippet;
using morgue::text::Highlight;
using morgue::text::make_snippet;
using morgue::text::mark_all;

Highlight words(Highlight::By by, std::initializer_list<std::string> typed) {
  Highlight highlight;
  for (const auto& word : typed) highlight.words.push_back({word, by});
  return highlight;
}
Highlight term(std::initializer_list<std::string> typed) {
  return words(Highlight::By::Term, typed);
}
Highlight stem(std::initializer_list<std::string> typed) {
  return words(Highlight::By::Stem, typed);
}
Highlight exact(std::initializer_list<std::string> typed) {
  return words(Highlight::By::Exact, typed);
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
  EXPECT_EQ(marked("Covid-19 and covid19 and covid 19, covid", term({"covid-19"})),
            "<Covid-19> and <covid19> and <covid 19>, covid");
  EXPECT_EQ(marked("re-elected, reelected", stem({"reelected"})), "<re-elected>, <reelected>");
  EXPECT_EQ(marked("the covid19 case", term({"covid-19", "case"})), "the <covid19 case>");
  EXPECT_EQ(marked("the covid-19 case", term({"covid19", "case"})), "the <covid-19 case>");
  EXPECT_EQ(marked("on 9/11 and 911", term({"9/11"})), "on <9/11> and 911");
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

TEST(SnippetText, NeverExceedsItsWidth) {
  std::string body;
  for (int i = 0; i < 60; ++i)
    body += i % 7 == 0 ? "習近平主席在北京。" : i % 5 == 0 ? "hyperventilating " : "Dvořák e\u0301te\u0301 ";
  for (std::size_t width = 0; width < 90; ++width) {
    for (const auto& highlight : {term({"習近平"}), term({"dvorak"}), term({"absent"})}) {
      const auto snippet = make_snippet(body, "en", {highlight}, width);
      EXPECT_LE(morgue::text::display_width(snippet.text), std::max<std::size_t>(width, 1)) << snippet.text;
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
