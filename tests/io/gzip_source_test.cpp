// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/gzip_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "core/error.h"
#include "io/raw_file.h"
#include "tests/io/packing.h"
#include "tests/support/string_source.h"
#include "tests/support/temp_dir.h"

namespace morgue::io {
namespace {

using testing::HasSubstr;

struct Read {
  std::string bytes;
  std::string error;
};

Read read_all(const std::string& file, std::size_t chunk, std::size_t room) {
  const RawFile raw("/dev/null");
  const auto source =
      open_gzip(std::make_unique<test::StringSource>(file, chunk), "a.gz", Expansion(raw, 2000, "a.gz"));
  Read out;
  std::vector<char> block(room);
  try {
    while (const std::size_t size = source->read(block)) out.bytes.append(block.data(), size);
  } catch (const Error& error) {
    out.error = error.message();
  }
  return out;
}

std::string sample() {
  std::string text;
  for (int i = 0; text.size() < 200000; ++i) text += "story number " + std::to_string(i * 7919) + "\n";
  return text;
}

TEST(GzipSource, WhateverThePieces) {
  const std::string text = sample();
  const std::string file = test::gzip(text) + test::gzip("") + test::gzip("end") + std::string(700, '\0');
  for (const std::size_t chunk : {1, 13, 100000}) {
    for (const std::size_t room : {1, 64, 1000000}) {
      const Read got = read_all(file, chunk, room);
      EXPECT_EQ(got.bytes, text + "end") << chunk << ' ' << room;
      EXPECT_EQ(got.error, "");
    }
  }
  EXPECT_EQ(read_all(test::gzip(""), 7, 7).error, "");
}

TEST(GzipSource, DamageComesBehindEveryByteBeforeIt) {
  const std::string text = sample();
  const std::string first = test::gzip(text);
  const Read cut = read_all(first + test::gzip(text).substr(0, 30), 1000, 1000);
  EXPECT_TRUE(cut.bytes.starts_with(text));
  EXPECT_THAT(cut.error, HasSubstr("a.gz: the file ends too early"));

  const Read garbage = read_all(first + "garbage", 1000, 1000);
  EXPECT_EQ(garbage.bytes, text);
  EXPECT_THAT(garbage.error, HasSubstr("what follows its compressed data is not of them"));

  std::string wrong = first;
  wrong[wrong.size() - 8] ^= 1;  // of the checksum
  const Read checked = read_all(wrong, 1000, 1000);
  EXPECT_EQ(checked.bytes, text);
  EXPECT_THAT(checked.error, HasSubstr("a.gz: the file is damaged"));
}

}  // namespace
}  // namespace morgue::io
