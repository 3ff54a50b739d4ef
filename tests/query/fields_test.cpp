// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/fields.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/query/nodes.h"

namespace morgue::query::test {
namespace {

TEST(Fields, AreDescribedWithAnExampleThatUsesThem) {
  for (const FieldSpec& field : fields()) {
    SCOPED_TRACE(field.name);
    EXPECT_FALSE(field.description.empty());
    EXPECT_TRUE(field.example.starts_with(std::string(field.name) + ":")) << field.example;
    EXPECT_EQ(parsed(print(parsed(field.example))), parsed(field.example)) << field.example;
  }
  for (const ShorthandSpec& shorthand : shorthands()) {
    SCOPED_TRACE(shorthand.name);
    EXPECT_FALSE(shorthand.description.empty());
    EXPECT_TRUE(shorthand.example.starts_with(std::string(shorthand.name) + ":")) << shorthand.example;
    EXPECT_NO_THROW(parsed(shorthand.example));
  }
  EXPECT_FALSE(spec(FieldId::Text).description.empty());
  EXPECT_NO_THROW(parsed(spec(FieldId::Text).example));
}

TEST(Fields, StandInTheTableOnceEach) {
  std::set<FieldId> seen;
  for (const FieldSpec& field : fields()) {
    EXPECT_TRUE(seen.insert(field.id).second) << field.name;
    EXPECT_EQ(&spec(field.id), &field) << field.name;
  }
  for (int id = 0; id <= static_cast<int>(FieldId::Is); ++id) {
    const bool nameless = id == static_cast<int>(FieldId::Text) || id == static_cast<int>(FieldId::Summary);
    EXPECT_EQ(seen.contains(static_cast<FieldId>(id)), !nameless) << id;
  }
  EXPECT_EQ(spec(FieldId::Summary).name, "summary");
}

TEST(Fields, HaveNamesOfTheirOwn) {
  std::set<std::string_view> seen;
  for (const std::string_view name : field_names()) {
    EXPECT_TRUE(seen.insert(name).second) << name;
    EXPECT_TRUE(field_from_name(name).has_value() != shorthand_from_name(name).has_value()) << name;
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_-"), std::string_view::npos) << name;
  }
}

TEST(Fields, AreFoundByNameAndAlias) {
  EXPECT_EQ(field_from_name("title"), FieldId::Headline);
  EXPECT_EQ(field_from_name("byline"), FieldId::Author);
  EXPECT_EQ(field_from_name("subject"), FieldId::Topic);
  EXPECT_EQ(field_from_name("org"), FieldId::Organization);
  EXPECT_EQ(field_from_name("language"), FieldId::Language);
  EXPECT_EQ(field_from_name("text"), std::nullopt);
  EXPECT_EQ(field_from_name("summary"), std::nullopt);
  EXPECT_EQ(field_from_name("before"), std::nullopt);
  EXPECT_EQ(shorthand_from_name("before"), Shorthand::Before);
  EXPECT_EQ(shorthand_from_name("date"), std::nullopt);
}

}  // namespace
}  // namespace morgue::query::test
