// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/sanitise.h"

#include <gtest/gtest.h>

#include "core/code_points.h"

namespace morgue::render {
namespace {

struct Case {
  std::string in;
  std::string out;
};

TEST(Sanitise, RemovesWhatSteersATerminal) {
  const std::vector<Case> cases = {
      {"plain text", "plain text"},
      {"tab\tand\nline", "tab\tand\nline"},
      {"\x1b[31mred\x1b[0m", "[31mred[0m"},
      {"\x1b]0;title\x07text", "]0;titletext"},
      {std::string("a\0b", 3), "ab"},
      {"a\r\nb", "a\nb"},
      {"del\x7f!", "del!"},
      {"c1 \xc2\x9b"
       "31m",
       "c1 31m"},
      {"\xe2\x80\xaegnp.exe", "gnp.exe"},              // right-to-left override
      {"\xe2\x81\xa6isolate\xe2\x81\xa9", "isolate"},  // isolates
      {"zero\xe2\x80\x8bwidth", "zerowidth"},          // zero-width space
      {"\xef\xbb\xbf"
       "bom",
       "bom"},                                                   //
      {"one\xe2\x80\xa8two", "one\ntwo"},                        // line separator
      {"\xf3\xa0\x81\xa1tag", "tag"},                            // tag character
      {"نمی\xe2\x80\x8cخواهم", "نمی\xe2\x80\x8cخواهم"},          // Persian spells with the non-joiner
      {"Dvo\u030c", "Dvo\u030c"},                                // combining marks stay
      {"\xff\xc3", "\xef\xbf\xbd\xef\xbf\xbd"},                  // not UTF-8
      {"\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},  // surrogate
      {"\xc0\x9b", "\xef\xbf\xbd\xef\xbf\xbd"},                  // over-long control
      {"\xc2\x1b[m\x9b", "\xef\xbf\xbd[m\xef\xbf\xbd"},          // halves do not grow together
  };
  for (const Case& c : cases) {
    EXPECT_EQ(sanitise(c.in), c.out) << testing::PrintToString(c.in);
    EXPECT_EQ(sanitise(c.out), c.out) << "not stable";
  }
}

TEST(Sanitise, EveryByteInEveryPlaceGivesSafeText) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string in = {static_cast<char>(first), static_cast<char>(second), '\x9b', 'x'};
      const std::string out = sanitise(in);
      for (std::size_t pos = 0; pos < out.size();) {
        const std::size_t begin = pos;
        const char32_t c = next_code_point(out, pos);
        EXPECT_TRUE(c == U'\t' || c == U'\n' || !is_unsafe_on_terminal(c)) << first << " " << second;
        EXPECT_TRUE(c != kReplacement || pos - begin == 3) << first << " " << second;
      }
    }
  }
}

TEST(SanitiseLine, HasOneLine) {
  EXPECT_EQ(sanitise_line("a\tb\nc\xe2\x80\xa9"
                          "d\x1b"),
            "a b c d");
}

TEST(SanitiseLine, MovesMarksWithTheirText) {
  const Snippet in{"\x1b[1mfirst\x1b and \x1bsecond", {{4, 10}, {15, 22}}};
  const Snippet out = sanitise_line(in);
  EXPECT_EQ(out.text, "[1mfirst and second");
  ASSERT_EQ(out.marks.size(), 2U);
  EXPECT_EQ(out.text.substr(out.marks[0].begin, out.marks[0].end - out.marks[0].begin), "first");
  EXPECT_EQ(out.text.substr(out.marks[1].begin, out.marks[1].end - out.marks[1].begin), "second");
}

TEST(SanitiseLine, SurvivesMarksThatMakeNoSense) {
  const Snippet out = sanitise_line(Snippet{"short", {{3, 1}, {2, 900}, {950, 990}}});
  EXPECT_EQ(out.text, "short");
  for (const auto& mark : out.marks) {
    EXPECT_LT(mark.begin, mark.end);
    EXPECT_LE(mark.end, out.text.size());
  }
}

}  // namespace
}  // namespace morgue::render
