// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/settings_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"

namespace morgue::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kFile =
    "# a comment\n"
    "color = \"never\"  # at the end\n"
    "quiet = true\n"
    "\n"
    "[search]\n"
    "limit = 20\n"
    "sort = 'newest'\n"
    "[ingest]\n"
    "map = [\n"
    "  \"headline=titel\", # the first\n"
    "  \"body=inhalt\",\n"
    "]\n"
    "jobs = 2\n";

std::string message_of(const std::string& text) {
  try {
    parse_settings(text, "config.toml");
  } catch (const Error& error) {
    EXPECT_FALSE(error.hint().empty()) << error.message();
    return error.message();
  }
  return "no error";
}

TEST(SettingsFile, ReadsSectionsValuesAndLines) {
  const auto entries = parse_settings(kFile, "config.toml");
  ASSERT_EQ(entries.size(), 6U);
  EXPECT_EQ(entries[0].key, "color");
  EXPECT_THAT(entries[0].values, ElementsAre("never"));
  EXPECT_EQ(entries[0].line, 2U);
  EXPECT_EQ(entries[2].key, "search.limit");
  EXPECT_EQ(entries[2].line, 6U);
  EXPECT_THAT(entries[4].values, ElementsAre("headline=titel", "body=inhalt"));
  EXPECT_EQ(entries[5].key, "ingest.jobs");
  EXPECT_EQ(entries[5].line, 13U);
}

TEST(SettingsFile, NamesTheLineOfWhatIsWrong) {
  EXPECT_THAT(message_of("a = 1\nb 2\n"), HasSubstr("config.toml:2: there is no ="));
  EXPECT_THAT(message_of("a = never\n"), HasSubstr("config.toml:1: never is no value"));
  EXPECT_THAT(message_of("a = \"never\n"), HasSubstr("a quotation mark is not closed"));
  EXPECT_THAT(message_of("a = [1,\n2\n"), HasSubstr("a list is not closed"));
  EXPECT_THAT(message_of("a = 1 b = 2"), HasSubstr("something follows the value"));
  EXPECT_THAT(message_of("a = 1\n\na = 2"), HasSubstr("config.toml:3: a is there twice, first on line 1"));
  EXPECT_THAT(message_of("[a\nb = 1"), HasSubstr("config.toml:1: there is no ]"));
  EXPECT_THAT(message_of("a =\n"), HasSubstr("a value is missing"));
  EXPECT_THAT(message_of("a = \"\\x\"\n"), HasSubstr("\\x is not known"));
  EXPECT_THAT(message_of("a = \"\xff\"\n"), HasSubstr("not valid UTF-8"));
}

TEST(SettingsFile, ChangesAValueWhereItStands) {
  const std::string text = with_setting(kFile, "f", "search.limit", {"50"});
  EXPECT_THAT(text, HasSubstr("# a comment\n"));
  EXPECT_THAT(text, HasSubstr("[search]\nlimit = 50\nsort = 'newest'\n"));
  EXPECT_THAT(with_setting(kFile, "f", "ingest.map", {"body=text"}),
              HasSubstr("[ingest]\nmap = \"body=text\"\njobs = 2\n"));
}

TEST(SettingsFile, AddsToTheSectionOrMakesIt) {
  EXPECT_THAT(with_setting(kFile, "f", "search.output", {"json"}),
              HasSubstr("sort = 'newest'\noutput = \"json\"\n[ingest]"));
  EXPECT_THAT(with_setting(kFile, "f", "timezone", {"UTC"}), HasSubstr("quiet = true\ntimezone = \"UTC\"\n\n[search]"));
  EXPECT_THAT(with_setting(kFile, "f", "show.output", {"json"}), HasSubstr("jobs = 2\n\n[show]\noutput = \"json\"\n"));
  EXPECT_EQ(with_setting("", "f", "ingest.map", {"a=b", "c=\"d\""}), "[ingest]\nmap = [\"a=b\", \"c=\\\"d\\\"\"]\n");
}

TEST(SettingsFile, TakesAValueOut) {
  EXPECT_THAT(without_setting(kFile, "f", "ingest.map"), HasSubstr("[ingest]\njobs = 2\n"));
  EXPECT_EQ(without_setting(kFile, "f", "nothing"), kFile);
}

TEST(SettingsFile, ReadsWhatItWrites) {
  for (const std::string value : {"a \"b\" \\ c", "line\nline", "true", "12", "ü"}) {
    const auto entries = parse_settings(with_setting("", "f", "a.b", {value}), "f");
    ASSERT_EQ(entries.size(), 1U) << value;
    EXPECT_THAT(entries[0].values, ElementsAre(value));
  }
}

}  // namespace
}  // namespace morgue::cli
