// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/buffered_input.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "core/error.h"
#include "tests/support/string_source.h"

namespace morgue::io {
namespace {

using test::StringSource;

std::vector<std::string> lines(const std::string& text, std::size_t cap, std::size_t chunk) {
  StringSource source(text, chunk);
  BufferedInput input(source);
  std::vector<std::string> out;
  while (const auto line = input.line(cap)) {
    out.push_back(std::to_string(line->offset) + ":" + std::string(line->text) + (line->too_long ? "~" : "") +
                  (line->terminated ? "" : "$"));
  }
  EXPECT_EQ(input.offset(), static_cast<std::int64_t>(text.size()));
  return out;
}

TEST(BufferedInput, SplitsLinesWhateverTheChunks) {
  struct Case {
    std::string text;
    std::vector<std::string> want;
  };
  const Case cases[] = {
      {"", {}},
      {"a", {"0:a$"}},
      {"a\n", {"0:a"}},
      {"a\r\nb\n\nc", {"0:a", "3:b", "5:", "6:c$"}},
      {"\n", {"0:"}},
      {"12345\n678\n", {"0:12345", "6:678"}},
      {"123456\nx", {"0:12345~", "7:x$"}},
      {"1234567890123\n\n", {"0:12345~", "14:"}},
      {"1234567890123", {"0:12345~$"}},
      {"12345\r\nz", {"0:12345", "7:z$"}},
  };
  for (const Case& one : cases) {
    for (const std::size_t chunk : {1U, 2U, 3U, 100U})
      EXPECT_EQ(lines(one.text, 5, chunk), one.want) << one.text << chunk;
  }
}

TEST(BufferedInput, LongLineTakesNoMoreMemoryThanTheCap) {
  const std::string text = std::string(10U << 20U, 'x') + "\nnext\n";
  StringSource source(text, 1U << 16U);
  BufferedInput input(source);
  const auto first = input.line(1000);
  ASSERT_TRUE(first);
  EXPECT_TRUE(first->too_long);
  EXPECT_EQ(first->text, std::string(1000, 'x'));
  const auto second = input.line(1000);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->text, "next");
  EXPECT_EQ(second->offset, (10 << 20) + 1);
}

TEST(BufferedInput, PeekDoesNotConsume) {
  StringSource source("abcdef", 2);
  BufferedInput input(source);
  EXPECT_EQ(input.peek(3), "abc");
  EXPECT_EQ(input.peek(100), "abcdef");
  EXPECT_EQ(input.offset(), 0);
  input.consume(2);
  EXPECT_EQ(input.offset(), 2);
  EXPECT_EQ(input.peek(1), "c");
  EXPECT_EQ(input.line(10)->text, "cdef");
  EXPECT_EQ(input.peek(1), "");
}

TEST(BufferedInput, ErrorComesBehindTheSoundLines) {
  StringSource source("one\ntwo\nthr", 4, true);
  BufferedInput input(source);
  EXPECT_EQ(input.peek(1000), "one\ntwo\nthr");
  EXPECT_EQ(input.line(100)->text, "one");
  EXPECT_EQ(input.line(100)->text, "two");
  EXPECT_THROW(input.line(100), Error);
  EXPECT_THROW(input.line(100), Error);
}

TEST(BufferedInput, ErrorAtOnceIsThrownByPeek) {
  StringSource source("", 4, true);
  BufferedInput input(source);
  EXPECT_THROW(input.peek(1), Error);
}

}  // namespace
}  // namespace morgue::io
