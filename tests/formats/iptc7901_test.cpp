// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "formats/wire_charset.h"
#include "tests/formats/wire_fields.h"

namespace morgue::formats {
namespace {

std::string message(const std::string& text, const std::string& trailer = "091705 GMT Mar 98",
                    const std::string& header = "hns0042 4 s 120  hns 061") {
  return "\x01" + header + "\r\n\nHarbour/fire/\r\n\x02" + text + "\r\n\x03" + trailer + " \r\n\x7F\n\x7F\x04";
}

TEST(Iptc7901, StoryOfAWire) {
  const auto values = test::only_record(
      Format::Iptc7901, message("2ND LEAD\r\nQuay burns for a second night,\r\nsays the mayor\r\n"
                                "By Ada Quill, hns =\r\n\n   Portmouth (hns) - The quay burned\r\nagain.\r\n\n"
                                "Nobody slept.\r\n\n# Notebook\r\n\n- not for print\r\n\nhns aq bi\r\n"));
  EXPECT_EQ(values.at("headline"), "Quay burns for a second night, says the mayor");
  EXPECT_EQ(values.at("authors"), "By Ada Quill, hns");
  EXPECT_EQ(values.at("body"), "Portmouth (hns) - The quay burned again. | Nobody slept.");
  EXPECT_EQ(values.at("published"), "1998-03-09T17:05:00Z");
  EXPECT_EQ(values.at("source"), "hns");
  EXPECT_EQ(values.at("section"), "Sports");
  EXPECT_EQ(values.at("topics"), "Harbour | fire");
  EXPECT_EQ(values.at("key"), "hns0042 1998-03-09");
}

TEST(Iptc7901, LabelsAboveTheHeadline) {
  const struct {
    const char* head;
    const char* headline;
  } cases[] = {{"EXTRA\nShip lost =", "Ship lost"},
               {"(Achtung)\nImpressum =", "Impressum"},
               {"Eil\nSchiff verloren =", "Schiff verloren"},
               {"Zusammenfassung 1630\nSchiff verloren =", "Schiff verloren"},
               {"1st lead\nShip lost =", "Ship lost"},
               {"Flash floods hit the harbour =", "Flash floods hit the harbour"},
               {"FLASH\nflood =", "flood"},
               {"EXTRA =", "EXTRA"}};
  for (const auto& [head, headline] : cases) {
    const auto values = test::only_record(Format::Iptc7901, message(std::string(head) + "\r\n\nText.\r\n"));
    EXPECT_EQ(values.at("headline"), headline) << head;
    EXPECT_EQ(values.at("body"), "Text.") << head;
  }
}

TEST(Iptc7901, WithoutAHeadTheFirstParagraphIsOne) {
  const auto values = test::only_record(Format::Iptc7901, message("Ship lost\r\n\r\nText.\r\n"));
  EXPECT_EQ(values.at("headline"), "Ship lost");
  EXPECT_EQ(values.at("body"), "Text.");
}

TEST(Iptc7901, SignOffIsNoText) {
  const auto values = test::only_record(Format::Iptc7901, message("Ship lost =\r\n\nText.\r\n\nhns aq bi\r\n"));
  EXPECT_EQ(values.at("body"), "Text.");
}

TEST(Iptc7901, Times) {
  const struct {
    const char* trailer;
    const char* published;
  } cases[] = {{"091705 GMT Mar 98", "1998-03-09T17:05:00Z"},
               {"071341 GMT Okt 15", "2015-10-07T13:41:00Z"},
               {"211259 Nov 2018", "2018-11-21T12:59:00"},
               {"091705 GMT Maerz 98x", ""},
               {"0917 GMT Mar 98", ""},
               {"", ""},
               {"091705 GMT", ""}};
  for (const auto& [trailer, published] : cases) {
    const auto values = test::only_record(Format::Iptc7901, message("Ship lost =\r\n\nText.\r\n", trailer));
    const auto found = values.find("published");
    EXPECT_EQ(found == values.end() ? "" : found->second, published) << trailer;
  }
}

TEST(Iptc7901, Headers) {
  const struct {
    const char* header;
    const char* source;
  } cases[] = {{"hns062 4 i 211 ccccb   hns 061", "hns"},
               {"hns0007 4 s 850  hns-tide 0908", "hns-tide"},
               {"hns0001 4 rs 46  hns", "hns"},
               {"hns0001 4 rs 46", ""}};
  for (const auto& [header, source] : cases) {
    const auto values = test::only_record(Format::Iptc7901, message("Ship lost =\r\n", "091705 GMT Mar 98", header));
    const auto found = values.find("source");
    EXPECT_EQ(found == values.end() ? "" : found->second, source) << header;
  }
}

TEST(Iptc7901, DetectedByItsFrame) {
  EXPECT_EQ(detect(message("Ship lost =\r\n"), "wire.txt"), Format::Iptc7901);
  EXPECT_NE(detect("\x01hns0042 four s 120\r\n\x02text", "wire.txt"), Format::Iptc7901);
}

TEST(WireCharset, Utf8AndLatin1) {
  EXPECT_EQ(wire_text("M\u00FCller"), "M\u00FCller");
  EXPECT_EQ(wire_text("M\xFCller, \x84so\x93"), "M\u00FCller, \u201Eso\u201C");
  EXPECT_EQ(wire_text(""), "");
}

TEST(WireCharset, Iso6937HasTheAccentFirst) {
  EXPECT_EQ(wire_text("Die T\xC8uren f\xC8ur die B\xC8urger in Gen\xC1"
                      "eve"),
            "Die Tu\u0308ren fu\u0308r die Bu\u0308rger in Gene\u0300ve");
  EXPECT_EQ(wire_text("\xC4pfel, \xC4rger, \xC4lter"), "\u00C4pfel, \u00C4rger, \u00C4lter") << "Latin-1 capitals";
}

TEST(WireCharset, NationalLettersOfSevenBits) {
  const std::string german =
      "Der B}rgermeister erkl{rte am Montag in der Stadt, dass die gro~en Schiffe k}nftig nicht mehr im Hafen liegen "
      "d}rfen, weil die Anwohner [rger haben und die Arbeiter dort sch|n feiern.";
  EXPECT_EQ(wire_text(german),
            "Der B\u00FCrgermeister erkl\u00E4rte am Montag in der Stadt, dass die gro\u00DFen Schiffe k\u00FCnftig "
            "nicht mehr "
            "im Hafen liegen d\u00FCrfen, weil die Anwohner \u00C4rger haben und die Arbeiter dort sch\u00F6n feiern.");
  EXPECT_EQ(wire_text("if (a) {b|c} else {d}"), "if (a) {b|c} else {d}");
}

}  // namespace
}  // namespace morgue::formats
