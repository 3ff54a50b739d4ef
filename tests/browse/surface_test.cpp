// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/surface.h"

#include <gtest/gtest.h>

namespace morgue::browse {
namespace {

TEST(Surface, CutsAtItsEdges) {
  Surface surface({1, 5});
  EXPECT_EQ(surface.put(0, 3, 10, "abc", Style::Plain), 2U);
  EXPECT_EQ(surface.line(0), "   ab");
  EXPECT_EQ(surface.put(1, 0, 5, "abc", Style::Plain), 0U);
  EXPECT_EQ(surface.put(0, 5, 5, "abc", Style::Plain), 0U);
}

TEST(Surface, NeverCutsAWideCharacterInTwo) {
  Surface surface({1, 5});
  EXPECT_EQ(surface.put(0, 0, 5, "日本語", Style::Plain), 4U);
  EXPECT_EQ(surface.line(0), "日本");
  EXPECT_EQ(surface.at(0, 1).text, "");
}

TEST(Surface, KeepsMarksOnTheirCharacters) {
  Surface surface({1, 4});
  surface.put(0, 0, 4, "e\u0301x", Style::Plain);
  EXPECT_EQ(surface.at(0, 0).text, "e\u0301");
  EXPECT_EQ(surface.at(0, 1).text, "x");
}

TEST(Surface, LetsNothingSteerTheTerminal) {
  Surface surface({1, 20});
  surface.put(0, 0, 20, "a\033[31mb\u202E\tc", Style::Plain);
  EXPECT_EQ(surface.line(0), "a[31mb c");
}

TEST(Surface, ShowsMarksAndThatItWasCut) {
  Surface surface({1, 6});
  surface.put(0, 0, 6, Snippet{"ab oil price", {{3, 6}}}, Style::Plain, Style::Hit, true);
  EXPECT_EQ(surface.line(0), "ab oi…");
  EXPECT_EQ(surface.at(0, 2).style, Style::Plain);
  EXPECT_EQ(surface.at(0, 3).style, Style::Hit);
  EXPECT_EQ(surface.at(0, 4).style, Style::Hit);
}

}  // namespace
}  // namespace morgue::browse
