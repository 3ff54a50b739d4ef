// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cheat_sheet.h"

#include <gtest/gtest.h>

#include <set>

#include "core/width.h"
#include "tests/query/nodes.h"

namespace morgue::query::test {
namespace {

TEST(CheatSheet, HasExamplesThatWork) {
  for (const CheatSection& section : cheat_sheet()) {
    for (const CheatRow& row : section.rows) {
      SCOPED_TRACE(row.example);
      try {
        const Node tree = parsed(row.example);
        EXPECT_EQ(parsed(print(tree)), tree) << print(tree);
      } catch (const Error& error) {
        ADD_FAILURE() << error.message();
      }
    }
  }
}

TEST(CheatSheet, FitsOnOnePage) {
  std::size_t lines = 3;
  for (const CheatSection& section : cheat_sheet()) {
    EXPECT_FALSE(section.details.empty()) << section.title;
    lines += 2 + section.rows.size();
    for (const CheatRow& row : section.rows) {
      EXPECT_LE(column_width(row.example), 32U) << row.example;
      EXPECT_LE(column_width(row.meaning), 44U) << row.meaning;
      EXPECT_FALSE(row.form.empty() || row.meaning.empty() || row.example.empty()) << row.form;
    }
  }
  EXPECT_LE(lines, 66U);  // of a sheet of paper
}

TEST(CheatSheet, ShowsEveryField) {
  std::set<std::string> forms;
  std::set<std::string> names;
  for (const CheatSection& section : cheat_sheet()) {
    for (const CheatRow& row : section.rows) {
      EXPECT_TRUE(forms.insert(row.form).second) << row.form;
      names.insert(row.form.substr(0, row.form.find(':')));
    }
  }
  for (const FieldSpec& field : fields()) EXPECT_TRUE(names.contains(std::string(field.name))) << field.name;
  for (const ShorthandSpec& each : shorthands()) EXPECT_TRUE(names.contains(std::string(each.name))) << each.name;
}

}  // namespace
}  // namespace morgue::query::test
