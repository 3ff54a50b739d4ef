// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/formats/read_all.h"

namespace morgue::formats {
namespace {

using test::read_all;
using testing::ElementsAre;

TEST(HtmlReader, AFileIsAPage) {
  EXPECT_THAT(read_all(Format::Html, "<p>caf\xE9"), ElementsAre("1@0 html:<p>caf\xE9"));
}

TEST(HtmlReader, SaysWhatIsNoPage) {
  EXPECT_THAT(read_all(Format::Html, "%PDF-1.4 x"), ElementsAre("1@0! no web page but a PDF document"));
  EXPECT_THAT(read_all(Format::Html, "\xFF\xD8\xFF\xE0 JFIF"), ElementsAre("1@0! no web page but a JPEG image"));
  EXPECT_THAT(read_all(Format::Html, std::string(100, '\x02')), ElementsAre("1@0! no web page but binary data"));
  EXPECT_THAT(read_all(Format::Html, " \n"), ElementsAre("1@0! there is nothing in the page"));
  ReaderLimits limits;
  limits.record_bytes = 10;
  EXPECT_THAT(read_all(Format::Html, "<p>01234567", {}, limits),
              ElementsAre("1@0! the page is larger than the limit of 10 bytes"));
  limits = {};
  limits.page_bytes = 10;
  EXPECT_THAT(read_all(Format::Html, "<p>01234567", {}, limits),
              ElementsAre("1@0! the page is larger than the limit of 10 bytes"));
}

}  // namespace
}  // namespace morgue::formats
