// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/xml_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "formats/xml_fields.h"
#include "tests/formats/read_all.h"

namespace morgue::formats {
namespace {

using testing::ElementsAre;
using testing::StartsWith;

std::vector<std::string> lines(const std::string& xml, const std::string& records = {}) {
  test::StringSource source(xml, 7);
  io::BufferedInput bytes(source);
  XmlReader reader({bytes, "dump", "", {}, records});
  std::vector<std::string> out;
  while (auto next = reader.next()) {
    std::string line;
    if (const auto* reject = std::get_if<Reject>(&*next)) {
      line = "! " + reject->reason;
    } else {
      for (const Field& field : std::get<Record>(*next).fields) line += field.path + "=" + field.value + ";";
    }
    out.push_back(std::move(line));
  }
  return out;
}

TEST(XmlReader, RecordsAreFoundAndFlattened) {
  EXPECT_THAT(
      lines("<?xml version='1.0'?><export made='2003'><story id='7'><head><title>Ferry &amp; quay</title></head>"
            "<tag>sea</tag><tag>port</tag></story><story><head><title>Two</title></head></story></export>"),
      ElementsAre("@id=7;head.title=Ferry & quay;tag=sea;tag=port;", "head.title=Two;"));
}

TEST(XmlReader, OneRecordIsTheWholeFile) {
  EXPECT_THAT(lines("<article><title>One</title><text><p>A <b>bold</b> word.</p><p>B &lt; C</p></text></article>"),
              ElementsAre("title=One;text=<p>A <b>bold</b> word.</p><p>B &lt; C</p>;"));
}

TEST(XmlReader, FramesInsideFramesAreGoneThrough) {
  EXPECT_THAT(lines("<r><info><made>2003</made></info><section><piece><t>1</t></piece><piece><t>2</t></piece></section>"
                    "<section><piece><t>3</t></piece></section></r>"),
              ElementsAre("t=1;", "t=2;", "t=3;"));
}

TEST(XmlReader, RecordsCanBeNamed) {
  EXPECT_THAT(lines("<r><x><t>1</t></x><y><t>2</t></y><x><t>3</t></x></r>", "y"), ElementsAre("t=2;"));
  EXPECT_THAT(lines("<r><x><t>1</t></x></r>", "z"),
              ElementsAre("! there is no element <z> in the file to make a record of"));
}

TEST(XmlReader, BrokenXmlGivesWhatItHas) {
  EXPECT_THAT(lines("<r><x><t>1</t></x><x><t>2</t></x><x><t>3"),
              ElementsAre("t=1;", "t=2;", StartsWith("t=3"), StartsWith("! ")));
}

}  // namespace
}  // namespace morgue::formats
