// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/json_writer.h"

#include <gtest/gtest.h>

#include <limits>

namespace morgue::render {
namespace {

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

TEST(JsonString, EscapesExactly) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", R"("")"},
      {"plain", R"("plain")"},
      {R"(a "b" \c /d)", R"("a \"b\" \\c /d")"},
      {"\b\f\n\r\t", R"("\b\f\n\r\t")"},
      {std::string("\0\x01\x1b\x7f", 4), R"("\u0000\u0001\u001b\u007f")"},
      {"\xc2\x9b", R"("\u009b")"},
      {"\xe2\x80\xae\xe2\x80\xa8", R"("\u202e\u2028")"},
      {"\xf3\xa0\x81\xa1", R"("\udb40\udc61")"},
      {"Dvořák 新聞 🙂", "\"Dvořák 新聞 🙂\""},
      {"\xff", "\"\xef\xbf\xbd\""},
      {"\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
      {"\xf4\x90\x80\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
      {"cut \xe6\x96", "\"cut \xef\xbf\xbd\xef\xbf\xbd\""},
  };
  for (const auto& [in, out] : cases) EXPECT_EQ(json_string(in), out);
}

TEST(JsonNumber, IsShortAndNeverInvalid) {
  EXPECT_EQ(format_number(3.14159, 1), "3.1");
  EXPECT_EQ(format_number(7.0, 4), "7");
  EXPECT_EQ(format_number(0.25, 4), "0.25");
  EXPECT_EQ(format_number(100, 0), "100");
  EXPECT_EQ(format_number(-0.00001, 2), "0");
  EXPECT_EQ(format_number(std::numeric_limits<double>::max(), 0).size(), 309U);
  EXPECT_EQ(format_number(std::numeric_limits<double>::infinity(), 2), "");
  EXPECT_EQ(JsonWriter().number(std::numeric_limits<double>::quiet_NaN(), 2).take(), "null");
}

TEST(JsonWriter, SeparatesMembersAndElements) {
  JsonWriter json;
  json.begin_object().key("a").integer(1).key("b").begin_array().null().string("x").begin_object().end_object();
  json.begin_array().end_array().end_array().key("c").number(1.5, 2).end_object();
  EXPECT_EQ(json.take(), R"({"a":1,"b":[null,"x",{},[]],"c":1.5})");
}

}  // namespace
}  // namespace morgue::render
