// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/citation_name.h"

#include <gtest/gtest.h>

namespace morgue::render {

void PrintTo(const CitedName& name, std::ostream* out) {
  *out << "[" << name.literal << "|" << name.family << "|" << name.particle << "|" << name.given << "|" << name.suffix
       << "]";
}

namespace {

CitedName parts(std::string family, std::string given, std::string particle = "", std::string suffix = "") {
  return {"", std::move(family), std::move(particle), std::move(given), std::move(suffix)};
}

TEST(CitedName, IsTakenApartWhereThatIsSafe) {
  struct Case {
    std::string_view name;
    CitedName expected;
  };
  const Case cases[] = {
      {"Jane Doe", parts("Doe", "Jane")},
      {"  Jane   Q.  Doe ", parts("Doe", "Jane Q.")},
      {"Kateryna Hodunova", parts("Hodunova", "Kateryna")},
      {"Антон Чехов", parts("Чехов", "Антон")},
      {"Anne-Marie O’Neill", parts("O’Neill", "Anne-Marie")},
      {"Rogier van der Weyden", parts("Weyden", "Rogier", "van der")},
      {"Luis de la Fuente", parts("Fuente", "Luis", "de la")},
      {"Ludwig van Beethoven", parts("Beethoven", "Ludwig", "van")},
      {"Robert De Niro", parts("De Niro", "Robert")},
      {"Ursula Von der Leyen", parts("Von der Leyen", "Ursula")},
      {"Al Gore", parts("Gore", "Al")},
      {"Bruno Le Maire", parts("Le Maire", "Bruno")},
      {"Martin King Jr.", parts("King", "Martin", "", "Jr.")},
      {"Martin Luther King, Jr.", parts("King", "Martin Luther", "", "Jr.")},
      {"Thurston Howell III", parts("Howell", "Thurston", "", "III")},
      {"Ben Robinson Iii", parts("Robinson", "Ben", "", "III")},
      {"Doe, Jane", parts("Doe", "Jane")},
      {"King, Martin Luther, Jr.", parts("King", "Martin Luther", "", "Jr.")},
      {"van der Berg, Jan", parts("Berg", "Jan", "van der")},
      {"García Márquez, Gabriel", parts("García Márquez", "Gabriel")},
  };
  for (const auto& [name, expected] : cases) EXPECT_EQ(cited_name(name, "en"), expected) << name;
}

TEST(CitedName, StaysWholeWhereItIsNot) {
  for (const std::string_view name : {"Reuters",
                                      "AFP",
                                      "dpa",
                                      "Agence France-Presse",
                                      "Associated Press",
                                      "The Gazette",
                                      "Harbour Press",
                                      "Gazette Staff",
                                      "Jane Doe and John Roe",
                                      "Jane Doe, Harbour Desk",
                                      "Jane Doe, Hull, Leeds, York",
                                      "Agent 47",
                                      "jane@gazette.example",
                                      "Harbour & Sons",
                                      "bell hooks",
                                      "Jane D.",
                                      "Madonna",
                                      "Jr.",
                                      "King Jr.",
                                      "van",
                                      "Doe,",
                                      ", Doe",
                                      ",",
                                      "Ana Maria de",
                                      "A B C D E F G",
                                      "李安",
                                      "山田 太郎",
                                      "김 민수",
                                      "محمد علي",
                                      "眾新聞記者"}) {
    CitedName whole;
    whole.literal = name;
    EXPECT_EQ(cited_name(name, "en"), whole) << name;
  }
}

TEST(CitedName, KnowsWhereFamilyNamesComeFirstOrAreTwo) {
  for (const auto& [name, language] : {std::pair{"Kovács Anna", "hu"}, std::pair{"Nguyen Van An", "vi"},
                                       std::pair{"Chan Tai Man", "zh"}, std::pair{"Ana López Vega", "es"}}) {
    EXPECT_EQ(cited_name(name, language).literal, name);
  }
  EXPECT_EQ(cited_name("Ana Vega", "es"), parts("Vega", "Ana"));
}

TEST(CitedName, IsEmptyForNothingAndNeverHostile) {
  EXPECT_EQ(cited_name("", "en"), CitedName{});
  EXPECT_EQ(cited_name(" \x01 ", "en"), CitedName{});
  EXPECT_EQ(cited_name("Jane\n\x1bR Doe", "en"), parts("Doe", "Jane R"));
  EXPECT_NO_THROW(cited_name("\xff\xfe Doe \xc3", "en"));
}

}  // namespace
}  // namespace morgue::render
