// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/posting_lists.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "core/error.h"
#include "index/glass_posting_chunks.h"
#include "index/glass_table.h"
#include "tests/support/temp_dir.h"

namespace morgue::index {
namespace {

namespace fs = std::filesystem;
using std::string_literals::operator""s;

using Plain = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Plain of_xapian(const Xapian::Database& database, const std::string& term) {
  Plain all;
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
    all.emplace_back(*at, term.empty() ? at.get_doclength() : at.get_wdf());
  }
  return all;
}

Plain all_of(PostingList list) {
  Plain all;
  list.for_each([&all](const Posting& posting) { all.emplace_back(posting.document, posting.wdf); });
  return all;
}

/// A database by Xapian's own hand: several commits, so that blocks are out of order, gaps in the docids, lists of one
/// chunk and of dozens, terms that are beginnings of others, tags of several components.
void make_database(const fs::path& folder, int block_size) {
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS, block_size);
  std::mt19937 engine(5);
  const auto random = [&engine] { return static_cast<unsigned>(engine()); };
  for (int i = 1; i <= 6000; ++i) {
    Xapian::Document document;
    document.add_boolean_term("XLen");
    document.add_term("common", 1 + random() % 200);
    if (random() % 3 != 0) document.add_term("a", 1 + random() % 3);
    if (random() % 5 == 0) document.add_term("a\0b"s, 1);
    if (random() % 7 == 0) document.add_term("a\0"s, 3);
    if (random() % 400 == 0) document.add_term("rare", 70'000);
    if (i > 2000 && i < 2100) document.add_term("cluster");
    document.add_term("w" + std::to_string(random() % 5000));
    if (i == 4321) document.add_term("only");
    for (const unsigned slot : {0U, 3U, 300U}) {
      if (random() % (slot + 1) < 3) document.add_value(slot, std::string(1 + random() % 300, 'v') + std::to_string(i));
    }
    database.add_document(document);
    if (i % 1500 == 0) {
      database.set_metadata("long" + std::to_string(i), std::string(20'000, static_cast<char>('a' + i / 1500)));
      database.commit();
    }
  }
  for (Xapian::docid document = 10; document < 6000; document += 1 + document % 37) database.delete_document(document);
  database.commit();
}

class PostingListsTest : public testing::TestWithParam<int> {
 protected:
  PostingListsTest() : folder_(dir_.path() / "database") {
    make_database(folder_, GetParam());
    database_ = Xapian::Database(folder_.string());
  }

  morgue::test::TempDir dir_;
  fs::path folder_;
  Xapian::Database database_;
};

TEST_P(PostingListsTest, AreThoseThatXapianReads) {
  const PostingLists lists(folder_.string(), database_);
  std::size_t terms = 0;
  for (auto at = database_.allterms_begin(); at != database_.allterms_end(); ++at, ++terms) {
    const std::string term = *at;
    const Plain expected = of_xapian(database_, term);
    ASSERT_EQ(lists.frequency(term), expected.size()) << term;
    ASSERT_EQ(all_of(lists.list(term)), expected) << term;
  }
  EXPECT_GT(terms, 3000U);
  EXPECT_EQ(all_of(lists.all()), of_xapian(database_, ""));
}

TEST_P(PostingListsTest, AreEmptyForTermsThatAreNowhere) {
  const PostingLists lists(folder_.string(), database_);
  for (const std::string& term :
       {"0"s, "b"s, "a\0c"s, "a\0b\0"s, "commo"s, "commons"s, "zzz"s, std::string(240, 'm')}) {
    EXPECT_EQ(lists.frequency(term), 0U) << term;
    EXPECT_TRUE(all_of(lists.list(term)).empty()) << term;
    EXPECT_EQ(lists.list(term).find(1), nullptr) << term;
  }
}

TEST_P(PostingListsTest, FindDocumentsByGoingForward) {
  const PostingLists lists(folder_.string(), database_);
  std::mt19937 engine(6);
  const auto random = [&engine] { return static_cast<unsigned>(engine()); };
  for (const std::string& term : {"common"s, "a"s, "a\0"s, "a\0b"s, "rare"s, "cluster"s, "only"s, "XLen"s}) {
    const Plain expected = of_xapian(database_, term);
    for (const unsigned step : {1U, 3U, 50U, 900U, 5000U}) {
      PostingList list = lists.list(term);
      for (std::uint32_t document = 1; document < 6100; document += 1 + random() % step) {
        const auto known = std::ranges::lower_bound(expected, std::pair(document, 0U));
        const bool there = known != expected.end() && known->first == document;
        const Posting* found = list.find(document);
        ASSERT_EQ(found != nullptr, there) << term << ' ' << document;
        if (there) {
          ASSERT_EQ(found->wdf, known->second) << term << ' ' << document;
        }
      }
    }
  }
}

TEST_P(PostingListsTest, TellLengths) {
  const PostingLists lists(folder_.string(), database_);
  std::vector<std::uint32_t> documents;
  std::vector<std::uint32_t> expected;
  for (const auto& [document, length] : of_xapian(database_, "")) {
    documents.push_back(document);
    expected.push_back(length);
  }
  const std::span all(documents);
  const std::vector<std::uint32_t> few = {expected[700], expected[2900]};
  EXPECT_EQ(lists.lengths(std::vector{documents[700], documents[2900]}), few);
  EXPECT_EQ(lists.lengths(all), expected);
  EXPECT_EQ(lists.lengths(std::vector{documents[700], documents[2900]}), few);
}

TEST_P(PostingListsTest, TellValues) {
  const PostingLists lists(folder_.string(), database_);
  for (const unsigned slot : {0U, 1U, 3U, 300U, 301U}) {
    std::vector<std::pair<std::uint32_t, std::string>> expected;
    for (auto at = database_.valuestream_begin(slot); at != database_.valuestream_end(slot); ++at) {
      expected.emplace_back(at.get_docid(), *at);
    }
    std::vector<std::pair<std::uint32_t, std::string>> found;
    lists.for_each_value(slot,
                         [&](std::uint32_t document, std::string_view value) { found.emplace_back(document, value); });
    EXPECT_EQ(found, expected) << slot;
  }
}

TEST_P(PostingListsTest, KeepFrequentTermsAsTheyAre) {
  const PostingLists lists(folder_.string(), database_);
  for (int i = 0; i < 2; ++i) {
    for (const std::string& term : {"common"s, "cluster"s, "nowhere"s}) {
      DocSet set(database_.get_lastdocid());
      lists.add_documents(term, set);
      Plain found;
      set.for_each([&found](std::uint32_t document) { found.emplace_back(document, 0); });
      Plain expected = of_xapian(database_, term);
      for (auto& posting : expected) posting.second = 0;
      EXPECT_EQ(found, expected) << term;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(BlockSizes, PostingListsTest, testing::Values(8192, 4096),
                         [](const auto& one) { return std::to_string(one.param); });

/// Whatever the file holds, nothing but an error comes of it.
TEST(PostingListsDamage, IsReportedOrHarmless) {
  const morgue::test::TempDir dir;
  const fs::path folder = dir.path() / "database";
  make_database(folder, 8192);
  const fs::path file = folder / "postlist.glass";
  std::string sound;
  {
    std::ifstream in(file, std::ios::binary);
    sound.assign(std::istreambuf_iterator<char>(in), {});
  }
  const Xapian::Database database(folder.string());
  std::mt19937 random(7);
  int reported = 0;
  for (int i = 0; i < 400; ++i) {
    std::string damaged = sound;
    if (i % 20 == 0) {
      damaged.resize(random() % sound.size());
    } else {
      for (int j = 0; j < 40; ++j) damaged[random() % sound.size()] = static_cast<char>(random());
      // Heads of blocks are where a wrong byte matters most.
      for (int j = 0; j < 10; ++j)
        damaged[random() % (sound.size() / 8192) * 8192 + random() % 64] = static_cast<char>(random());
    }
    std::ofstream(file, std::ios::binary) << damaged;
    try {
      const PostingLists lists(folder.string(), database);
      for (const char* term : {"XLen", "a", "common", "rare", "w17"}) {
        (void)all_of(lists.list(term));
        PostingList list = lists.list(term);
        for (std::uint32_t document = 1; document < 6100; document += 500) (void)list.find(document);
      }
      (void)all_of(lists.all());
      lists.for_each_value(0, [](std::uint32_t, std::string_view) {});
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Inconsistent) << error.message();
      EXPECT_NE(error.message().find("postlist.glass"), std::string::npos) << error.message();
      ++reported;
    }
  }
  EXPECT_GT(reported, 100);
}

/// Chunks that go back, or on in no order, would lead readers that count on it astray.
TEST(PostingListsDamage, IsToldOfChunksOutOfOrder) {
  const morgue::test::TempDir dir;
  glass::TableWriter writer(dir.path() / "postlist.glass");
  writer.add("a", "\x05\x05"s + "\x04" + "0" + "\x05" + "\x01\x04\x01"s);                // documents 5 and 10
  writer.add("a\0\0\x07"s, "1"s + "\x01" + "\x01\0\x01"s);                               // 7 and 8
  writer.add("b", "\x02\x02"s + "\xFF\xFF\xFF\xFF\x0F" + "1" + "\x01" + "\x01\0\x01"s);  // beyond 32 bits
  const glass::TableRoot root = writer.finish();
  glass::TableReader table(dir.path() / "postlist.glass", root);
  for (const char* term : {"a", "b"}) {
    PostingList list(glass::read_postings(table, term));
    EXPECT_THROW((void)all_of(std::move(list)), Error) << term;
    PostingList other(glass::read_postings(table, term));
    EXPECT_THROW(
        {
          (void)other.find(6);
          (void)other.find(11);
        },
        Error)
        << term;
  }
}

}  // namespace
}  // namespace morgue::index
