// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass_positions.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "index/segment_writer.h"
#include "tests/support/temp_dir.h"

namespace morgue::index::glass {
namespace {

using Positions = std::vector<std::uint32_t>;

std::string encoded(const Positions& positions) {
  std::string tag;
  append_positions(tag, positions);
  return tag;
}

TEST(GlassPositions, KnownTags) {
  using std::string_literals::operator""s;
  EXPECT_EQ(encoded({3}), "\x03"s);
  EXPECT_EQ(encoded({1, 2}), "\x02\x01"s);
  EXPECT_EQ(encoded({1, 5, 6}), "\x06\x69"s);
  EXPECT_EQ(encoded({10, 20, 30, 40, 50, 60, 70}), "\x46\x4a\xb1\x53\xa6\x04"s);
  EXPECT_EQ(encoded({7, 8, 9, 10}), "\x0a\x17"s);
  EXPECT_EQ(encoded({1, 2, 3, 1'000'000}), "\xc0\x84\x3d\x01\0\x20\0\0\0\0\0\0\0"s);
  EXPECT_EQ(encoded({5, 4'294'967'295}), "\xff\xff\xff\xff\x0f\x05\0\0\0\0\0\0\0"s);
}

TEST(GlassPositions, AppendsToWhatIsThere) {
  std::string tag = "before";
  append_positions(tag, Positions{1, 5, 6});
  EXPECT_EQ(tag, "before\x06\x69");
}

/// Lists of many shapes: short and long, dense and thin, with runs, at both ends of the numbers.
Positions random_positions(std::mt19937& random) {
  const std::uint32_t shift = random() % 32;
  const auto span = static_cast<std::uint32_t>(0xFFFF'FFFFU >> shift);
  const std::size_t wanted = std::size_t{1} << (random() % 11);
  std::set<std::uint32_t> chosen;
  auto next = static_cast<std::uint32_t>(random());
  for (std::size_t i = 0; i < wanted; ++i) {
    next = random() % 3 == 0 ? static_cast<std::uint32_t>(random()) : next + 1;
    chosen.insert(std::max<std::uint32_t>(1, next & span));
  }
  if (random() % 20 == 0) chosen.insert(0xFFFF'FFFFU);
  return {chosen.begin(), chosen.end()};
}

TEST(GlassPositions, XapianReadsThemBack) {
  const morgue::test::TempDir dir;
  std::mt19937 random(3);
  std::vector<Positions> lists;
  const auto writer = make_glass_writer(dir.path(), 1, 1 << 28);
  const auto batch = writer->batch_writer();
  TermTable terms;
  Document document(terms);
  batch->begin(0, 1);
  for (int i = 0; i < 4000; ++i) {
    lists.push_back(random_positions(random));
    document.clear();
    for (const auto position : lists.back()) document.add_posting("word", position);
    document.finish();
    batch->add_document(document);
  }
  batch->finish(terms);
  writer->join();
  writer->finish();
  const Xapian::Database database(dir.path().string());
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const auto docid = static_cast<Xapian::docid>(i + 1);
    const Positions read(database.positionlist_begin(docid, "word"), database.positionlist_end(docid, "word"));
    ASSERT_EQ(read, lists[i]) << i;
  }
  EXPECT_EQ(Xapian::Database::check(dir.path().string(), 0, nullptr), 0U);
}

}  // namespace
}  // namespace morgue::index::glass
