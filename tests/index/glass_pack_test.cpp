// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass_pack.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <random>
#include <vector>

namespace morgue::index::glass {
namespace {

using std::string_literals::operator""s;

std::string hex(std::string_view bytes) {
  std::string out;
  for (const char byte : bytes) {
    char digits[4];
    std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned>(static_cast<unsigned char>(byte)));
    out += digits;
  }
  return out;
}

TEST(GlassPack, Uint) {
  const std::vector<std::pair<std::uint64_t, std::string>> cases = {
      {0, "00"}, {127, "7f"}, {128, "8001"}, {300, "ac02"}, {16384, "808001"}, {0xFFFFFFFF, "ffffffff0f"}};
  for (const auto& [number, expected] : cases) {
    std::string packed;
    append_uint(packed, number);
    EXPECT_EQ(hex(packed), expected);
    const char* at = packed.data();
    EXPECT_EQ(get_uint(at), number);
    EXPECT_EQ(at, packed.data() + packed.size());
  }
}

TEST(GlassPack, UintLast) {
  const std::vector<std::pair<std::uint64_t, std::string>> cases = {
      {0, ""}, {1, "01"}, {300, "2c01"}, {65536, "000001"}};
  for (const auto& [number, expected] : cases) {
    std::string packed;
    append_uint_last(packed, number);
    EXPECT_EQ(hex(packed), expected);
  }
}

TEST(GlassPack, SortableNumbersSort) {
  const std::vector<std::pair<std::uint32_t, std::string>> cases = {{1, "0001"},
                                                                    {256, "0100"},
                                                                    {32767, "7fff"},
                                                                    {32768, "808000"},
                                                                    {4194303, "bfffff"},
                                                                    {4194304, "c0400000"},
                                                                    {536870911, "dfffffff"},
                                                                    {536870912, "e020000000"},
                                                                    {4294967294, "e0fffffffe"}};
  std::string last;
  for (const auto& [number, expected] : cases) {
    std::string packed;
    append_sortable(packed, number);
    EXPECT_EQ(hex(packed), expected);
    EXPECT_LT(last, packed);
    last = packed;
  }
}

TEST(GlassPack, EscapedTermsSortAsTheyAre) {
  std::string packed;
  append_term(packed, "a\0b"s, false);
  EXPECT_EQ(hex(packed), "6100ff62");
  append_term(packed, "\0"s, true);
  EXPECT_EQ(hex(packed), "6100ff6200ff00");
  std::mt19937 random(7);
  const auto term = [&random] {
    std::string out(random() % 5, ' ');
    for (char& c : out) c = static_cast<char>(random() % 3 == 0 ? 0 : random() % 256);
    return out;
  };
  for (int i = 0; i < 20'000; ++i) {
    const std::string a = term();
    const std::string b = term();
    // Ended and followed by a docid, as in keys.
    std::string key_a;
    std::string key_b;
    append_term(key_a, a, true);
    append_term(key_b, b, true);
    append_sortable(key_a, 5);
    append_sortable(key_b, 5);
    ASSERT_EQ(a < b, key_a < key_b) << hex(a) << " " << hex(b);
  }
}

}  // namespace
}  // namespace morgue::index::glass
