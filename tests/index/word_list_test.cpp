// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/word_list.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/error.h"

namespace morgue::index {
namespace {

using Words = std::vector<std::string>;

std::string blob_of(const Words& terms) {
  WordListWriter writer;
  for (const std::string& term : terms) writer.add(term);
  return writer.take();
}

Words containing(const Words& terms, const std::string& letters) {
  Words found;
  const WordList list(blob_of(terms));
  list.containing(letters, [&](std::string_view word) { found.emplace_back(word); });
  return found;
}

TEST(WordList, FindsWordsByLettersAnywhereInThem) {
  const Words terms = {"Aprefixed", "XEother", "Zan", "a", "harbour", "harbours", "quay", "\xE6\xB8\xAF\xE5\x8F\xA3"};
  EXPECT_EQ(containing(terms, "arb"), (Words{"harbour", "harbours"}));
  EXPECT_EQ(containing(terms, "s"), (Words{"harbours"}));
  EXPECT_EQ(containing(terms, "a"), (Words{"a", "harbour", "harbours", "quay"}));
  EXPECT_EQ(containing(terms, "\xE5\x8F\xA3"), (Words{"\xE6\xB8\xAF\xE5\x8F\xA3"}));
  EXPECT_EQ(containing(terms, "prefixed"), Words());
  EXPECT_EQ(containing(terms, "").size(), 5U);
}

TEST(WordList, NothingAndWhatCannotBeListed) {
  EXPECT_TRUE(WordList(blob_of({})).empty());
  EXPECT_TRUE(WordList(blob_of({"a", "b\nc"})).empty());
}

TEST(WordList, DamageIsNoticedWhateverTheBytes) {
  const std::string whole = blob_of({"harbour", "harbours", "quay"});
  int refused = 0;
  for (std::size_t size = 0; size < whole.size(); ++size) {
    try {
      const WordList list(whole.substr(0, size));
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Inconsistent);
      ++refused;
    }
  }
  EXPECT_GT(refused, 0);
  EXPECT_THROW(WordList("\x05\x01x"), Error);
  EXPECT_THROW(WordList(std::string(20, '\xFF')), Error);
}

}  // namespace
}  // namespace morgue::index
