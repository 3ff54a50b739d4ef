// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "formats/feed_address.h"
#include "formats/format.h"
#include "formats/json_feed_reader.h"
#include "tests/formats/read_all.h"

namespace morgue::formats {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> read(const std::string& dump) {
  return test::read_all(Format::Feed, dump);
}

TEST(JsonFeed, ItemsInheritFromTheFeed) {
  EXPECT_THAT(
      read(R"({"version":"https:\/\/jsonfeed.org\/version\/1.1","title":"Quay","home_page_url":"https://q.example/",)"
           R"("language":"pt","authors":[{"name":"Ann Oak"}],"items":[)"
           R"({"id":"1","url":"/a","title":"R&D","content_html":"<p>x</p>","summary":"s","tags":["t","u"],)"
           R"("date_published":"2020-01-02T03:04:05Z","date_modified":"2020-01-03T03:04:05Z"},)"
           R"({"id":2,"external_url":"https://o.example/","content_text":"1 < 2","author":{"name":"Per Elm"},)"
           R"("language":"en"}]})"),
      ElementsAre("1@158 key=1 headline=R&amp;D url=https://q.example/a authors=Ann Oak published=2020-01-02T03:04:05Z "
                  "updated=2020-01-03T03:04:05Z source=Quay topics=t topics=u language=pt summary=s body=<p>x</p>",
                  "2@330 key=2 url=https://o.example/ authors=Per Elm source=Quay language=en body=1 &lt; 2"));
}

TEST(JsonFeed, DamageAndEmptinessAreNoArticles) {
  EXPECT_THAT(read(R"({"version":"https://jsonfeed.org/version/1","title":"Quay","items":[]})"), IsEmpty());
  EXPECT_THAT(read(R"({"version":"https://jsonfeed.org/version/1","items":[{"id":"1"},{"id":)"),
              ElementsAre(HasSubstr("key=1"), HasSubstr("not closed")));
}

TEST(JsonFeed, IsKnownByItsVersion) {
  EXPECT_EQ(detect(R"({"title":"x","version" : "https:\/\/jsonfeed.org\/version\/1","items":[{"id":"1"}]})", "a.json"),
            Format::Feed);
  EXPECT_EQ(detect(R"({"version":"1","items":[{"id":"1","title":"jsonfeed.org/version/1"}]})", "a.json"), Format::Json);
}

TEST(FeedAddress, ResolvesAsTheStandardSays) {
  const std::string base = "http://a/b/c/d;p?q";
  const std::vector<std::pair<std::string, std::string>> cases = {{"g:h", "g:h"},
                                                                  {"g", "http://a/b/c/g"},
                                                                  {"./g", "http://a/b/c/g"},
                                                                  {"g/", "http://a/b/c/g/"},
                                                                  {"/g", "http://a/g"},
                                                                  {"//g", "http://g"},
                                                                  {"?y", "http://a/b/c/d;p?y"},
                                                                  {"g?y", "http://a/b/c/g?y"},
                                                                  {"#s", "http://a/b/c/d;p?q#s"},
                                                                  {"g#s", "http://a/b/c/g#s"},
                                                                  {"", ""},
                                                                  {".", "http://a/b/c/"},
                                                                  {"..", "http://a/b/"},
                                                                  {"../g", "http://a/b/g"},
                                                                  {"../../../g", "http://a/g"},
                                                                  {"g/../h", "http://a/b/c/h"}};
  for (const auto& [reference, expected] : cases) EXPECT_EQ(resolve_address(base, reference), expected) << reference;
  EXPECT_EQ(resolve_address("http://a.example", "x"), "http://a.example/x");
  EXPECT_EQ(resolve_address("", "x"), "x");
  EXPECT_EQ(resolve_address("mailto:x", "y"), "y");
}

}  // namespace
}  // namespace morgue::formats
