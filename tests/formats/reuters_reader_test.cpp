// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/reuters_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "formats/reuters_document.h"
#include "tests/formats/read_all.h"

namespace morgue::formats {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

std::vector<std::string> read(const std::string& dump, ReaderLimits limits = {}) {
  return test::read_all(Format::Reuters21578, dump, {}, limits);
}

TEST(Reuters, ReadsAllFieldsOfADocument) {
  EXPECT_THAT(
      read("<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n"
           "<REUTERS TOPICS=\"YES\" OLDID=\"9\" NEWID=\"41\">\n"
           "<DATE> 3-MAR-1988 10:00:01.20</DATE>\n<TOPICS><D>tea</D><D>jute</D></TOPICS>\n"
           "<PLACES><D>norland</D></PLACES>\n<PEOPLE><D>holm</D></PEOPLE>\n<ORGS><D>wto</D></ORGS>\n"
           "<EXCHANGES><D>nyx</D></EXCHANGES>\n<COMPANIES><D>acme</D></COMPANIES>\n"
           "<UNKNOWN>\n&#5;&#5;f0704&#31;reute</UNKNOWN>\n"
           "<TEXT>&#2;\n<TITLE>TEA &lt;T.L> UP,\n  SAYS HOLM</TITLE>\n<AUTHOR>    By Ann Oak, Newswire</AUTHOR>\n"
           "<DATELINE>    PORT, March 3 - </DATELINE><BODY>Tea &amp; jute\nrose.\n    More.\n&#3;</BODY></TEXT>\n"
           "</REUTERS>\n"),
      ElementsAre("1@36 key=41 source=Reuters language=en date=3-MAR-1988 10:00:01.20 topics=tea topics=jute "
                  "places=norland people=holm organizations=wto organizations=nyx organizations=acme "
                  "headline=TEA <T.L> UP, SAYS HOLM authors=By Ann Oak, Newswire dateline=PORT, March 3 - "
                  "body=Tea & jute\nrose.\n    More.\n"));
}

TEST(Reuters, BriefHasATitleUnprocessedHasPlainText) {
  EXPECT_THAT(read("<REUTERS NEWID=\"1\"><TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>SHORT</TITLE>\n</TEXT></REUTERS>\n"
                   "<REUTERS NEWID=\"2\"><TEXT TYPE=\"UNPROC\">&#2;\nTABLE 1 &lt;X>\n  2.5 up\n<NOTE>not "
                   "this</NOTE>&#3;\n</TEXT></REUTERS>\n"
                   "<REUTERS NEWID=\"3\"><TEXT>&#2;</TEXT></REUTERS>"),
              ElementsAre("1@0 key=1 source=Reuters language=en headline=SHORT",
                          AllOf(StartsWith("2@"), HasSubstr("body=\nTABLE 1 <X>\n  2.5 up\n")),
                          AllOf(StartsWith("3@"), HasSubstr("key=3 source=Reuters language=en"))));
}

TEST(Reuters, TextIsDecoded) {
  EXPECT_EQ(sgml_text("D\xFCsseldorf &amp;lt; &quot;a&quot; &#233;&#8364;"), "D\u00fcsseldorf &lt; \"a\" \u00e9\u20ac");
  EXPECT_EQ(sgml_text("a&#1;b&#127;c&#22;d&#10;e"), "abcd\ne");
  EXPECT_EQ(sgml_text("R&D, &nosuch; & &#xyz; &#99999999999; &; &"), "R&D, &nosuch; & &#xyz; &#99999999999; &; &");
  EXPECT_EQ(sgml_text("&#55296;&#1114112;x"), "x");
}

TEST(Reuters, BrokenDocumentsAreRejectedOneByOne) {
  EXPECT_THAT(
      read("<REUTERS NEWID=\"1\"><TEXT>\n<REUTERS NEWID=\"2\"></REUTERS>\nstray words\n<REUTERS NEWID=\"3\"><TI"),
      ElementsAre("1@0! the document is not closed before the next one begins", StartsWith("2@26 key=2"),
                  StartsWith("3@56! there is text outside"), StartsWith("4@68! the document is not closed; is")));
  EXPECT_THAT(read("\n \n"), IsEmpty());
  EXPECT_THAT(read("<REU"), ElementsAre(HasSubstr("outside")));
}

TEST(Reuters, OversizedDocumentIsRejectedAndPassed) {
  ReaderLimits limits;
  limits.record_bytes = 200;
  const auto found =
      read("<REUTERS NEWID=\"1\">" + std::string(1000, 'x') + "</REUTERS><REUTERS NEWID=\"2\"></REUTERS>", limits);
  ASSERT_GE(found.size(), 2U);
  EXPECT_THAT(found.front(), HasSubstr("larger than the limit of 200 bytes"));
  EXPECT_THAT(found.back(), HasSubstr("key=2"));
}

}  // namespace
}  // namespace morgue::formats
