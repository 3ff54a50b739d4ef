// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/map_file.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "tests/support/temp_dir.h"

namespace morgue::cli {
namespace {

TEST(MapFile, HoldsWhatTheOptionsSay) {
  const test::TempDir folder;
  const auto file = folder.write("map.toml",
                                 "# exported in 2003\n"
                                 "format = \"csv\"\n"
                                 "source = \"Harbour Herald\"  # the outlet\n"
                                 "records = 'item'\n"
                                 "\n"
                                 "[map]\n"
                                 "headline = \"titel\"\n"
                                 "authors = [\"autor1\", \"autor2\"]\n"
                                 "body = \"file:texts/{id}.txt\"\n");
  const MapFile read = read_map_file(file.string());
  EXPECT_EQ(read.format, "csv");
  EXPECT_EQ(read.source, "Harbour Herald");
  EXPECT_EQ(read.records, "item");
  std::string mappings;
  for (const auto& mapping : read.mappings) mappings += mapping.field + "=" + mapping.path + " ";
  EXPECT_EQ(mappings, "headline=titel authors=autor1 authors=autor2 body=file:texts/{id}.txt ");
}

struct Wrong {
  const char* text;
  const char* said;
};

TEST(MapFile, WhatItCannotHoldIsAnErrorNamingTheFile) {
  const test::TempDir folder;
  for (const Wrong& wrong :
       {Wrong{"formt = \"csv\"\n", "there is no entry \"formt\""}, Wrong{"format = \"cvs\"\n", "\"cvs\" is no format"},
        Wrong{"[mapp]\nheadline = \"t\"\n", "there is no section [mapp]"},
        Wrong{"[map]\nheadlin = \"t\"\n", "an article has no field \"headlin\""},
        Wrong{"[map]\nheadline = \"a[\"\n", "is not a path"},
        Wrong{"source = [\"a\", \"b\"]\n", "source takes one value"}}) {
    const auto file = folder.write("map.toml", wrong.text);
    try {
      read_map_file(file.string());
      FAIL() << wrong.text;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Usage) << wrong.text;
      EXPECT_NE(error.message().find(file.string()), std::string::npos) << error.message();
      EXPECT_NE(error.message().find(wrong.said), std::string::npos) << error.message();
    }
  }
  EXPECT_THROW(read_map_file((folder.path() / "missing.toml").string()), Error);
}

}  // namespace
}  // namespace morgue::cli
