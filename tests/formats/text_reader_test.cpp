// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/text_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "tests/formats/read_all.h"

namespace morgue::formats {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Text, FirstLineIsTheHeadlineFolderTheTopic) {
  EXPECT_THAT(test::read_all(Format::Text, "\n  Bridge opens \r\n\r\nFirst.\n\nSecond.\n", "set/transport/001.txt"),
              ElementsAre("1@0 headline=Bridge opens body=First.\n\nSecond. topics=transport"));
  EXPECT_THAT(test::read_all(Format::Text, "Only a line", "001.txt"), ElementsAre("1@0 headline=Only a line"));
  EXPECT_THAT(test::read_all(Format::Text, "A\nb", "packed\\sport\\1.txt"),
              ElementsAre("1@0 headline=A body=b topics=sport"));
  EXPECT_THAT(test::read_all(Format::Text, "A\nb", "../1.txt"), ElementsAre("1@0 headline=A body=b"));
}

TEST(Text, AnyCharset) {
  EXPECT_THAT(test::read_all(Format::Text,
                             "Price\nIt costs \xA3"
                             "5."),
              ElementsAre("1@0 headline=Price body=It costs \u00a35."));
  EXPECT_THAT(test::read_all(Format::Text, "\xEF\xBB\xBFMark\nx"), ElementsAre("1@0 headline=Mark body=x"));
}

TEST(Text, EmptyAndOversizedAreRejected) {
  EXPECT_THAT(test::read_all(Format::Text, " \n\n"), ElementsAre("1@0! there is no text in the file"));
  ReaderLimits limits;
  limits.record_bytes = 10;
  EXPECT_THAT(test::read_all(Format::Text, std::string(50, 'x'), {}, limits),
              ElementsAre(HasSubstr("limit of 10 bytes")));
}

TEST(Text, HalfAnArticleIsNone) {
  test::StringSource source("Headline\nand some", 5, true);
  io::BufferedInput bytes(source);
  EXPECT_THROW(open_reader(Format::Text, {bytes, "dump", "", {}})->next(), Error);
}

TEST(Page, IsOneRecordWithAllItsText) {
  EXPECT_THAT(test::read_all(Format::Page, "News\n\nHeadline\nText", "a/b.txt"),
              ElementsAre("1@0 page:News\n\nHeadline\nText"));
}

}  // namespace
}  // namespace morgue::formats
