// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/json_reader.h"

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
  return test::read_all(Format::Json, dump, {}, limits);
}

TEST(Json, ReadsObjectsAloneListedAndBehindEachOther) {
  EXPECT_THAT(read("{\n  \"a\": {\n    \"b\": \"}]\\\"{\"\n  }\n}\n"), ElementsAre("1@0 a.b=}]\"{"));
  EXPECT_THAT(read("[{\"a\":1},\n {\"a\":2}]"), ElementsAre("1@1 a=1", "2@11 a=2"));
  EXPECT_THAT(read("\xEF\xBB\xBF{\n\"a\":1\n}\n{\n\"a\":2\n}"), ElementsAre("1@3 a=1", "2@13 a=2"));
  EXPECT_THAT(read("[{\"a\":1}]\n[{\"a\":2}]"), ElementsAre("1@1 a=1", "2@11 a=2"));
  EXPECT_THAT(read("[]"), IsEmpty());
  EXPECT_THAT(read(" \n"), IsEmpty());
}

TEST(Json, TakesTheListOutOfItsEnvelope) {
  EXPECT_THAT(read(R"({"status":"ok","total":2,"articles":[{"a":1},{"a":2}],"more":{"x":[1]}} {"a":3})"),
              ElementsAre(HasSubstr(" a=1"), HasSubstr(" a=2"), HasSubstr(" a=3")));
  EXPECT_THAT(read(R"({"response":{"meta":{"n":[1]},"docs":[{"a":1}],"z":{}},"y":"}"} {"a":2})"),
              ElementsAre(HasSubstr("1@"), HasSubstr(" a=2")));
  EXPECT_THAT(read(R"({"version":"1","title":"A feed","items":[{"a":1}]})"), ElementsAre(HasSubstr(" a=1")));
}

TEST(Json, ArticleWithListsIsNoEnvelope) {
  EXPECT_THAT(read(R"({"headline":"h","items":[{"a":1}]})"), ElementsAre("1@0 headline=h items.a=1"));
  EXPECT_THAT(read(R"({"title":"t","tags":[{"a":1}],"news":["x"]})"), ElementsAre("1@0 title=t tags.a=1 news=x"));
}

TEST(Json, RejectsWhatIsNoObjectAndGoesOn) {
  EXPECT_THAT(read(R"([1, "two, too", [3,{"a":4}], {"a":5}, null])"),
              ElementsAre(StartsWith("1@1! an element"), StartsWith("2@4!"), StartsWith("3@16!"), "4@29 a=5",
                          StartsWith("5@38!")));
  EXPECT_THAT(read("oops\n{\"a\":1}"), ElementsAre("1@0! there is text that is not a JSON object", "2@5 a=1"));
  EXPECT_THAT(read("[{\"a\":tru},{\"a\":1}]"), ElementsAre(HasSubstr("1@1! the record cannot be read"), "2@11 a=1"));
}

TEST(Json, TruncationIsTold) {
  EXPECT_THAT(
      read("[{\"a\":1},{\"a\":\"cut"),
      ElementsAre("1@1 a=1", AllOf(StartsWith("2@9!"), HasSubstr("ends inside a string"), HasSubstr("truncated?"))));
  EXPECT_THAT(read("[{\"a\":1},"), ElementsAre("1@1 a=1", HasSubstr("2@9! the list of records is not closed")));
  EXPECT_THAT(read("{\"a\":{"), ElementsAre(HasSubstr("inside an object or a list")));
}

TEST(Json, UnclosedRecordDoesNotSwallowTheNext) {
  EXPECT_THAT(read("[\n  {\n    \"a\": 1\n  ,\n  {\n    \"a\": 2\n  }\n]\n"),
              ElementsAre(AllOf(StartsWith("1@4!"), HasSubstr("not closed before the next")), HasSubstr(" a=2")));
  EXPECT_THAT(read("{\"a\":\"open}\n{\"a\":2}\n"), ElementsAre(StartsWith("1@0!"), "2@12 a=2"));
}

TEST(Json, OversizedRecordIsRejectedAndPassed) {
  ReaderLimits limits;
  limits.record_bytes = 100;
  EXPECT_THAT(read("[{\"a\":\"" + std::string(500, 'x') + "\"},{\"a\":2}]", limits),
              ElementsAre(AllOf(StartsWith("1@1!"), HasSubstr("limit of 100 bytes")), HasSubstr(" a=2")));
}

TEST(Json, OversizedRecordInOneReadTakesNothingElse) {
  ReaderLimits limits;
  limits.record_bytes = 100;
  EXPECT_THAT(
      test::read_all(Format::Json, "[{\"a\":\"" + std::string(500, 'x') + "\"},{\"a\":2},{\"a\":3}]", {}, limits, 4096),
      ElementsAre(HasSubstr("limit of 100 bytes"), HasSubstr(" a=2"), HasSubstr(" a=3")));
}

TEST(Json, ManyUnclosedListsDoNotTakeForever) {
  std::string dump = "[";
  for (int i = 0; i < 200000; ++i) dump += "[\"\n";
  ReaderLimits limits;
  limits.record_bytes = 1U << 20U;
  EXPECT_FALSE(test::read_all(Format::Json, dump, {}, limits, 1U << 16U).empty());
}

TEST(Json, ManyUnclosedRecordsDoNotTakeForever) {
  std::string dump;
  for (int i = 0; i < 200000; ++i) dump += "{\"a\":\"\n";
  ReaderLimits limits;
  limits.record_bytes = 1U << 20U;
  EXPECT_FALSE(test::read_all(Format::Json, dump, {}, limits, 1U << 16U).empty());
}

}  // namespace
}  // namespace morgue::formats
