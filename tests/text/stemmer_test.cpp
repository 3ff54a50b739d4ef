// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/stemmer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace {

using morgue::text::Stemmer;

TEST(Stemmer, FormsOfAWordMeet) {
  struct Case {
    std::string_view language, one, other;
  };
  Stemmer stemmer;
  for (const auto& [language, one, other] :
       {Case{"en", "strikes", "strike"}, Case{"en", "president's", "president"},
        Case{"en", "negotiating", "negotiated"}, Case{"de", "impfungen", "impfung"}, Case{"de", "trump's", "trump"},
        Case{"fr", "elections", "election"}, Case{"es", "elecciones", "eleccion"}, Case{"ru", "выборами", "выборам"},
        Case{"sv", "flickorna", "flickor"}, Case{"nb", "valgene", "valget"}, Case{"tr", "turkiye'nin", "turkiye"},
        Case{"nl", "auto's", "auto"}}) {
    const std::string first(stemmer.stem(one, language));
    EXPECT_EQ(first, stemmer.stem(other, language)) << language << ' ' << one;
  }
}

TEST(Stemmer, DifferentWordsStayApart) {
  Stemmer stemmer;
  const std::string strike(stemmer.stem("strike", "en"));
  EXPECT_NE(strike, stemmer.stem("strip", "en"));
}

TEST(Stemmer, WithoutAStemmerTheTermStays) {
  Stemmer stemmer;
  for (const std::string_view language : {"", "zh", "ja", "en-US", "xx"}) {
    EXPECT_EQ(stemmer.stem("strikes", language), "strikes") << language;
  }
  EXPECT_EQ(stemmer.stem("", "en"), "");
  const std::string long_term(500, 's');
  EXPECT_EQ(stemmer.stem(long_term, "en"), long_term);
}

TEST(Stemmer, NeverAnswersWithNothing) {
  Stemmer stemmer;
  for (const auto& language : Stemmer::languages()) {
    for (const std::string_view word : {"a", "s", "'s", "'", "ge", "et", "и", "ه", "ال", "e", "\xFF\xFE", "1st"}) {
      EXPECT_FALSE(stemmer.stem(word, language).empty()) << language << ' ' << word;
    }
  }
}

TEST(Stemmer, AnswersTheSameFromItsCache) {
  Stemmer stemmer;
  const std::string first(stemmer.stem("workers", "en"));
  EXPECT_EQ(stemmer.stem("workers", "en"), first);
  EXPECT_EQ(stemmer.stem("workers", "de"), stemmer.stem("workers", "de"));
  for (int i = 0; i < 120'000; ++i) stemmer.stem("word" + std::to_string(i), "en");
  EXPECT_EQ(stemmer.stem("workers", "en"), first);
}

TEST(Stemmer, ListsItsLanguages) {
  const auto& languages = Stemmer::languages();
  EXPECT_TRUE(std::ranges::is_sorted(languages));
  for (const std::string_view language : {"en", "de", "fr", "es", "no", "nb", "nn", "ar", "yi"}) {
    EXPECT_TRUE(std::ranges::binary_search(languages, language)) << language;
    EXPECT_NO_THROW(Stemmer().stem("word", language));
  }
}

}  // namespace
