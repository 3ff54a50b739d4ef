// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace morgue::text {
namespace {

using Names = std::vector<std::string>;

TEST(SplitByline, EachNameOnceAndInOrder) {
  const std::vector<std::pair<const char*, Names>> cases = {
      {"By JANE DOE, Staff Writer", {"Jane Doe"}},
      {"    By Ines Marlowe, Reuters", {"Ines Marlowe", "Reuters"}},
      {"    By INES MARLOWE AND PHILIP SANDE, REUTERS", {"Ines Marlowe", "Philip Sande", "Reuters"}},
      {"By Tom Brandt Reuters", {"Tom Brandt", "Reuters"}},
      {"By Tom Brandt, Reuters.", {"Tom Brandt", "Reuters"}},
      {"BY\n  Tom Brandt,\n  Reuters", {"Tom Brandt", "Reuters"}},
      {"By JANE DOE and John Roe, Staff Writers", {"Jane Doe", "John Roe"}},
      {"Carla K. Johnson, AP", {"Carla K. Johnson", "AP"}},
      {"A. Lund, B. Moe and C. Dahl, AP", {"A. Lund", "B. Moe", "C. Dahl", "AP"}},
      {"Ann Lee, Bo Dahl, and Cy Roth", {"Ann Lee", "Bo Dahl", "Cy Roth"}},
      {"Ann Lee & Bo Dahl", {"Ann Lee", "Bo Dahl"}},
      {"The Associated Press, AP", {"The Associated Press", "AP"}},
      {"SAMIRA KUHLAN, AP", {"Samira Kuhlan", "AP"}},
      {"MARCO SILVA DE SOUZA, AP", {"Marco Silva de Souza", "AP"}},
      {"STEPHEN McGRATH and ANGUS MCDONALD", {"Stephen McGrath", "Angus McDonald"}},
      {"TED d'AFFLITTO", {"Ted d'Afflitto"}},
      {"KATE O'NEIL", {"Kate O'Neil"}},
      {"S.V. PATEL", {"S.V. Patel"}},
      {"JEAN-LUC MOREAU JR.", {"Jean-Luc Moreau Jr."}},
      {"Jean-Luc Picard Jr.", {"Jean-Luc Picard Jr."}},
      {"Jean-Luc Picard, Jr.", {"Jean-Luc Picard Jr."}},
      {"J.K. Rowling", {"J.K. Rowling"}},
      {"Pieter van der Berg", {"Pieter van der Berg"}},
      {"van der Berg", {"van der Berg"}},
      {"Ludwig von Mises", {"Ludwig von Mises"}},
      {"von der Leyen", {"von der Leyen"}},
      {"Von Erika Muster", {"Erika Muster"}},
      {"Von Erika Muster und Max Beispiel, dpa", {"Erika Muster", "Max Beispiel", "dpa"}},
      {"Par Jean Dupont et Marie Durand", {"Jean Dupont", "Marie Durand"}},
      {"Por Ana P\u00e9rez y Luis G\u00f3mez", {"Ana P\u00e9rez", "Luis G\u00f3mez"}},
      {"Jos\u00e9 Ortega y Gasset", {"Jos\u00e9 Ortega y Gasset"}},
      {"Jane DUPONT", {"Jane Dupont"}},
      {"\u0418\u0432\u0430\u043d \u041f\u0435\u0442\u0440\u043e\u0432",
       {"\u0418\u0432\u0430\u043d \u041f\u0435\u0442\u0440\u043e\u0432"}},
      {"\u0410\u041d\u041d\u0410 \u041f\u0415\u0422\u0420\u041e\u0412\u0410",
       {"\u0410\u043d\u043d\u0430 \u041f\u0435\u0442\u0440\u043e\u0432\u0430"}},
      {"\u9752\u6c34 & \u8352\u5dfb", {"\u9752\u6c34", "\u8352\u5dfb"}},
      {"\u8a18\u8005\u9673\u5c0f\u660e", {"\u9673\u5c0f\u660e"}},
      {"\u5be6\u7fd2\u8a18\u8005\u9673\u5c0f\u660e\u3001\u674e\u56db", {"\u9673\u5c0f\u660e", "\u674e\u56db"}},
      {"\u6771\u6e2f\u65b0\u805e\u8a18\u8005", {"\u6771\u6e2f\u65b0\u805e\u8a18\u8005"}},
      {"\u5c71\u7530\u592a\u90ce", {"\u5c71\u7530\u592a\u90ce"}},
      {"AFP", {"AFP"}},
      {"dpa", {"dpa"}},
      {"Reuters", {"Reuters"}},
      {"Associated Press", {"Associated Press"}},
      {"dpa/AFP", {"dpa", "AFP"}},
      {"Dr. Jane Doe", {"Jane Doe"}},
      {"Jane Doe, MD", {"Jane Doe"}},
      {"Jane Doe, PhD, and Prof. John Roe", {"Jane Doe", "John Roe"}},
      {"Jane Doe | jane@example.com", {"Jane Doe"}},
      {"Jane Doe in Washington", {"Jane Doe"}},
      {"Jane Doe, Washington", {"Jane Doe"}},
      {"Jane Doe, New York", {"Jane Doe"}},
      {"Jane Doe (London)", {"Jane Doe"}},
      {"Jane Doe for Example.com", {"Jane Doe"}},
      {"Jane Doe Senior Political Correspondent", {"Jane Doe"}},
      {"Jane Doe, Senior Political Correspondent", {"Jane Doe"}},
      {"MapWorks, Editorial Partner", {"MapWorks"}},
      {"Writing by Jane Doe; Editing by John Roe, Reuters", {"Jane Doe", "Reuters"}},
      {"Reporting by Jane Doe and Bo Dahl; additional reporting by Cy Roth", {"Jane Doe", "Bo Dahl", "Cy Roth"}},
      {"By Jane Doe | June 24, 2025", {"Jane Doe"}},
      {"Jane Doe, Jane Doe", {"Jane Doe"}},
      {"keith lund", {"keith lund"}},
      {"View All, Min Read", {}},
      {"    By Peter Read", {"Peter Read"}},
      {"Ling He, Reuters", {"Ling He", "Reuters"}},
      {"Herald Editors", {"Herald Editors"}},
      {"News Editors", {}},
      {"Twitter.com janedoe", {}},
      {"Staff Writer", {}},
      {"by", {}},
      {"", {}},
      {"https://example.com/author/jane", {}},
  };
  for (const auto& [byline, expected] : cases) EXPECT_EQ(split_byline(byline), expected) << byline;
}

TEST(SplitByline, HostileInputEnds) {
  EXPECT_TRUE(split_byline(std::string(1'000'000, ',')).empty());
  EXPECT_TRUE(split_byline(std::string(1'000'000, '(')).empty());
  std::string ands;
  for (int i = 0; i < 10000; ++i) ands += " and ";
  EXPECT_TRUE(split_byline(ands).empty());
  for (int c = 0; c < 256; ++c) split_byline(std::string(5, static_cast<char>(c)));
}

TEST(PlausibleAuthor, PeopleAndAgencies) {
  for (const char* name : {"Jane Doe",
                           "O'Brien",
                           "Pieter van der Berg",
                           "Ludwig von",
                           "Jean-Luc Picard Jr.",
                           "J.K. Rowling",
                           "John A. Smith",
                           "Harbour Staff",
                           "AFP",
                           "dpa",
                           "Reuters",
                           "Associated Press",
                           "The Associated Press",
                           "Francis",
                           "BeBe",
                           "April Jones",
                           "June Smith",
                           "S.V. Date",
                           "\u0418\u0432\u0430\u043d \u041f\u0435\u0442\u0440\u043e\u0432",
                           "\u5c71\u7530\u592a\u90ce",
                           "M\u00e1ire N\u00ed Bhriain",
                           "Sonia Perez D."}) {
    EXPECT_TRUE(plausible_author(name)) << name;
  }
}

TEST(PlausibleAuthor, FurnitureRolesAndBiographies) {
  for (const char* name : {"View All",
                           "Min Read",
                           "January",
                           "Https",
                           "Senior Editor",
                           "Senior Evening Writer",
                           "Image",
                           "Getty Images",
                           "Getty Images North America",
                           "Royals",
                           "Follow Us On Twitter",
                           "Jane Doe Is A Writer At Example",
                           "Where She Oversees Coverage Of Films",
                           "Jane Doe'S Most Recent Stories",
                           "Example.Com Reporter",
                           "Jane.Doe Example.Com",
                           "Data.Playlistauthor",
                           "https://example.com/jane",
                           "jane@example.com",
                           "A Native Of The East Bay",
                           "Date July",
                           "Posted April",
                           "Aug.",
                           "The Royals.",
                           "Doe .",
                           "Jane New-B...",
                           "2 Min Read",
                           "",
                           " ",
                           "E",
                           "Nadia S",
                           "Staff Writer Reporter",
                           "Please Enter Your Name Here",
                           "A very long sentence that goes on and on and says nothing about anybody at all here"}) {
    EXPECT_FALSE(plausible_author(name)) << name;
  }
}

TEST(SplitByline, ALoneWordKeepsItsTitle) {
  EXPECT_EQ(split_byline("Frau Elster"), std::vector<std::string>{"Frau Elster"});
  EXPECT_EQ(split_byline("Dr. Ida Lund"), std::vector<std::string>{"Ida Lund"});
}

TEST(SplitByline, AnAgencyBehindAConjunctionIsItsOwn) {
  EXPECT_EQ(split_byline("Le Fjord et AFP"), (std::vector<std::string>{"Le Fjord", "AFP"}));
}

TEST(SplitByline, KoreanRolesStandBehindTheName) {
  EXPECT_EQ(split_byline("\uae40\ubbfc\uc218 \uae30\uc790"), std::vector<std::string>{"\uae40\ubbfc\uc218"});
}

}  // namespace
}  // namespace morgue::text
