// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/wrap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/width.h"

namespace morgue::render {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Lines = std::vector<std::string>;

struct Case {
  std::string text;
  std::size_t width;
  Lines lines;
};

TEST(Wrap, BreaksLines) {
  const std::vector<Case> cases = {
      {"the quick brown fox", 9, {"the quick", "brown fox"}},
      {"the quick brown fox", 10, {"the quick", "brown fox"}},
      {"the quick brown fox", 80, {"the quick brown fox"}},
      {"exactly ten", 11, {"exactly ten"}},
      {"antidisestablishment", 8, {"antidise", "stablish", "ment"}},
      {"an antidisestablishment", 8, {"an", "antidise", "stablish", "ment"}},
      {"a  b   c", 4, {"a  b", "c"}},
      {"trailing   ", 20, {"trailing"}},
      {"wide gap          here", 8, {"wide gap", "here"}},
      {"one\ntwo\tthree", 20, {"one\ntwo\tthree"}},
      {"      x", 3, {"x"}},
      {"  indented", 20, {"  indented"}},
      {"港區國安法草案", 6, {"港區國", "安法草", "案"}},
      {"港區國，安法草案", 6, {"港區", "國，安", "法草案"}},  // no comma begins a line
      {"港區「國安」法", 6, {"港區", "「國", "安」法"}},      // no bracket ends one
      {"see 港區國安法 now", 9, {"see 港區", "國安法", "now"}},
      {"e\u0301e\u0301e\u0301", 2, {"e\u0301e\u0301", "e\u0301"}},
      {"👩\xe2\x80\x8d👧👦", 4, {"👩\xe2\x80\x8d👧", "👦"}},
      {"新", 1, {"新"}},
      {"ab", 0, {"a", "b"}},
  };
  for (const Case& c : cases) EXPECT_EQ(wrap(std::string_view(c.text), c.width), c.lines) << c.text;
}

TEST(Wrap, EmptyTextHasNoLines) {
  EXPECT_THAT(wrap(std::string_view(""), 10), IsEmpty());
  EXPECT_THAT(wrap(std::string_view("   "), 2), IsEmpty());
}

TEST(Wrap, LosesNothingButBlanksAndKeepsTheWidth) {
  const std::string text =
      "Mixed 港區國安法 text: antidisestablishmentarianism, (a)  e\u0301te\u0301 🙂🙂🙂 "
      "https://example.org/a/long/path end.";
  const auto squeeze = [](std::string s) {
    std::erase(s, ' ');
    return s;
  };
  for (std::size_t width = 2; width < 90; ++width) {
    std::string joined;
    for (const std::string& line : wrap(std::string_view(text), width)) {
      EXPECT_LE(column_width(line), width);
      joined += line;
    }
    EXPECT_EQ(squeeze(joined), squeeze(text)) << width;
  }
}

TEST(Wrap, CutsMarksToTheirLines) {
  const Snippet paragraph{"one two three four", {{0, 3}, {4, 13}, {14, 18}}};
  std::vector<Lines> marked;
  for (const Snippet& line : wrap(paragraph, 8)) {
    Lines words;
    for (const auto& mark : line.marks) words.push_back(line.text.substr(mark.begin, mark.end - mark.begin));
    marked.push_back(words);
  }
  EXPECT_THAT(marked, ElementsAre(Lines{"one", "two"}, Lines{"three"}, Lines{"four"}));
}

TEST(Wrap, IsLinearInHostileText) {
  std::string marks = "a";
  for (int i = 0; i < 500'000; ++i) marks += "\u0301";
  EXPECT_EQ(wrap(std::string_view(marks), 10).size(), 1U);
  EXPECT_EQ(wrap(std::string_view(std::string(1'000'000, 'x')), 10).size(), 100'000U);
  EXPECT_EQ(wrap(std::string_view(std::string(1'000'000, ' ') + "x"), 10).size(), 1U);
}

}  // namespace
}  // namespace morgue::render
