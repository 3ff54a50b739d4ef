// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "index/schema.h"
#include "tests/index/small_archive.h"

namespace morgue::index {
namespace {

using test::article;
using test::word;
using testing::ElementsAre;
using testing::Pair;

StoredArticle dated(ArticleId id, const char* date, const char* body = "fog") {
  StoredArticle out = article(id, "", body);
  if (*date != '\0') out.published = Timestamp::from_string(date);
  return out;
}

std::map<std::string, std::int64_t> dates(const Searcher& searcher, const query::Node& query) {
  std::map<std::string, std::int64_t> out;
  for (const auto& count : searcher.dates(query)) out[count.date.to_string()] += count.articles;
  return out;
}

TEST(Dates, AreThePublishersAndOnlyAsPreciseAsKnown) {
  test::SmallArchive archive;
  archive.add_segment({dated(1, "2025-06-24"), dated(2, "2025-06-24", "rain"), dated(3, "2025-06"), dated(4, "2025"),
                       dated(5, ""), dated(6, "0004-02-29")});
  archive.add_segment({dated(7, "2025-06-24"), dated(8, "2025-06-24")}, {2});
  const auto searcher = archive.searcher();
  EXPECT_THAT(dates(searcher, word("fog")),
              ElementsAre(Pair("0004-02-29", 1), Pair("2025", 1), Pair("2025-06", 1), Pair("2025-06-24", 2)));
  EXPECT_THAT(dates(searcher, {query::All{}, {}}),
              ElementsAre(Pair("0004-02-29", 1), Pair("2025", 1), Pair("2025-06", 1), Pair("2025-06-24", 3)));
  EXPECT_TRUE(dates(searcher, word("snow")).empty());
}

/// Late in the evening of its publisher, another day in UTC.
TEST(Dates, KeepTheDayOfTheOffset) {
  test::SmallArchive archive;
  archive.add_segment({dated(1, "2025-06-24T23:30:00-05:00")});
  const auto found = archive.searcher().dates(word("fog"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].date.day, (Day{2025, 6, 24}));
  EXPECT_EQ(found[0].date.precision, Precision::Second);
}

TEST(Dates, AreEncodedWithoutLoss) {
  for (const auto* text : {"0000-01-01", "1969-12-31", "1970-01-01", "9999-12-31", "1899", "1899-12"}) {
    const auto date = Timestamp::from_string(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(decode_date(encode_date(*date)), date) << text;
  }
  EXPECT_EQ(decode_date("short"), std::nullopt);
  EXPECT_EQ(decode_date(encode_number(std::int64_t{1} << 60)), std::nullopt);
}

}  // namespace
}  // namespace morgue::index
