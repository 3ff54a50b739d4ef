// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/line_edit.h"

#include <gtest/gtest.h>

namespace morgue::browse {
namespace {

using Kind = Key::Kind;

TEST(LineEdit, InsertsAtTheCursor) {
  LineEdit edit("ol");
  edit.handle(pressed(Kind::Left));
  edit.handle(typed(U'i'));
  EXPECT_EQ(edit.text(), "oil");
  EXPECT_FALSE(edit.at_end());
}

TEST(LineEdit, MovesAndErasesByWholeCharacters) {
  LineEdit edit("日e\u0301");
  edit.handle(pressed(Kind::Backspace));
  EXPECT_EQ(edit.text(), "日");
  edit.handle(pressed(Kind::Left));
  EXPECT_EQ(edit.cursor(), 0U);
  edit.handle(pressed(Kind::Delete));
  EXPECT_EQ(edit.text(), "");
  edit.handle(pressed(Kind::Backspace));
  edit.handle(pressed(Kind::Delete));
  EXPECT_EQ(edit.text(), "");
}

TEST(LineEdit, ErasesWordsAndLinesAsShellsDo) {
  LineEdit edit("dock strike ends");
  edit.handle({Kind::Control, U'w'});
  EXPECT_EQ(edit.text(), "dock strike ");
  edit.handle({Kind::Control, U'w'});
  EXPECT_EQ(edit.text(), "dock ");
  edit.handle({Kind::Control, U'u'});
  EXPECT_EQ(edit.text(), "");
}

TEST(LineEdit, TakesNoControlsAndNoEndlessText) {
  LineEdit edit("a\033b\nc");
  EXPECT_EQ(edit.text(), "ab c");
  edit.handle(typed(U'\u202E'));
  EXPECT_EQ(edit.text(), "ab c");
  for (int i = 0; i < 20'000; ++i) edit.handle(typed(U'x'));
  EXPECT_LE(edit.text().size(), 16'384U);
}

TEST(LineEdit, LeavesOtherKeysToOthers) {
  LineEdit edit("a");
  EXPECT_FALSE(edit.handle(pressed(Kind::Enter)));
  EXPECT_FALSE(edit.handle({Kind::Control, U'c'}));
  EXPECT_TRUE(edit.handle(typed(U'b')));
}

}  // namespace
}  // namespace morgue::browse
