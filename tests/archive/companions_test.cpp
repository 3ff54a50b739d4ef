// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/companions.h"

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace morgue::archive {
namespace {

using formats::Format;

class CompanionsTest : public testing::Test {
 protected:
  bool include(const std::string& file, Format format, std::string_view head = {}) {
    io::Entry entry;
    entry.name = (dir_.path() / file).string();
    return companions_.include(entry, format, head);
  }
  bool include_member(const std::string& name, Format format) {
    io::Entry entry;
    entry.name = name;
    return companions_.include(entry, format, {});
  }

  test::TempDir dir_;
  Companions companions_;
};

TEST_F(CompanionsTest, NotesBesideDumps) {
  dir_.write("news.jsonl", "");
  dir_.write("about.txt", "");
  dir_.write("index.html", "");
  EXPECT_TRUE(include("about.txt", Format::Text));
  EXPECT_FALSE(include("news.jsonl", Format::JsonLines));
}

TEST_F(CompanionsTest, DataBesidePages) {
  for (const char* name : {"a.html.gz", "b.html.gz", "c.html.gz", "a.json", "all.json"}) dir_.write(name, "");
  EXPECT_TRUE(include("a.json", Format::Json));
  EXPECT_TRUE(include("all.json", Format::Json));
  EXPECT_FALSE(include("a.html.gz", Format::Html));
}

TEST_F(CompanionsTest, APageBesideDumpsIsNoReason) {
  for (const char* name : {"a.html", "a.json", "b.json", "c.json"}) dir_.write(name, "");
  EXPECT_TRUE(include("a.json", Format::Json));
  EXPECT_FALSE(include("b.json", Format::Json));
}

TEST_F(CompanionsTest, AListOfThePagesInTheFoldersBelow) {
  for (const char* name : {"pages/Harbour_2024.html.gz", "pages/b.html", "index.jsonl", "b.jsonl"})
    dir_.write(name, "");
  EXPECT_TRUE(include("index.jsonl", Format::JsonLines, R"({"html":"pages/Harbour_2024.html.gz","title":"x"})"));
  EXPECT_FALSE(include("b.jsonl", Format::JsonLines, R"({"title":"b"})"));
}

TEST_F(CompanionsTest, DataBesideCrawls) {
  for (const char* name : {"crawl.warc.gz", "manifest.jsonl"}) dir_.write(name, "");
  EXPECT_TRUE(include("manifest.jsonl", Format::JsonLines));
  EXPECT_FALSE(include("crawl.warc.gz", Format::Warc));
}

TEST_F(CompanionsTest, TextsOfTheirOwn) {
  for (const char* name : {"1.txt", "2.txt"}) dir_.write(name, "");
  EXPECT_FALSE(include("1.txt", Format::Text));
}

TEST_F(CompanionsTest, InContainersThePageBefore) {
  EXPECT_FALSE(include_member("z.zip!d/a.html", Format::Html));
  EXPECT_TRUE(include_member("z.zip!d/a.json", Format::Json));
  EXPECT_FALSE(include_member("z.zip!d/b.json", Format::Json));
}

}  // namespace
}  // namespace morgue::archive
