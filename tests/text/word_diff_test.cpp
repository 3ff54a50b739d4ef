// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/word_diff.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "text/diff_tokens.h"
#include "text/edit_script.h"

namespace morgue::text {
namespace {

/// As wdiff writes it.
std::string shown(const std::vector<Edit>& edits) {
  std::string out;
  for (const Edit& edit : edits) {
    if (edit.op == Edit::Op::Equal) out += edit.text;
    if (edit.op == Edit::Op::Delete) out += "[-" + edit.text + "-]";
    if (edit.op == Edit::Op::Insert) out += "{+" + edit.text + "+}";
  }
  return out;
}

std::string diffed(std::string_view before, std::string_view after) {
  return shown(word_diff(before, after));
}

std::string side(const std::vector<Edit>& edits, Edit::Op op) {
  std::string out;
  for (const Edit& edit : edits) {
    if (edit.op == Edit::Op::Equal || edit.op == op) out += edit.text;
  }
  return out;
}

/// What holds of every diff.
void check(const std::string& before, const std::string& after) {
  const auto edits = word_diff(before, after);
  ASSERT_EQ(side(edits, Edit::Op::Delete), before);
  ASSERT_EQ(side(edits, Edit::Op::Insert), after);
  for (std::size_t i = 0; i < edits.size(); ++i) {
    ASSERT_FALSE(edits[i].text.empty());
    if (i == 0) continue;
    ASSERT_NE(edits[i].op, edits[i - 1].op);
    ASSERT_FALSE(edits[i].op == Edit::Op::Delete && edits[i - 1].op == Edit::Op::Insert) << shown(edits);
  }
  ASSERT_TRUE(before != after || edits.size() <= 1);
}

TEST(WordDiff, ShowsWordsThatChanged) {
  EXPECT_EQ(diffed("", ""), "");
  EXPECT_EQ(diffed("the ferry", "the ferry"), "the ferry");
  EXPECT_EQ(diffed("", "new"), "{+new+}");
  EXPECT_EQ(diffed("old", ""), "[-old-]");
  EXPECT_EQ(diffed("The ferry was late.", "The ferry was early."), "The ferry was [-late-]{+early+}.");
  EXPECT_EQ(diffed("It was late.", "It was very late."), "It was {+very +}late.");
  EXPECT_EQ(diffed("ten minutes, he said", "ten minutes. he said"), "ten minutes[-,-]{+.+} he said");
  EXPECT_EQ(diffed("It cost 1,000.5 in all", "It cost 1,000.6 in all"), "It cost [-1,000.5-]{+1,000.6+} in all");
  EXPECT_EQ(diffed("the council's plan", "the councils plan"), "the [-council's-]{+councils+} plan");
  EXPECT_EQ(diffed("港に船が入った", "港に舟が入った"), "港に[-船-]{+舟+}が入った");
}

TEST(WordDiff, WhatIsChangedTogetherIsShownTogether) {
  EXPECT_EQ(diffed("by an hour or so", "by ten minutes or so"), "by [-an hour-]{+ten minutes+} or so");
  EXPECT_EQ(diffed("The government said yesterday that", "A minister said on Monday that"),
            "[-The government said yesterday-]{+A minister said on Monday+} that");
  EXPECT_EQ(diffed("a\n\nb", "c\n\nd"), "[-a-]{+c+}\n\n[-b-]{+d+}");
}

TEST(WordDiff, ListsValueByValue) {
  const auto edits = list_diff({"Jane Doe", "A. Roe"}, {"A. Roe", "John Poe"});
  EXPECT_EQ(shown(edits), "[-Jane Doe-]A. Roe{+John Poe+}");
  EXPECT_TRUE(list_diff({}, {}).empty());
}

TEST(WordDiff, AppliedToTheOldTextGivesTheNew) {
  std::mt19937 random(7);
  const std::vector<std::string> words = {"a", "b", "ferry", "late", " ", "  ",   "\n\n", "\n",   ".",
                                          "-", "é", "船",    "\xFF", "’", "it’s", "1.5",  "\xC3", "́"};
  const auto text = [&](std::size_t most) {
    std::string out;
    for (std::size_t i = random() % (most + 1); i > 0; --i) out += words[random() % words.size()];
    return out;
  };
  for (int round = 0; round < 3000; ++round) {
    const std::string before = text(40);
    check(before,
          round % 2 == 0 ? text(40) : before.substr(0, before.size() / 2) + text(3) + before.substr(before.size() / 2));
    if (HasFatalFailure()) FAIL() << "round " << round;
  }
}

TEST(WordDiff, FewestEdits) {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    std::vector<std::uint32_t> a(random() % 12);
    std::vector<std::uint32_t> b(random() % 12);
    for (auto& value : a) value = static_cast<std::uint32_t>(random() % 3);
    for (auto& value : b) value = static_cast<std::uint32_t>(random() % 3);
    // The longest common subsequence, the slow way.
    std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = a.size(); i-- > 0;) {
      for (std::size_t j = b.size(); j-- > 0;) {
        common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
      }
    }
    DiffBudget budget;
    const auto hunks = edit_script(a, b, 100, budget);
    ASSERT_TRUE(hunks);
    std::size_t edits = 0;
    for (const Hunk& hunk : *hunks) edits += hunk.a_end - hunk.a_begin + hunk.b_end - hunk.b_begin;
    EXPECT_EQ(edits, a.size() + b.size() - 2 * common[0][0]);
  }
}

std::string many_words(std::size_t count, const std::string& stem, std::size_t in_paragraph) {
  std::string text;
  for (std::size_t i = 1; i <= count; ++i) {
    text += stem + std::to_string(i) + (i % in_paragraph == 0 ? "\n\n" : " ");
  }
  return text;
}

TEST(WordDiff, HugeTextsDoNotHang) {
  using Clock = std::chrono::steady_clock;
  const auto began = Clock::now();
  const std::string one = many_words(100'000, "x", 50);
  check(one, many_words(100'000, "y", 50));
  check(many_words(100'000, "x", 200'000), many_words(100'000, "y", 200'000));
  check(many_words(100'000, "x", 1), many_words(100'000, "y", 1));
  std::string same;
  std::string other;
  for (int i = 0; i < 200'000; ++i) {
    same += i % 3 == 0 ? "a " : "b ";
    other += i % 5 == 0 ? "a " : "b ";
  }
  check(same, other);
  EXPECT_LT(std::chrono::duration<double>(Clock::now() - began).count(), 20);
}

TEST(WordDiff, ParagraphsThatAreTheSameStaySoInTextsWithManyChanges) {
  std::string before;
  std::string after;
  for (int i = 0; i < 6000; ++i) {
    const std::string kept = "paragraph number " + std::to_string(i) + " stays as it was";
    before += kept + "\n\nold" + std::to_string(i) + "\n\n";
    after += kept + "\n\n";
  }
  check(before, after);
  before.clear();
  after.clear();
  for (int i = 0; i < 500; ++i) {
    const std::string old_number = std::to_string(i);
    const std::string new_number = std::to_string(i + 10'000);
    for (const char* kept : {" something that stays ", " something else that stays ", " and this stays\n\n"}) {
      before += old_number + kept;
      after += new_number + kept;
    }
  }
  check(before, after);
  EXPECT_EQ(word_diff(before, after).size(), 3U * 3 * 500);
}

}  // namespace
}  // namespace morgue::text
