// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/near_duplicate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>

namespace morgue::text {
namespace {

const std::string kStory =
    "The harbour board of Kelmouth voted on Tuesday to close the eastern quay for repairs that engineers expect to "
    "last "
    "until the end of next spring. Ferries to the outer islands will leave from the fish market instead, the board "
    "said, "
    "and lorries must use the old customs road. Fishermen who had asked for a delay called the decision reckless "
    "because "
    "the herring season begins in 12 days. The chairwoman of the board, Oda Brandvik, answered that divers had found "
    "41 "
    "cracked piles and that no insurer would cover another winter. The council is to pay 3.5 million crowns towards "
    "the "
    "work, and the rest will come from harbour dues, which rise by 4 per cent in July.";

const std::string kTail =
    " The last repair of this kind, 22 years ago, took twice as long as planned and ended in a dispute over the price "
    "of timber that went as far as the court of appeal. Traders in the market hall said they feared the same again.";

const std::string kHeadline = "Kelmouth to close eastern quay until spring";

Sketch sketch_of(const std::string& headline, const std::string& body) {
  Fingerprinter fingerprinter;
  fingerprinter.read(headline, body);
  return fingerprinter.sketch();
}

Fingerprint fingerprint_of(const std::string& headline, const std::string& body) {
  Fingerprinter fingerprinter;
  fingerprinter.read(headline, body);
  return fingerprinter.fingerprint();
}

bool alike(const std::string& headline_a, const std::string& a, const std::string& headline_b, const std::string& b) {
  const Fingerprint one = fingerprint_of(headline_a, a);
  const Fingerprint other = fingerprint_of(headline_b, b);
  EXPECT_EQ(near_duplicates(one, other), near_duplicates(other, one)) << "it must not matter which came first";
  return near_duplicates(one, other);
}

bool share_a_hash(const std::string& a, const std::string& b) {
  const Sketch one = sketch_of(kHeadline, a);
  return std::ranges::any_of(sketch_of(kHeadline, b),
                             [&](std::uint32_t hash) { return std::ranges::find(one, hash) != one.end(); });
}

std::string replace(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), with);
}

TEST(NearDuplicate, FindsWhatDesksDoToAgencyCopy) {
  const std::string shortened = kStory.substr(0, kStory.find(" The council"));
  const std::string edited = replace(replace(kStory, "Fishermen", "Local fishermen"), "reckless", "hasty");
  std::string lines = kStory;
  std::ranges::replace(lines, ' ', '\n');
  struct Case {
    const char* what;
    std::string body;
  };
  for (const Case& c :
       {Case{"the same", kStory}, Case{"shortened", shortened}, Case{"a paragraph more", kStory + "\n\n" + kTail},
        Case{"two words changed", edited}, Case{"other line breaks", lines},
        Case{"an agency's line before it", "KELMOUTH (Northwire) - " + kStory}}) {
    EXPECT_TRUE(alike(kHeadline, kStory, kHeadline, c.body)) << c.what;
    EXPECT_TRUE(alike(kHeadline, kStory, "Ferries to islands move to fish market", c.body)) << c.what;
    EXPECT_TRUE(share_a_hash(kStory, c.body)) << c.what;
  }
}

TEST(NearDuplicate, CaseDiacriticsAndHyphensDoNotMatter) {
  const std::string other = replace(replace(kStory, "Brandvik", "Br\xC3\xA4ndvik"), "fish market", "fish-market");
  std::string upper = other;
  std::ranges::transform(upper, upper.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  EXPECT_EQ(sketch_of("", kStory), sketch_of("", upper));
}

TEST(NearDuplicate, TellsStrangersApart) {
  const std::string other =
      "A storm that crossed the northern counties overnight left 12 villages without power and 41 roads blocked by "
      "fallen trees, the grid company said on Tuesday. Crews from three districts were working to restore the lines, "
      "and schools in the valley stayed closed. Nobody was hurt, but a barn burnt down after lightning struck it.";
  EXPECT_FALSE(alike("Storm cuts power", other, kHeadline, kStory));
  EXPECT_FALSE(alike(kHeadline, other, kHeadline, kStory)) << "the headline alone is nothing";
  EXPECT_FALSE(alike(kHeadline, kStory.substr(0, 300), "Elsewhere", other + " " + kStory.substr(300)));
}

TEST(NearDuplicate, RegularReportsDifferInTheirNumbers) {
  const auto report = [](const std::string& sum, const std::string& rate, const std::string& day) {
    return "The central bank said it bought " + sum +
           " crowns of bills from dealers under its regular agreement with "
           "the market. Dealers said overnight money stood at " +
           rate +
           " per cent when the bank began its temporary "
           "supply of reserves. The agreement ends on May " +
           day + ", when the council of the bank meets again.";
  };
  const std::string headline = "Central bank adds reserves by agreement";
  EXPECT_FALSE(alike(headline, report("120", "6-1/16", "3"), headline, report("120", "6-1/8", "10")));
  EXPECT_TRUE(
      alike(headline, report("120", "6-1/16", "3"), headline, report("120", "6-1/16", "3") + " Reuse is free."));
}

TEST(NearDuplicate, PageFurnitureIsNoStory) {
  const std::string notice =
      "This page cannot be shown in your country because the publisher does not hold the rights to it there. Please "
      "write to the reader service with your name and the address of the page if you think that this is a mistake, or "
      "choose another edition from the list above. We are sorry for the inconvenience.";
  EXPECT_FALSE(alike("Minister resigns over tunnel", notice, "Orchards in bloom early", notice));
  EXPECT_TRUE(alike("Minister resigns over tunnel", notice, "Minister resigns over tunnel", notice));
  EXPECT_TRUE(alike("", notice, "", notice)) << "no headline says nothing";
}

TEST(NearDuplicate, ShortTextsAreEqualOrStrangers) {
  EXPECT_TRUE(alike("Dividend", "Quarterly 10 crowns, as before.", "DIVIDEND", "Quarterly: 10 crowns as before"));
  EXPECT_FALSE(alike("Dividend", "Quarterly 10 crowns, as before.", "Dividend", "Quarterly 11 crowns, as before."));
  EXPECT_FALSE(alike("Harlow dividend", "Quarterly 10 crowns.", "Selby dividend", "Quarterly 10 crowns."));
  EXPECT_FALSE(alike("Dividend", "", "Dividend", ""));
  EXPECT_FALSE(alike("Dividend", "...", "Dividend", "..."));
  EXPECT_TRUE(sketch_of("Dividend", "").empty());
  EXPECT_EQ(sketch_of("Dividend", "Quarterly 10 crowns.").size(), 1U);
}

TEST(NearDuplicate, ScriptsWithoutBlanks) {
  const std::string story =
      "港口委員會星期二決定關閉東碼頭進行維修，工程師預計工程將持續到明年春天。往外島的渡輪將改從魚市場開出，貨車必須使"
      "用舊海關道路。"
      "要求延期的漁民認為決定魯莽，因為鯡魚季節將於十二天後開始。委員會主席回應說，潛水員發現四十一根樁柱出現裂縫。";
  const std::string more = story + "上一次同類維修工程所需時間比計劃長一倍。";
  EXPECT_TRUE(alike("東碼頭關閉維修", story, "東碼頭關閉維修", more));
  EXPECT_FALSE(
      alike("東碼頭關閉維修", story, "東碼頭關閉維修",
            "昨夜橫過北部各縣的風暴令多個村莊停電，多條道路被倒下的樹木阻塞，電力公司星期二表示，來自三個地區的"
            "工人正努力恢復供電，山谷的學校繼續停課，沒有人受傷，但有一座穀倉遭雷擊後焚毀，居民表示擔心。"));
}

TEST(NearDuplicate, SketchesAreStoredAndMustNotChange) {
  EXPECT_EQ(sketch_of(kHeadline, kStory).size(), kSketchSize);
  EXPECT_EQ(sketch_of("Dividend", "Quarterly 10 crowns."), (Sketch{2318856093}));
}

TEST(NearDuplicate, WhatIsNoArticleIsCountedButNotCompared) {
  std::string body;
  for (std::size_t i = 0; i < kMostCompared; ++i) body += i % 2 == 0 ? "quay " : "ferry ";
  Fingerprinter fingerprinter;
  fingerprinter.read("Long", body);
  EXPECT_FALSE(fingerprinter.sketch().empty());
  fingerprinter.read("Longer", body + "storm covid-19");
  EXPECT_EQ(fingerprinter.words(), static_cast<std::int64_t>(kMostCompared) + 3);
  EXPECT_TRUE(fingerprinter.sketch().empty());
}

TEST(NearDuplicate, TakesAnyBytes) {
  std::string bytes;
  for (int i = 0; i < 4000; ++i) bytes += static_cast<char>(i * 37 + i / 7);
  const auto print = fingerprint_of(bytes, bytes);
  EXPECT_LE(sketch_of(bytes, bytes).size(), kSketchSize);
  EXPECT_TRUE(std::ranges::is_sorted(print.shingles));
}

}  // namespace
}  // namespace morgue::text
