// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/text_pieces.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

namespace morgue::archive {
namespace {

TextPieces pieces_of(std::string_view text) {
  TextPieces pieces;
  pieces.add(text);
  pieces.finish();
  return pieces;
}

std::set<std::size_t> found(const TextPieces& pieces, std::string_view bytes) {
  std::set<std::size_t> numbers;
  pieces.look_into(bytes, [&](std::size_t number) { numbers.insert(number); });
  return numbers;
}

constexpr std::string_view kText =
    "The night ferry between Port Ansel and Grey Holm sailed again on Sunday, eleven years after the line was closed.";

TEST(TextPiecesTest, FoundWhereverTheyStand) {
  const TextPieces pieces = pieces_of(kText);
  EXPECT_EQ(pieces.size(), (kText.size() + kPiece - 1) / kPiece);
  for (const std::string& before : {std::string(), std::string("x"), std::string(1000, '\0'), std::string("\xFF\x00\x01", 3)}) {
    EXPECT_EQ(found(pieces, before + std::string(kText) + "y").size(), pieces.size());
  }
  EXPECT_TRUE(pieces.any_in(kText.substr(3, 2 * kPiece - 1))) << "any stretch of twice its length has a whole piece";
  EXPECT_FALSE(pieces.any_in("The night train between Port Ansel and Grey Holm was late again on Monday, for years now."));
  EXPECT_FALSE(pieces.any_in(""));
}

TEST(TextPiecesTest, ShortTextsHaveShortPieces) {
  const TextPieces pieces = pieces_of("Night ferry returns");
  EXPECT_EQ(pieces.size(), 2U);
  EXPECT_TRUE(pieces.any_in("xxNight ferry returns"));
  EXPECT_EQ(pieces_of("Night ferry").size(), 0U);
}

TEST(TextPiecesTest, RuledLinesAreNone) {
  EXPECT_EQ(pieces_of(std::string(100, '-')).size(), 0U);
}

TEST(TextPiecesTest, SomeCanBeLeftOut) {
  const TextPieces pieces = pieces_of(kText);
  const auto first = found(pieces, kText.substr(0, kPiece));
  ASSERT_EQ(first.size(), 1U);
  const TextPieces rest = pieces.without({*first.begin()});
  EXPECT_EQ(rest.size(), pieces.size() - 1);
  EXPECT_FALSE(rest.any_in(kText.substr(0, kPiece)));
  EXPECT_TRUE(rest.any_in(kText));
}

TEST(TextPiecesTest, AgreesWithAPlainSearch) {
  std::mt19937 random(5);
  const auto letters = [&](std::size_t count) {
    std::string out;
    while (out.size() < count) out += static_cast<char>('a' + random() % 2);
    return out;
  };
  const std::string text = letters(400);
  const TextPieces pieces = pieces_of(text);
  for (int round = 0; round < 300; ++round) {
    std::string bytes = letters(200);
    if (round % 2 == 0) bytes += text.substr(random() % 380, random() % 80);
    bytes += letters(20);
    bool expected = false;
    for (std::size_t at = 0; at + kPiece <= text.size(); at += kPiece) {
      expected = expected || bytes.find(text.substr(at, kPiece)) != std::string::npos;
    }
    expected = expected || bytes.find(text.substr(text.size() - kPiece)) != std::string::npos;
    ASSERT_EQ(pieces.any_in(bytes), expected) << round;
  }
}

TEST(TextPiecesTest, KnownAgainByTheirHashes) {
  const TextPieces pieces = pieces_of(kText);
  EXPECT_TRUE(TextPieces(pieces.pieces(), pieces.short_pieces()).any_in(kText));
}

TEST(TextPiecesTest, OfABookSomeThousands) {
  std::string book;
  for (int i = 0; book.size() < (4U << 20U); ++i) book += "word" + std::to_string(i) + " ";
  const TextPieces pieces = pieces_of(book);
  EXPECT_GT(pieces.size(), 10'000U);
  EXPECT_LT(pieces.size(), 20'000U);
}

}  // namespace
}  // namespace morgue::archive
