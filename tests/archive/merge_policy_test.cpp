// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/merge_policy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace morgue::archive {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(MergePolicy, LargeSegmentsStay) {
  EXPECT_THAT(choose_absorbed({}, 10), IsEmpty());
  EXPECT_THAT(choose_absorbed({{1, 20, 0}}, 10), IsEmpty());
  EXPECT_THAT(choose_absorbed({{1, 19, 0}}, 10), ElementsAre(1));
  EXPECT_THAT(choose_absorbed({{2, 20, 0}, {1, 59, 0}}, 10), ElementsAre(2, 1)) << "59 is less than twice 20 and 10";
  EXPECT_THAT(choose_absorbed({{2, 20, 0}, {1, 60, 0}}, 10), IsEmpty());
}

TEST(MergePolicy, WornOutSegmentsGo) {
  EXPECT_THAT(choose_absorbed({{2, 50, 0}, {1, 1000, 251}}, 1), ElementsAre(2, 1));
  EXPECT_THAT(choose_absorbed({{2, 50, 0}, {1, 1000, 250}}, 1), IsEmpty());
  EXPECT_THAT(choose_absorbed({{3, 50, 0}, {2, 100, 0, true}, {1, 90000, 0}}, 1), ElementsAre(3, 2));
}

struct Archive {
  std::vector<MergeCandidate> live;  ///< newest first
  std::int64_t number = 0;
  std::int64_t arrived = 0;
  std::int64_t written = 0;
  std::size_t most = 0;

  void run(std::int64_t incoming) {
    std::int64_t documents = incoming;
    for (const std::int64_t absorbed : choose_absorbed(live, incoming)) {
      const auto found = std::ranges::find(live, absorbed, &MergeCandidate::number);
      documents += found->documents - found->dead;
      live.erase(found);
    }
    live.insert(live.begin(), {++number, documents, 0});
    arrived += incoming;
    written += documents;
    most = std::max(most, live.size());
  }
};

TEST(MergePolicy, AYearOfHourlyRunsStaysSmall) {
  constexpr int kHours = 8760;
  std::mt19937 random(5);
  std::geometric_distribution<int> uneven(0.02);
  Archive even;
  Archive ragged;
  Archive grown;
  grown.run(200'000);
  for (int hour = 0; hour < kHours; ++hour) {
    even.run(20);
    ragged.run(1 + uneven(random));
    grown.run(1 + uneven(random));
  }
  for (const Archive& archive : {even, ragged, grown}) {
    EXPECT_LE(archive.most, 10U);
    EXPECT_LT(archive.written, 14 * archive.arrived) << "documents are rewritten a logarithmic number of times";
  }
}

}  // namespace
}  // namespace morgue::archive
