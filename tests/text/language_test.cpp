// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/language.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace morgue::text {
namespace {

TEST(CanonicalLanguage, NamesAndCodes) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"en", "en"},
      {"EN", "en"},
      {"en-us", "en"},
      {"en_GB", "en"},
      {"eng", "en"},
      {"English", "en"},
      {"de", "de"},
      {"ger", "de"},
      {"deu", "de"},
      {"Deutsch", "de"},
      {"German", "de"},
      {"fre", "fr"},
      {"Fran\u00e7ais", "fr"},
      {"chi", "zh"},
      {"zh-Hant-HK", "zh"},
      {"\u4e2d\u6587", "zh"},
      {"iw", "he"},
      {"nb", "nb"},
      {"pt-BR", "pt"},
      {"en_US.UTF-8", "en"},
      {"English (UK)", "en"},
      {" en ", "en"},
      {"yue", "yue"},
      {"", ""},
      {"x", ""},
      {"klingonese", ""},
      {"qqq", ""},
      {"12", ""},
      {"und", ""},
      {"n/a", ""},
      {"unknown", ""},
  };
  for (const auto& [declared, expected] : cases) EXPECT_EQ(canonical_language(declared), expected) << declared;
  EXPECT_EQ(canonical_language(std::string(100000, 'e')), "");
}

TEST(DetectLanguage, AMixtureIsNoLanguage) {
  const std::string english = "The council decided last night that the old harbour bridge would be rebuilt next year. ";
  const std::string german = "Der Stadtrat hat gestern Abend beschlossen, dass die alte Bruecke neu gebaut wird. ";
  const std::string french =
      "Le conseil municipal a d\u00e9cid\u00e9 hier soir de reconstruire le vieux pont du port. ";
  EXPECT_EQ(detect_language(english + german + french), "");
  const std::string more =
      "Residents had asked for a tunnel instead, which engineers thought too dear for so small a "
      "town. Work is to begin in spring and will take two summers, the mayor told reporters. ";
  EXPECT_EQ(detect_language(english + more + "\"Guten Morgen.\""), "en");
}

TEST(DetectLanguage, OnlyReliableAnswers) {
  EXPECT_EQ(detect_language("The council decided last night that the old harbour bridge would be rebuilt next year, "
                            "although many of the residents had asked for a tunnel."),
            "en");
  EXPECT_EQ(
      detect_language("Der Stadtrat hat gestern Abend beschlossen, dass die alte Hafenbr\u00fccke im n\u00e4chsten "
                      "Jahr neu gebaut wird, obwohl viele Anwohner einen Tunnel verlangt hatten."),
      "de");
  EXPECT_EQ(
      detect_language("\u5e02\u8b70\u6703\u6628\u665a\u6c7a\u5b9a\u660e\u5e74\u91cd\u5efa\u820a\u6e2f\u53e3\u5927\u6a4b"
                      "\uff0c\u5118\u7ba1\u8a31\u591a\u5c45\u6c11\u66fe\u8981\u6c42\u8208\u5efa\u96a7\u9053\u3002"),
      "zh");
  EXPECT_EQ(detect_language(""), "");
  EXPECT_EQ(detect_language("Oil 12 OPEC"), "");
  EXPECT_EQ(detect_language(std::string(100, '7')), "");
}

}  // namespace
}  // namespace morgue::text
