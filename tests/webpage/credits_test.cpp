// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/credits.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace morgue::webpage {
namespace {

using Names = std::vector<std::string>;

struct Case {
  const char* text;
  Names names;
};

class Declared : public testing::TestWithParam<Case> {};
class MarkedByline : public testing::TestWithParam<Case> {};
class Line : public testing::TestWithParam<Case> {};

TEST_P(Declared, GivesItsNames) {
  EXPECT_EQ(declared_names(GetParam().text), GetParam().names) << GetParam().text;
}
TEST_P(MarkedByline, GivesItsNames) {
  EXPECT_EQ(byline_names(GetParam().text, true), GetParam().names) << GetParam().text;
}
TEST_P(Line, GivesItsNames) {
  EXPECT_EQ(byline_names(GetParam().text, false), GetParam().names) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Credits, Declared,
                         testing::Values(Case{"Ida Lund", {"Ida Lund"}},
                                         Case{"Ida Lund and Ove Berg", {"Ida Lund", "Ove Berg"}},
                                         Case{"Ida Lund und Ove Berg, dpa", {"Ida Lund", "Ove Berg", "dpa"}},
                                         Case{"By Ida Lund", {"Ida Lund"}}, Case{"Travel Team", {"Travel Team"}},
                                         Case{"Fjord staff reporter", {"Fjord staff reporter"}},
                                         Case{"https://news.example/authors/ida", {}}, Case{"@idalund", {}},
                                         Case{"admin", {}}, Case{"105092", {}}, Case{"No Author", {}},
                                         Case{"Unternehmen", {}}, Case{"", {}}));

INSTANTIATE_TEST_SUITE_P(
    Credits, MarkedByline,
    testing::Values(Case{"By Ida Lund", {"Ida Lund"}}, Case{"Von Ida Lund", {"Ida Lund"}},
                    Case{"Autorin: Ida Lund", {"Ida Lund"}}, Case{"Par Ida Lund le 12 mai 2024", {"Ida Lund"}},
                    Case{"Erstellt von Ida am Dienstag 6. Mai 2014", {"Ida"}},
                    Case{"Ida Lund Thursday, May 2, 2024", {"Ida Lund"}}, Case{"Eingestellt von der Ole", {"der Ole"}},
                    Case{"idalund42", {"idalund42"}}, Case{"Ida Lund | Updated 3 hours ago", {"Ida Lund"}},
                    Case{"Kommentar von Ida Lund", {"Ida Lund"}}, Case{"Alles von Ida Lund", {"Ida Lund"}},
                    Case{"Alle Beiträge von Ida Lund", {"Ida Lund"}},
                    Case{"Photos and story by Ida Lund", {"Ida Lund"}}, Case{"Published 3 May 2024", {}},
                    Case{"Von", {}}, Case{"Redaktion", {}}, Case{"\u00a9", {}}));

INSTANTIATE_TEST_SUITE_P(Credits, Line,
                         testing::Values(Case{"By Ida Lund", {"Ida Lund"}}, Case{"Ida Lund", {}},
                                         Case{"The ferry sailed by noon.", {}}));

TEST(Credits, FindsTheNameBesideADate) {
  EXPECT_EQ(names_beside_date("04.02.2022 | 13:10 Uhr | Ida Lund", true), Names{"Ida Lund"});
  EXPECT_EQ(names_beside_date("25.10.2022 - Ida Lund", true), Names{"Ida Lund"});
  EXPECT_EQ(names_beside_date("Friday, May 3, 2024", false), Names{});
  EXPECT_EQ(names_beside_date("3 May 2024 in the harbour", true), Names{});
}

TEST(Credits, TellsAccountsFromNames) {
  EXPECT_TRUE(is_account("ida.lund"));
  EXPECT_TRUE(is_account("ida-lund"));
  EXPECT_FALSE(is_account("Ida Lund"));
  EXPECT_FALSE(is_account("Ida"));
}

TEST(Credits, KeepsEachNameOnce) {
  Names names = {"Ida Lund"};
  add_names(names, {"IDA LUND", "Ove Berg"});
  EXPECT_EQ(names, (Names{"Ida Lund", "Ove Berg"}));
}

}  // namespace
}  // namespace morgue::webpage
