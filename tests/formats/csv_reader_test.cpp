// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/csv_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/formats/read_all.h"

namespace morgue::formats {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

std::vector<std::string> read(const std::string& dump, ReaderLimits limits = {}) {
  return test::read_all(Format::Csv, dump, {}, limits);
}

TEST(Csv, ReadsQuotesLineEndsAndBlankLines) {
  struct Case {
    std::string dump;
    std::vector<std::string> want;
  };
  const Case cases[] = {
      {"a,b\n1,2\n3,4\n", {"1@4 a=1 b=2", "2@8 a=3 b=4"}},
      {"a,b\r\n1,2\r\n3,4", {"1@5 a=1 b=2", "2@10 a=3 b=4"}},
      {"a,b\r1,2\r3,4\r", {"1@4 a=1 b=2", "2@8 a=3 b=4"}},
      {"\xEF\xBB\xBF\"a\",b\n1,2\n", {"1@9 a=1 b=2"}},
      {"\n\na,b\n\n1,2\n\n", {"1@7 a=1 b=2"}},
      {"a,b\n\"x, \"\"y\"\"\n\r\nz\",2\n", {"1@4 a=x, \"y\"\n\r\nz b=2"}},
      {"a,b\n\"\",2\n,\n", {"1@4 b=2", "2@9"}},
      {"a,b\n\"x\"tail,in\"side\n", {"1@4 a=xtail b=in\"side"}},
      {"a,,c\n1,2,3\n", {"1@5 a=1 column_2=2 c=3"}},
      {" a ;b\n1,5;2\n", {"1@6 a=1,5 b=2"}},
      {"a\tb\n1, 2\t3\n", {"1@4 a=1, 2 b=3"}},
      {"a|b\n1|2\n", {"1@4 a=1 b=2"}},
      {"only\n1\n\n2\n", {"1@5 only=1", "2@8 only=2"}},
      {"a,b\n", {}},
      {"", {}},
      {"\n\n", {}},
  };
  for (const Case& one : cases) EXPECT_EQ(read(one.dump), one.want) << one.dump;
}

TEST(Csv, WrongNumberOfColumnsNamesTheLine) {
  EXPECT_THAT(read("title,text,subject,date\nt,\"x\ny\nz\",s,d\none,two,three\n1,2,3,4,5\nt,x,s,d\n"),
              ElementsAre("1@24 title=t text=x\ny\nz subject=s date=d",
                          "2@38! line 5: 3 columns where the header has 4 (title, text, subject, date)",
                          "3@52! line 6: 5 columns where the header has 4 (title, text, subject, date)",
                          "4@62 title=t text=x subject=s date=d"));
}

TEST(Csv, ALongNameInTheHeaderIsCutBetweenLetters) {
  std::string name;
  for (int i = 0; i < 40; ++i) name += "日";
  const std::vector<std::string> read_back = read(name + "\na,b\n");
  ASSERT_EQ(read_back.size(), 1U);
  EXPECT_THAT(read_back.front(), HasSubstr("has 1 (" + name.substr(0, 63) + ")"));
}

TEST(Csv, TruncatedInsideQuotesGivesOneReject) {
  EXPECT_THAT(read("a,b\n\"1\",\"2\"\n\"3\",\"cut\nprose, with commas\nmore\n"),
              ElementsAre("1@4 a=1 b=2", AllOf(StartsWith("2@12! line 3:"), HasSubstr("never closed"))));
}

TEST(Csv, StrayQuoteDoesNotSwallowTheRest) {
  EXPECT_THAT(read("a,b\n1,2\n\"stray,4\n5,6\n7,8\n"),
              ElementsAre("1@4 a=1 b=2", HasSubstr("2@8! line 3: a quote is opened"), "3@17 a=5 b=6", "4@21 a=7 b=8"));
}

TEST(Csv, RecordOverTheLimitIsRejectedAndReadingGoesOn) {
  ReaderLimits limits;
  limits.record_bytes = 100;
  EXPECT_THAT(
      read("a,b\n1,2\n" + std::string(300, 'x') + ",y\n3,4\n", limits),
      ElementsAre("1@4 a=1 b=2", AllOf(StartsWith("2@8! line 3"), HasSubstr("limit of 100 bytes")), "3@311 a=3 b=4"));
}

TEST(Csv, NulAndInvalidBytesSurvive) {
  EXPECT_THAT(read(std::string("a,b\nx\0y,gr\xFCn\n", 13)), ElementsAre("1@4 a=x\uFFFDy b=gr\u00fcn"));
}

TEST(Csv, HeaderWithoutEndIsOneReject) {
  EXPECT_THAT(read("\"a,b\n1,2\n3,4\n"), ElementsAre(HasSubstr("1@0! the header row has no end")));
}

TEST(Csv, StrayQuotesEverywhereDoNotTakeForever) {
  std::string dump = "a,b\n";
  for (int i = 0; i < 200000; ++i) dump += "\"x\"\"\n";
  ReaderLimits limits;
  limits.record_bytes = 1U << 18U;
  EXPECT_FALSE(test::read_all(Format::Csv, dump, {}, limits, 1U << 16U).empty());
}

TEST(Csv, MillionsOfColumnsAreCountedNotKept) {
  const auto found = test::read_all(Format::Csv, "a,b\n" + std::string(2000000, ',') + "\n1,2\n", {}, {}, 1U << 16U);
  EXPECT_THAT(found, ElementsAre(HasSubstr("line 2: 2000001 columns"), HasSubstr(" a=1 b=2")));
}

TEST(Tsv, CommasAreText) {
  EXPECT_THAT(test::read_all(Format::Tsv, "a\tb\n1,2,3\t4\n"), ElementsAre("1@4 a=1,2,3 b=4"));
}

}  // namespace
}  // namespace morgue::formats
