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
using Lines = std::vector<std::string>;

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

TEST(Text, LinesThatNameItsFields) {
  EXPECT_EQ(
      test::read_all(Format::Text, "Title: Ferry leaves\nAuthor: Ida Lund\nTags: sea\n\nAt dawn.\n", "coast/1.txt"),
      Lines{"1@0 Title=Ferry leaves Author=Ida Lund Tags=sea body=At dawn."});
  EXPECT_EQ(
      test::read_all(Format::Text, "HEADLINE: Ferry\r\n leaves\r\nDATE: 2024\r\nBODY:\r\nAt dawn.\r\n", "coast/1.txt"),
      Lines{"1@0 HEADLINE=Ferry leaves DATE=2024 body=At dawn. topics=coast"});
  EXPECT_EQ(test::read_all(Format::Text, "Title: Ferry\nDate: 2024\nText: At dawn.\nAt sea."),
            Lines{"1@0 Title=Ferry Date=2024 body=At dawn.\nAt sea."});
}

TEST(Text, AMail) {
  EXPECT_EQ(test::read_all(Format::Text,
                           "From ida@post.example Tue Mar  5\nFrom: Ida Lund <ida@post.example>\n"
                           "Subject: Ferry leaves\nLines: 2\nDate: 5 Mar 2024\n\nAt dawn.\n"),
            Lines{"1@0 author=Ida Lund headline=Ferry leaves date=5 Mar 2024 body=At dawn."});
}

TEST(Text, AColonMakesNoHeader) {
  EXPECT_EQ(test::read_all(Format::Text, "Oslo: Ferry leaves\nBergen: none\n\nAt dawn."),
            Lines{"1@0 headline=Oslo: Ferry leaves body=Bergen: none\n\nAt dawn."});
  EXPECT_EQ(test::read_all(Format::Text, "Title: Ferry leaves\nIt left at dawn."),
            Lines{"1@0 headline=Title: Ferry leaves body=It left at dawn."});
  EXPECT_EQ(test::read_all(Format::Text, "Title: Ferry\nDate:"), Lines{"1@0 Title=Ferry"});
}

}  // namespace
}  // namespace morgue::formats
