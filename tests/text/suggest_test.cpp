// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/suggest.h"

#include <gtest/gtest.h>

#include <array>

namespace {

using morgue::text::edit_distance;
using morgue::text::nearest;

TEST(Suggest, CountsEditsAndSwaps) {
  EXPECT_EQ(edit_distance("", ""), 0U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("author", "autor"), 1U);
  EXPECT_EQ(edit_distance("autohr", "author"), 1U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(Suggest, FindsTheNearestOrNothing) {
  constexpr std::array<std::string_view, 4> kFields = {"author", "topic", "headline", "date"};
  EXPECT_EQ(nearest("autor", kFields), "author");
  EXPECT_EQ(nearest("headlnie", kFields), "headline");
  EXPECT_EQ(nearest("dates", kFields), "date");
  EXPECT_EQ(nearest("colour", kFields), "");
  EXPECT_EQ(nearest("", kFields), "");
  EXPECT_EQ(nearest(std::string(100'000, 'a'), kFields), "");
}

}  // namespace
