// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/concordance.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "archive/context.h"
#include "core/error.h"
#include "core/width.h"
#include "query/parser.h"

namespace {

using morgue::Occurrence;
using morgue::StoredArticle;
using morgue::archive::Concordance;
using morgue::archive::context_before;
using morgue::archive::context_behind;

StoredArticle article(std::string headline, std::string summary, std::string body) {
  StoredArticle made;
  made.id = 7;
  made.language = "en";
  made.headline = std::move(headline);
  made.summary = std::move(summary);
  made.body = std::move(body);
  return made;
}

std::vector<std::string> lines(std::string_view query, const StoredArticle& of, std::size_t width = 20) {
  std::vector<std::string> out;
  for (const auto& found : Concordance(morgue::query::parse(query, {}), width).occurrences_in(of)) {
    EXPECT_EQ(found.id, of.id);
    EXPECT_EQ(found.headline, of.headline);
    out.push_back(found.left + "<" + found.match + ">" + found.right);
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(Concordance, HasEveryPartInTheOrderOfTheArticle) {
  const auto of = article("Ferry late", "A ferry is late.", "The ferry.\n\nNo other ferry ran.");
  EXPECT_EQ(lines("ferry", of), (Lines{"<Ferry> late", "A <ferry> is late.", "The <ferry>. No other ferry",
                                       "The ferry. No other <ferry> ran."}));
}

TEST(Concordance, KeepsToTheFieldOfAWord) {
  const auto of = article("Ferry late", "A ferry is late.", "The ferry.");
  EXPECT_EQ(lines("headline:ferry", of), Lines{"<Ferry> late"});
  EXPECT_EQ(lines("body:ferry", of), Lines{"The <ferry>."});
  EXPECT_EQ(lines("author:smith body:late ferry", of).size(), 3U);
}

TEST(Concordance, LeadIsTheFirstHundredWords) {
  std::string body;
  for (int i = 0; i < 99; ++i) body += "word ";
  EXPECT_EQ(lines("lead:ferry", article("Ferry", "", body + "ferry ferry"), 9), Lines{"word word <ferry> ferry"});
}

TEST(Concordance, ListsWhatTheQueryIsAbout) {
  const auto of = article("", "", "Dock workers strike. The union backs striking dock workers, not the strikers.");
  EXPECT_EQ(lines("\"dock workers\"", of, 8), (Lines{"<Dock workers> strike.", "striking <dock workers>, not"}));
  EXPECT_EQ(lines("strike", of, 6).size(), 2U) << "strike, striking";
  EXPECT_EQ(lines("strik*", of, 6).size(), 3U);
  EXPECT_EQ(lines("strke~1", of, 7), Lines{"workers <strike>. The"});
  EXPECT_EQ(lines("=Striking", of, 6), Lines{"backs <striking> dock"});
  EXPECT_EQ(lines("strike -union", of, 6).size(), 2U) << "nothing under NOT";
  EXPECT_EQ(lines("dock OR \"dock workers\"", of, 8).size(), 2U) << "no occurrence inside another";
}

TEST(Concordance, OfProximityListsWholeSpans) {
  const auto of = article("", "", "Dock workers strike. A union of dock workers called off their strike.");
  EXPECT_EQ(lines("dock w/2 strike", of, 6), Lines{"<Dock workers strike>. A"});
  EXPECT_EQ(lines("dock w/5 strike", of, 0),
            (Lines{"<Dock workers strike>", "<strike. A union of dock>", "<dock workers called off their strike>"}));
  EXPECT_EQ(lines("strike pre/5 dock", of, 0), Lines{"<strike. A union of dock>"});
}

TEST(Concordance, NeedsAWordToShow) {
  for (const auto* query : {"*", "author:smith", "date:2024", "-ferry", "is:undated"}) {
    EXPECT_THROW(Concordance(morgue::query::parse(query, {}), 20), morgue::Error) << query;
  }
}

TEST(Context, IsCutBetweenWordsAndIsOneLine) {
  const std::string text = "one two\n\nthree four";
  EXPECT_EQ(context_before(text, text.find("four"), 100), "one two three ");
  EXPECT_EQ(context_before(text, text.find("four"), 9), "two three ");
  EXPECT_EQ(context_before(text, text.find("four"), 8), "three ");
  EXPECT_EQ(context_before(text, text.find("four"), 3), "ree ") << "a word that is too long";
  EXPECT_EQ(context_behind(text, 3, 100), " two three four");
  EXPECT_EQ(context_behind(text, 3, 8), " two");
  EXPECT_EQ(context_behind(text, 3, 9), " two three");
  EXPECT_EQ(context_behind(text, 4, 2), "tw");
  EXPECT_EQ(context_before(text, 0, 10), "");
  EXPECT_EQ(context_behind(text, text.size(), 10), "");
  EXPECT_EQ(context_before(text, 5, 0), "");
  EXPECT_EQ(context_before(" \n x", 3, 10), "");
  EXPECT_EQ(context_behind("x \n ", 1, 10), "");
}

TEST(Context, CountsColumnsAndKeepsMarksOnTheirLetters) {
  const std::string text = "東京都の新しい計画";
  EXPECT_EQ(context_before(text, text.find("新"), 5), "都の");
  EXPECT_EQ(context_behind(text, text.find("新"), 5), "新し");
  const std::string marked = "aaaae\u0301e\u0301";
  EXPECT_EQ(context_before(marked, marked.size(), 2), "e\u0301e\u0301");
  EXPECT_EQ(context_behind(marked, 4, 1), "e\u0301");
}

std::size_t columns_without_blanks(std::string text) {
  text.erase(0, text.find_first_not_of(' '));
  text.erase(text.find_last_not_of(' ') + 1);
  return morgue::column_width(text);
}

TEST(Context, NeverExceedsItsWidth) {
  std::string text;
  constexpr std::array<std::string_view, 7> kPieces = {"a", " ", "\n\n", "計", "e\u0301", "\u200B", "wörter"};
  for (std::size_t i = 0; i < 2'000; ++i) text += kPieces[(i * 7'919 + i * i / 3) % kPieces.size()];
  for (std::size_t pos = 0; pos < text.size(); ++pos) {
    if ((static_cast<unsigned char>(text[pos]) & 0xC0U) == 0x80U) continue;
    for (const std::size_t width : {0U, 1U, 7U, 40U}) {
      EXPECT_LE(columns_without_blanks(context_before(text, pos, width)), width);
      EXPECT_LE(columns_without_blanks(context_behind(text, pos, width)), width);
    }
  }
}

TEST(Context, AnyBytesAreSafe) {
  std::string bytes;
  for (int i = 0; i < 2'000; ++i) bytes += static_cast<char>((i * 7'919 + i / 3) % 256);
  for (std::size_t pos = 0; pos <= bytes.size(); ++pos) {
    EXPECT_LE(context_before(bytes, pos, 20).size(), pos);
    EXPECT_LE(context_behind(bytes, pos, 20).size(), bytes.size() - pos);
  }
}

}  // namespace
