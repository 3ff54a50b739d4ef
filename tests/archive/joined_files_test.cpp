// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/joined_files.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/temp_dir.h"

namespace morgue::archive {
namespace {

using Mappings = std::vector<extract::Mapping>;

class JoinedFilesTest : public testing::Test {
 protected:
  std::optional<std::string> join(const std::string& path, const std::string& id) {
    record_ = Record();
    record_.where = {dump_, 1, 0};
    if (!id.empty()) record_.fields.push_back({"Article_Id", id, Field::Kind::Text});
    return JoinedFiles(Mappings{{"body", path}}).join(record_);
  }
  /// The text joined, or what was wrong.
  std::string joined(const std::string& path, const std::string& id) {
    if (const auto problem = join(path, id)) return *problem;
    EXPECT_EQ(record_.fields.back().path, path);
    return record_.fields.back().value;
  }

  test::TempDir folder_;
  test::TempDir elsewhere_;
  std::string dump_ = folder_.write("dump/list.2024.csv", "x").string();
  Record record_;
};

TEST_F(JoinedFilesTest, NamedByAValueOrByTheDump) {
  folder_.write("dump/texts/7.txt", "Rain fell on the harbour.");
  folder_.write("dump/list.txt", "caf\xE9");
  EXPECT_EQ(joined("file:texts/{article_id}.txt", "7"), "Rain fell on the harbour.");
  EXPECT_EQ(joined("file:{@stem}.txt", ""), "café");
}

TEST_F(JoinedFilesTest, WhatIsMissingIsSaid) {
  EXPECT_EQ(joined("file:{article_id}.txt", ""), "body: the record has no \"article_id\" to name the file by");
  EXPECT_EQ(joined("file:{article_id}.txt", "8"), "body: the file 8.txt cannot be read: No such file or directory");
  std::filesystem::create_directory(folder_.path() / "dump/sub");
  EXPECT_EQ(joined("file:{article_id}", "sub"), "body: the file sub is too large to be one article, or no file");
  dump_ = "-";
  EXPECT_EQ(joined("file:{article_id}.txt", "8"),
            "its body is in a file beside the dump, but the dump is not on disk by itself");
}

TEST_F(JoinedFilesTest, KnowsTheFilesItTakes) {
  const auto takes = [](const char* pattern, const char* file) {
    return JoinedFiles(Mappings{{"body", pattern}, {"headline", "title"}}).takes(file);
  };
  EXPECT_TRUE(takes("file:texts/{id}.txt", "dump/texts/7.txt"));
  EXPECT_TRUE(takes("file:texts/{id}.txt", "texts/7.txt"));
  EXPECT_TRUE(takes("file:{section}/{id}-{part}.txt", "dump/coast/7-a.txt"));
  EXPECT_TRUE(takes("file:{@stem}.txt", "dump/list.txt"));
  EXPECT_TRUE(takes("file:text.txt", "dump/text.txt"));
  EXPECT_FALSE(takes("file:texts/{id}.txt", "dump/other/7.txt"));
  EXPECT_FALSE(takes("file:texts/{id}.txt", "dump/contexts/7.txt"));
  EXPECT_FALSE(takes("file:texts/{id}.txt", "dump/texts/7.html"));
  EXPECT_FALSE(takes("file:{id}-{part}.txt", "dump/7.txt"));
  EXPECT_FALSE(takes("file:text.txt", "dump/context.txt"));
}

TEST_F(JoinedFilesTest, NeverLeavesTheFolderOfTheDump) {
  folder_.write("secret.txt", "secret");
  elsewhere_.write("secret.txt", "secret");
  std::filesystem::create_symlink(elsewhere_.path(), folder_.path() / "dump/link");
  for (const std::string& id :
       {std::string("../secret"), (folder_.path() / "secret").string(), std::string("link/secret"),
        std::string("texts/../../secret"), std::string("secret\0x", 8)}) {
    const std::string result = joined("file:{article_id}.txt", id);
    EXPECT_NE(result, "secret") << id;
    EXPECT_NE(result.find("body: "), std::string::npos) << id;
  }
}

TEST_F(JoinedFilesTest, OtherMappingsAndPagesAreLeftAlone) {
  Record record;
  record.where.dump = "-";
  EXPECT_FALSE(JoinedFiles(Mappings{{"body", "text"}}).join(record));
  record.kind = Record::Kind::Html;
  EXPECT_FALSE(JoinedFiles(Mappings{{"body", "file:{id}"}}).join(record));
}

}  // namespace
}  // namespace morgue::archive
