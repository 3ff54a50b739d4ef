// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/charset.h"

#include <gtest/gtest.h>

#include <string>

#include "text/utf8.h"

namespace {

using morgue::text::to_utf8;

TEST(Charset, ByteOrderMarksDecideAndVanish) {
  EXPECT_EQ(to_utf8("\xEF\xBB\xBFMüller", "iso-8859-1"), "Müller");
  EXPECT_EQ(to_utf8(std::string_view("\xFF\xFEM\0\xFC\0", 6)), "Mü");
  EXPECT_EQ(to_utf8(std::string_view("\xFE\xFF\0M\0\xFC", 6)), "Mü");
  EXPECT_EQ(to_utf8(std::string_view("\xFF\xFE\0\0M\0\0\0", 8)), "M");
}

TEST(Charset, ValidUtf8IsTrustedBeforeTheDeclaration) {
  EXPECT_EQ(to_utf8("Zürich — 東京", "gb2312"), "Zürich — 東京");
  EXPECT_EQ(to_utf8("plain", "utf-16le"), "plain");
}

TEST(Charset, DeclaredCharsetsAreReadAsBrowsersDo) {
  struct Case {
    std::string_view bytes;
    std::string_view declared;
    std::string_view text;
  };
  for (const auto& [bytes, declared, text] :
       {Case{"Pr\xE9sident \x80", "ISO-8859-1", "Président €"}, Case{"\xC0\xCF\xBA\xBB", "euc-kr", "일본"},
        Case{"\xCF\xD4\xC9\xCF", " \"GB2312\" ", "显上"}, Case{"\x93\xFA\x96\x7B", "Shift_JIS", "日本"},
        Case{"\xEF\xF0\xE8\xE2\xE5\xF2", "windows-1251", "привет"}, Case{"\xD0\xD2\xC9", "koi8-r", "при"}}) {
    EXPECT_EQ(to_utf8(bytes, declared), text) << declared;
  }
}

TEST(Charset, CharsetsThatLookLikeAsciiAreBelievedWhenTheBytesShowThem) {
  EXPECT_EQ(to_utf8(std::string_view("M\0o\0", 4), "utf-16le"), "Mo");
  EXPECT_EQ(to_utf8("\x1B$BF|K\\\x1B(B", "iso-2022-jp"), "日本");
}

TEST(Charset, StrayBytesInUtf8DoNotMakeItSomethingElse) {
  EXPECT_EQ(to_utf8("Grüße aus Köln, schöne Straße, \xFC", "iso-8859-1"), "Grüße aus Köln, schöne Straße, ü");
  EXPECT_EQ(to_utf8("M\xFCller", "utf-8"), "Müller");
}

TEST(Charset, WrongOrUnknownDeclarationsFallBackToRepair) {
  EXPECT_EQ(to_utf8("M\xFCller", "no-such-charset"), "Müller");
  EXPECT_EQ(to_utf8("M\xFCller"), "Müller");
  EXPECT_EQ(to_utf8("gr\xFC\xDF dich, fr\xF6hlich \xFC\xFC\xFF!", "utf-16"), "grüß dich, fröhlich üüÿ!");
}

TEST(Charset, EverythingBecomesValidUtf8) {
  std::string bytes;
  for (int i = 0; i < 3000; ++i) bytes.push_back(static_cast<char>((i * 7919) >> 3));
  for (const std::string_view charset :
       {"", "utf-8", "big5", "shift_jis", "utf-16", "iso-2022-jp", "utf-7", "hz-gb-2312"}) {
    EXPECT_TRUE(morgue::text::is_valid_utf8(to_utf8(bytes, charset))) << charset;
  }
}

TEST(Charset, LongTextsAreConvertedWhole) {
  std::string bytes;
  std::string expected;
  for (int i = 0; i < 100'000; ++i) {
    bytes += "\xE9";
    expected += "é";
  }
  EXPECT_EQ(to_utf8(bytes, "iso-8859-1"), expected);
}

}  // namespace
