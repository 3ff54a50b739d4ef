// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/field_usage.h"

#include <gtest/gtest.h>

namespace morgue::extract {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

Record sample() {
  Record record;
  for (const auto& [path, value] :
       Pairs{{"Title", "Ferry"}, {"title_short", "F"}, {"tags", "sea"}, {"tags", "port"}, {"score", "1"}}) {
    record.fields.push_back({path, value, Field::Kind::Text});
  }
  return record;
}

TEST(FieldUsage, NamesThePathOfEachFieldAndWhatIsLeft) {
  const Record record = sample();
  const FieldUsage usage = field_usage(record, FieldFinder(std::vector<Mapping>{}));
  EXPECT_EQ(usage.used, (Pairs{{"headline", "Title"}, {"topics", "tags"}}));
  EXPECT_EQ(usage.unused, (std::vector<std::string>{"title_short", "score"}));
}

TEST(FieldUsage, FollowsMappings) {
  const Record record = sample();
  const FieldUsage usage = field_usage(record, FieldFinder(std::vector<Mapping>{{"headline", "title_short"}}));
  EXPECT_EQ(usage.used, (Pairs{{"headline", "title_short"}, {"topics", "tags"}}));
  EXPECT_EQ(usage.unused, (std::vector<std::string>{"Title", "score"}));
}

}  // namespace
}  // namespace morgue::extract
