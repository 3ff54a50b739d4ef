// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <fstream>

#include "core/error.h"
#include "tests/index/small_archive.h"

namespace morgue::index {
namespace {

using test::article;
using test::SmallArchive;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> names(const BuiltSegment& built) {
  std::vector<std::string> out;
  for (const auto& file : built.files) out.push_back(file.name);
  return out;
}

class Builder : public testing::TestWithParam<BuilderKind> {};

INSTANTIATE_TEST_SUITE_P(Kinds, Builder, testing::Values(BuilderKind::Bulk, BuilderKind::Api),
                         [](const auto& test) { return test.param == BuilderKind::Bulk ? "Bulk" : "Api"; });

TEST_P(Builder, WritesACleanDatabaseAndNothingElse) {
  SmallArchive archive;
  std::vector<StoredArticle> articles;
  for (int i = 1; i <= 1000; ++i) articles.push_back(article(i, "Number " + std::to_string(i), "Same body"));
  const auto built = archive.add_segment(articles, {}, 2, GetParam());
  EXPECT_EQ(built.documents, 1000);
  EXPECT_EQ(built.analyser, current_analyser());
  EXPECT_TRUE(built.format.starts_with("glass 20")) << built.format;
  EXPECT_THAT(names(built), ElementsAre("docdata.glass", "iamglass", "postlist.glass", "synonym.glass"));
  for (const auto& file : built.files) {
    EXPECT_EQ(file.size, std::filesystem::file_size(archive.folder(0) / file.name));
    EXPECT_EQ(file.hash.size(), 32U);
  }
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(archive.folder(0)), {}), 4);
  EXPECT_EQ(Xapian::Database::check(archive.folder(0).string()), 0U);
  // Docids follow the order of add(), however many threads built the parts.
  const Xapian::Database database(archive.folder(0).string());
  ASSERT_EQ(database.get_doccount(), 1000U);
  for (unsigned docid = 1; docid <= 1000; ++docid) {
    const auto id = std::to_string(1001 - docid);
    EXPECT_EQ(database.get_document(docid).get_data(), id + " " + std::to_string(1101 - docid) + " -");
  }
}

TEST_P(Builder, ManyPartsJoinInSteps) {
  SmallArchive archive;
  std::vector<StoredArticle> articles;
  // Each article is a part of its own by its size.
  const std::string padding(1'600'000, ' ');
  for (int i = 1; i <= 150; ++i) articles.push_back(article(i, "h", "w" + std::to_string(i) + padding));
  EXPECT_EQ(archive.add_segment(std::move(articles), {}, 2, GetParam()).documents, 150);
  const Xapian::Database database(archive.folder(0).string());
  for (unsigned i = 1; i <= 150; ++i) {
    const auto posting = database.postlist_begin("w" + std::to_string(i));
    ASSERT_NE(posting, database.postlist_end("w" + std::to_string(i)));
    EXPECT_EQ(*posting, 151 - i);
  }
}

TEST_P(Builder, SameInputSameTables) {
  std::vector<StoredArticle> articles;
  for (int i = 1; i <= 900; ++i)
    articles.push_back(article(i, "Story " + std::to_string(i), "Text of it, \xC3\xA9t\xC3\xA9"));
  SmallArchive one;
  SmallArchive other;
  const auto first = one.add_segment(articles, {}, 1, GetParam());
  const auto second = other.add_segment(articles, {}, 3, GetParam());
  for (std::size_t i = 0; i < first.files.size(); ++i) {
    if (first.files[i].name == "iamglass") continue;  // holds a random uuid
    EXPECT_EQ(first.files[i].hash, second.files[i].hash) << first.files[i].name;
  }
}

TEST_P(Builder, EmptySegment) {
  SmallArchive archive;
  const auto built = archive.add_segment({}, {}, 2, GetParam());
  EXPECT_EQ(built.documents, 0);
  EXPECT_EQ(Xapian::Database::check(archive.folder(0).string()), 0U);
  EXPECT_EQ(archive.searcher().count({query::All{}, {}}), 0);
}

TEST_P(Builder, RefusesWrongOrder) {
  const morgue::test::TempDir dir;
  const auto builder = test::make_builder(GetParam(), dir.path() / "seg", 1);
  builder->add(article(1, "a", "b"), 1);
  EXPECT_THROW(builder->add(article(2, "a", "b"), 2), Error);
}

TEST_P(Builder, RefusesAnExistingFolder) {
  const morgue::test::TempDir dir;
  EXPECT_THROW(test::make_builder(GetParam(), dir.path(), 1), Error);
}

TEST_P(Builder, FailureOfAThreadIsReported) {
  const morgue::test::TempDir dir;
  const auto folder = dir.path() / "seg";
  const auto builder = test::make_builder(GetParam(), folder, 2);
  // Parts cannot be made where a file is in the way.
  std::filesystem::remove_all(folder);
  std::ofstream(folder) << "in the way";
  try {
    for (int i = 2000; i > 0; --i) builder->add(article(i, "a", "b"), i);
    builder->finish();
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::Io);
    EXPECT_THAT(error.message(), testing::HasSubstr("seg"));
  }
}

TEST_P(Builder, UnfinishedBuilderStops) {
  const morgue::test::TempDir dir;
  {
    const auto builder = test::make_builder(GetParam(), dir.path() / "seg", 2);
    for (int i = 3000; i > 0; --i) builder->add(article(i, "a", "b"), i);
  }
  EXPECT_TRUE(std::filesystem::exists(dir.path() / "seg"));
  EXPECT_FALSE(std::filesystem::exists(dir.path() / "seg" / "iamglass"));
}

TEST_P(Builder, SurvivesHostileText) {
  SmallArchive archive;
  StoredArticle wild = article(1, std::string(300, 'h'), std::string(300, 'b') + " end");
  wild.key = std::string(1000, 'K') + std::string(200, '\0');
  wild.url = "https://example.com/" + std::string(5000, 'x');
  wild.authors = {std::string(400, 'a'), "", std::string(300, '\0')};
  wild.language = std::string(300, 'l');
  wild.body += "\xFF\xFE" + std::string(10, '\0');
  archive.add_segment({wild}, {}, 2, GetParam());
  const auto searcher = archive.searcher();
  using query::FieldId;
  EXPECT_THAT(test::found(searcher, test::word(std::string(300, 'b'))), ElementsAre(1));
  EXPECT_THAT(test::found(searcher, test::word(std::string(301, 'b'))), IsEmpty());
  EXPECT_THAT(test::found(searcher, test::word(wild.url, FieldId::Url)), ElementsAre(1));
  EXPECT_THAT(test::found(searcher, test::word(wild.key, FieldId::Key)), ElementsAre(1));
  EXPECT_THAT(test::found(searcher, test::exact(std::string(400, 'a'), FieldId::Author)), ElementsAre(1));
}

TEST_P(Builder, HugeBody) {
  SmallArchive archive;
  std::string body;
  for (int i = 0; i < 1'200'000; ++i) body += "w" + std::to_string(i % 1000) + " ";
  body += "last words";
  archive.add_segment({article(1, "Huge", body)}, {}, 2, GetParam());
  const auto searcher = archive.searcher();
  EXPECT_EQ(searcher.count(test::phrase("w999 last words")), 1);
  EXPECT_EQ(searcher.count(test::phrase("w999 last words", query::FieldId::Body)), 1);
  EXPECT_EQ(searcher.count(test::phrase("last w999")), 0);
}

}  // namespace
}  // namespace morgue::index
