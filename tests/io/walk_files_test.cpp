// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <array>

#include "io/walk.h"
#include "tests/support/temp_dir.h"

namespace morgue::io {
namespace {

std::string contents(Entry& entry) {
  std::string out;
  std::array<char, 16> block{};
  while (const std::size_t got = entry.bytes->read(block)) out.append(block.data(), got);
  return out;
}

TEST(WalkFiles, BeginWhereTheyAreTold) {
  const test::TempDir dir;
  const std::string plain = dir.write("plain", "first\nsecond\n").string();
  // What follows looks like gzip, and is not asked what it is.
  const std::string odd = dir.write("odd", std::string("x\n") + "\x1F\x8B\x08 tail").string();
  Walker walker(std::vector<WalkFile>{{plain, "below/plain", 6}, {odd, "", 2}, {plain}});
  EXPECT_EQ(walker.begun(), 0U);

  auto found = walker.next();
  auto* entry = std::get_if<Entry>(&*found);
  ASSERT_NE(entry, nullptr);
  EXPECT_EQ(walker.begun(), 1U);
  EXPECT_EQ(entry->name, plain);
  EXPECT_EQ(entry->inner, "below/plain");
  EXPECT_TRUE(entry->as_on_disk);
  EXPECT_EQ(contents(*entry), "second\n");
  EXPECT_EQ(walker.progress().read, 7U);
  EXPECT_EQ(walker.progress().total, 7U + 8U + 13U);

  found = walker.next();
  EXPECT_EQ(contents(std::get<Entry>(*found)), "\x1F\x8B\x08 tail");
  found = walker.next();
  EXPECT_EQ(contents(std::get<Entry>(*found)), "first\nsecond\n");
  EXPECT_EQ(walker.begun(), 3U);
  EXPECT_FALSE(walker.next());
}

TEST(WalkFiles, BehindTheEndThereIsNothing) {
  const test::TempDir dir;
  const std::string plain = dir.write("plain", "first\n").string();
  Walker walker(std::vector<WalkFile>{{plain, "", 100}});
  auto found = walker.next();
  ASSERT_TRUE(found && std::holds_alternative<Entry>(*found));
  EXPECT_EQ(contents(std::get<Entry>(*found)), "");
}

}  // namespace
}  // namespace morgue::io
