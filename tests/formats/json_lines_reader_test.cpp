// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/json_lines_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "tests/formats/read_all.h"

namespace morgue::formats {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::vector<std::string> read(const std::string& dump, ReaderLimits limits = {}) {
  return test::read_all(Format::JsonLines, dump, {}, limits);
}

TEST(JsonLines, FlattensObjectsAndLists) {
  EXPECT_THAT(read(R"({"a":{"b":[1,2],"c":{"d":"x"}},"e":[{"f":"1"},{"f":"2"},[true,"g"]]})"),
              ElementsAre("1@0 a.b=1 a.b=2 a.c.d=x e.f=1 e.f=2 e=true e=g"));
}

TEST(JsonLines, LeavesOutWhatIsEmpty) {
  EXPECT_THAT(read(R"({"a":null,"b":"","c":[],"d":{},"e":[null,""],"f":0,"g":false})"), ElementsAre("1@0 f=0 g=false"));
  EXPECT_THAT(read("{}"), ElementsAre("1@0"));
}

TEST(JsonLines, KeepsNumbersAsWrittenAndKinds) {
  const auto records = test::records_of(
      Format::JsonLines, R"({"a":123456789012345678901234567890,"b":1525925890.229,"c":-1.50e+3,"d":"5","e":true})");
  ASSERT_EQ(records.size(), 1U);
  ASSERT_EQ(records[0].fields.size(), 5U);
  EXPECT_EQ(records[0].fields[0].value, "123456789012345678901234567890");
  EXPECT_EQ(records[0].fields[0].kind, Field::Kind::Number);
  EXPECT_EQ(records[0].fields[1].value, "1525925890.229");
  EXPECT_EQ(records[0].fields[2].value, "-1.50e+3");
  EXPECT_EQ(records[0].fields[3].kind, Field::Kind::Text);
  EXPECT_EQ(records[0].fields[4].kind, Field::Kind::Boolean);
}

TEST(JsonLines, ResolvesEscapes) {
  EXPECT_THAT(read(R"({"a\"k":"\"\\\/\b\f\n\r\t","u":"\u00e9\u4E2D\ud83d\ude00"})"),
              ElementsAre("1@0 a\"k=\"\\/\b\f\n\r\t u=\u00e9\u4E2D\U0001F600"));
}

TEST(JsonLines, HalfSurrogatesAndNulSurvive) {
  EXPECT_THAT(read(R"({"a":"x\u0000y","b":"\ud800","c":"\udc00z","d":"\ud800\u0041","e":"\ud83d\ud83d\ude00"})"),
              ElementsAre("1@0 a=x\uFFFDy b=\uFFFD c=\uFFFDz d=\uFFFDA e=\uFFFD\U0001F600"));
}

TEST(JsonLines, CountsRecordsNotBlankLines) {
  EXPECT_THAT(read("\xEF\xBB\xBF{\"a\":1}\r\n\n  \t\n  {\"a\":2}  \n{\"a\":3}"),
              ElementsAre("1@3 a=1", "2@19 a=2", "3@29 a=3"));
  EXPECT_THAT(read(""), IsEmpty());
  EXPECT_THAT(read("\n\n"), IsEmpty());
}

TEST(JsonLines, BadLineHarmsOnlyItself) {
  struct Case {
    std::string line;
    std::string reason;
  };
  const Case cases[] = {
      {R"({"a":"cut in ha)", "ends inside a string; is the dump truncated?"},
      {R"({"a":"b",)", "ends inside an object or a list; is the dump truncated?"},
      {R"({"a":[1,2})", "ends inside an object"},
      {R"({"a":[1,2]]})", "not valid JSON"},
      {R"({"a":[1,2)", "ends inside an object"},
      {R"(["a"])", "not an object"},
      {R"("text")", "not an object"},
      {"plain words", "not valid JSON"},
      {R"({"a":1} {"b":2})", "more text behind the end"},
      {R"({"a":01})", "number"},
      {R"({"a":1.})", "number"},
      {R"({"a":truth})", "true, false or null"},
      {R"({"a":"\x"})", "escape"},
      {R"({"a":"\u12g4"})", "escape"},
      {R"({"a" 1})", "missing or out of place"},
      {R"({a:1})", "missing or out of place"},
      {R"({"a":1,})", "missing or out of place"},
      {"{\"a\":\"tab\there\"}", "raw control character"},
      {"}", "not valid JSON"},
  };
  for (const Case& one : cases) {
    EXPECT_THAT(read("{\"n\":1}\n" + one.line + "\n{\"n\":3}\n"),
                ElementsAre("1@0 n=1", AllOf(StartsWith("2@8! the line"), HasSubstr(one.reason)), HasSubstr(" n=3")))
        << one.line;
  }
}

TEST(JsonLines, RepairsInvalidUtf8) {
  EXPECT_THAT(read("{\"a\":\"gr\xFC\xDF \xC3\xA9\"}\n{\"b\":\"\x80\"}\n"),
              ElementsAre("1@0 a=gr\u00fc\u00df \u00e9", "2@16 b=\u20ac"));
}

TEST(JsonLines, LimitsReject) {
  ReaderLimits limits;
  limits.nesting = 3;
  limits.fields = 2;
  limits.record_bytes = 50;
  EXPECT_THAT(read(R"({"a":{"b":{"c":1}}})"
                   "\n"
                   R"({"a":{"b":[{"c":1}]}})"
                   "\n"
                   R"({"a":[1,2,3]})"
                   "\n{\"a\":\"" +
                       std::string(60, 'x') + "\"}\n{\"z\":1}",
                   limits),
              ElementsAre("1@0 a.b.c=1", HasSubstr("nested deeper than 3 levels"), HasSubstr("more than 2 values"),
                          AllOf(StartsWith("4@"), HasSubstr("longer than the limit of 50 bytes")), HasSubstr(" z=1")));
  EXPECT_THAT(read("{\"" + std::string(2000, 'k') + "\":1}"), ElementsAre(HasSubstr("field name is longer")));
}

TEST(JsonLines, DeepNestingIsNoStackOverflow) {
  const std::string deep = "{\"a\":" + std::string(200000, '[') + std::string(200000, ']') + "}";
  EXPECT_THAT(read(deep), ElementsAre(HasSubstr("nested")));
}

TEST(JsonLines, ExcerptIsShortAndSound) {
  std::string line = "nonsense ";
  while (line.size() < 1000) line += "\u00e4";
  test::StringSource source(line);
  io::BufferedInput bytes(source);
  const auto next = open_reader(Format::JsonLines, {bytes, "dump", "", {}})->next();
  ASSERT_TRUE(next && std::holds_alternative<Reject>(*next));
  const auto& reject = std::get<Reject>(*next);
  EXPECT_LE(reject.excerpt.size(), 200U);
  EXPECT_GE(reject.excerpt.size(), 197U);
  EXPECT_TRUE(line.starts_with(reject.excerpt));
}

TEST(JsonLines, ErrorOfTheSourcePassesAfterTheSoundRecords) {
  test::StringSource source("{\"a\":1}\n{\"a\":2}\n{\"a\"", 5, true);
  io::BufferedInput bytes(source);
  const auto reader = open_reader(Format::JsonLines, {bytes, "dump", "", {}});
  EXPECT_TRUE(std::holds_alternative<Record>(*reader->next()));
  EXPECT_TRUE(std::holds_alternative<Record>(*reader->next()));
  EXPECT_THROW(reader->next(), Error);
}

TEST(JsonLines, NumbersThatAreNone) {
  EXPECT_THAT(
      test::read_all(Format::JsonLines, "{\"a\":NaN,\"b\":\"NaN \\\" -Infinity\",\"c\":[-Infinity,Infinity,-1]}\n"),
      ElementsAre("1@0 b=NaN \" -Infinity c=-1"));
  EXPECT_THAT(test::read_all(Format::JsonLines, "{\"a\":NaNcy}\n{\"a\":N}\n"), SizeIs(2));
}

TEST(JsonLines, ActionsOfABulkRequest) {
  EXPECT_THAT(test::read_all(Format::JsonLines,
                             "{\"index\":{\"_index\":\"news\",\"_id\":\"7\"}}\n{\"title\":\"a\"}\n"
                             "{\"delete\":{\"_id\":\"8\"}}\n{\"create\":{\"_index\":\"x\"}}\n{\"title\":\"b\"}\n"),
              ElementsAre("1@38 title=a _id=7", "2@101 title=b"));
  EXPECT_THAT(test::read_all(Format::JsonLines, "{\"index\":{\"_id\":\"7\",\"title\":\"a\"}}\n"),
              ElementsAre("1@0 index._id=7 index.title=a"));
}

}  // namespace
}  // namespace morgue::formats
