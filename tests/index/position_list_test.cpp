// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/position_list.h"

#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <random>

#include "core/error.h"

namespace morgue::index {
namespace {

using std::string_literals::operator""s;
using Places = std::map<std::uint32_t, std::vector<std::uint32_t>>;
using Metadata = std::map<std::string, std::string>;

/// As a segment is written: in runs of some documents, each with its own entries.
void write(Metadata& metadata, const std::string& term, const Places& places, std::size_t run) {
  PositionListWriter writer([&](const std::string& key, const std::string& value) {
    EXPECT_TRUE(metadata.empty() || metadata.rbegin()->first < key);
    EXPECT_LE(key.size(), 253U);
    EXPECT_FALSE(value.empty());
    metadata[key] = value;
  });
  writer.begin(term);
  std::string entries;
  std::uint32_t last = 0;
  std::size_t count = 0;
  for (const auto& [document, positions] : places) {
    if (count++ % run == 0) {
      writer.append(entries, last);
      entries.clear();
    }
    append_entry(entries, entries.empty() ? document : document - last - 1, positions);
    last = document;
  }
  writer.append(entries, last);
  writer.end();
}

PositionList list(const Metadata& metadata, const std::string& term) {
  return {[&metadata](const std::string& key) {
            const auto found = metadata.find(key);
            return found == metadata.end() ? std::string() : found->second;
          },
          term};
}

std::vector<std::uint32_t> positions(const PositionList& list) {
  std::vector<std::uint32_t> all;
  list.positions([&](std::uint32_t position) {
    all.push_back(position);
    return true;
  });
  return all;
}

Places read(PositionList list) {
  Places places;
  for (; !list.at_end(); list.next()) places[list.document()] = positions(list);
  return places;
}

Places random_places(unsigned seed, std::uint32_t documents) {
  std::mt19937 random(seed);
  Places places;
  std::uint32_t document = 0;
  for (std::uint32_t i = 0; i < documents; ++i) {
    document += 1 + static_cast<std::uint32_t>(random() % (seed % 3 == 0 ? 1000 : 3));
    std::uint32_t position = 0;
    for (auto left = 1 + random() % 9; left > 0; --left) {
      position += 1 + static_cast<std::uint32_t>(random() % (random() % 20 == 0 ? 100'000'000 : 300));
      places[document].push_back(position);
    }
  }
  return places;
}

TEST(PositionList, Bytes) {
  Metadata metadata;
  write(metadata, "word", {{1, {3}}, {7, {0, 5, 6}}}, 9);
  // Docid 1 doubled, 3; five documents between; 0, 5 more, 1 more.
  EXPECT_EQ(metadata, (Metadata{{"Pword", "\x02\x06\x05\x01\x0B\x02"}}));
}

TEST(PositionList, RoundTrip) {
  const Places far = {{1, {0}},
                      {std::numeric_limits<std::uint32_t>::max() - 1, {1, std::numeric_limits<std::uint32_t>::max()}}};
  for (const Places& places :
       {Places{}, Places{{1, {1}}}, far, random_places(1, 10), random_places(2, 20'000), random_places(3, 20'000)}) {
    Metadata expected;
    write(expected, "term", places, 1000);
    EXPECT_EQ(read(list(expected, "term")), places);
    EXPECT_EQ(expected.size() > 1, places.size() > 10'000);
    // Where runs end does not show.
    for (const std::size_t run : {1U, 7U, 100'000U}) {
      Metadata metadata;
      write(metadata, "term", places, run);
      EXPECT_TRUE(metadata == expected);
    }
  }
}

TEST(PositionList, SkipsAsNextWould) {
  for (const unsigned seed : {1U, 2U, 3U}) {
    const Places places = random_places(seed, 15'000);
    Metadata metadata;
    write(metadata, "term", places, 4000);
    std::mt19937 random(seed);
    for (const std::uint32_t step : {1U, 30U, 3000U, 4'000'000U}) {
      PositionList skipping = list(metadata, "term");
      for (std::uint32_t wanted = 1; !skipping.at_end(); wanted += 1 + static_cast<std::uint32_t>(random() % step)) {
        const auto expected = places.lower_bound(wanted);
        EXPECT_EQ(skipping.skip_to(wanted), places.contains(wanted));
        ASSERT_EQ(skipping.at_end(), expected == places.end());
        if (skipping.at_end()) break;
        ASSERT_EQ(skipping.document(), expected->first);
        ASSERT_EQ(positions(skipping), expected->second);
      }
      EXPECT_FALSE(skipping.skip_to(std::numeric_limits<std::uint32_t>::max()));
    }
  }
}

TEST(PositionList, OneDocumentLongerThanAChunk) {
  Places places = {{2, {1}}, {3, {}}, {9, {4}}};
  for (std::uint32_t i = 1; i <= 100'000; ++i) places[3].push_back(i * 3);
  Metadata metadata;
  write(metadata, "term", places, 2);
  EXPECT_EQ(read(list(metadata, "term")), places);
  PositionList skipping = list(metadata, "term");
  EXPECT_FALSE(skipping.skip_to(4));
  EXPECT_EQ(skipping.document(), 9U);
}

TEST(PositionList, KeysOfTermsInOrder) {
  const std::string terms[] = {"\0"s, "\0\0"s, "a", "a\0"s, "a\0b"s, "aa", std::string(245, 'a'), "b", "\xFF\xFF"};
  const Places places = random_places(2, 9000);
  Metadata metadata;
  for (const std::string& term : terms) write(metadata, term, places, 100);
  for (const std::string& term : terms) EXPECT_TRUE(read(list(metadata, term)) == places);
  EXPECT_TRUE(list(metadata, "ab").at_end());
}

TEST(PositionList, DamagedBytesAreNoHarm) {
  Metadata sound;
  write(sound, "term", random_places(1, 12'000), 100);
  std::mt19937 random(5);
  for (int i = 0; i < 300; ++i) {
    Metadata metadata = sound;
    auto victim = std::next(metadata.begin(), static_cast<std::ptrdiff_t>(random() % metadata.size()));
    for (int j = 0; j < 3 && !victim->second.empty(); ++j) {
      switch (random() % 3) {
        case 0:
          victim->second.resize(random() % victim->second.size());
          break;
        case 1:
          victim->second[random() % victim->second.size()] = static_cast<char>(random());
          break;
        default:
          victim->second.back() = '\xFF';
      }
    }
    try {
      PositionList damaged = list(metadata, "term");
      for (std::uint32_t wanted = 1; !damaged.at_end() && wanted < 100'000; wanted += 50) {
        if (damaged.skip_to(wanted)) (void)positions(damaged);
      }
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Inconsistent);
    }
  }
}

}  // namespace
}  // namespace morgue::index
