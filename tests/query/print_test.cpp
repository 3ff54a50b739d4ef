// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "tests/query/nodes.h"

namespace morgue::query::test {
namespace {

TEST(Print, IsCanonical) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases = {
      {"a  AND b", "a b"},
      {"a b OR c -d", "a AND b OR c AND NOT d"},
      {"a (b OR c)", "a (b OR c)"},
      {"-(a b)", "NOT (a b)"},
      {"(a OR b) OR (c d)", "a OR b OR c AND d"},
      {"by:(smith OR \"jane doe\")", "author:smith OR author:\"jane doe\""},
      {"title:=tide", "headline:=tide"},
      {"=\"tide\" =\"two words\" =\"-x\"", "=tide =\"two words\" =\"-x\""},
      {"„die \"Flut\"“", "\"die \\\"Flut\\\"\""},
      {"lang:=\"en\" url:\"https://example.com/a?b\" key:\"a b\"", "lang:en url:https://example.com/a?b key:\"a b\""},
      {"topic:=\"C*\" topic:=\"author:x\"", "topic:=\"C*\" topic:=\"author:x\""},
      {R"("tid\* table")", R"("tid\* table")"},
  };
  for (const auto& [query, canonical] : cases) {
    EXPECT_EQ(print(parsed(query)), canonical);
    EXPECT_EQ(parsed(canonical), parsed(query)) << canonical;
  }
}

/// Trees that options make hold texts that cannot be typed as a word; they print as phrases.
TEST(Print, QuotesWordsThatCannotBeTypedBare) {
  EXPECT_EQ(print(word("AND")), "\"AND\"");
  EXPECT_EQ(print(word("two words")), "\"two words\"");
  EXPECT_EQ(print(word("w/5")), "\"w/5\"");
  EXPECT_EQ(print(word("-x", FieldId::Author)), "author:\"-x\"");
}

class Trees {
 public:
  explicit Trees(unsigned seed) : random_(seed) {}

  Node tree(int depth) {
    switch (depth > 0 ? pick(7) : 0) {
      case 1:
        return branch<And>(depth);
      case 2:
        return branch<Or>(depth);
      case 3:
        return none_of(tree(depth - 1));
      case 4:
        return near_tree(text_field(), depth);
      default:
        return leaf();
    }
  }

 private:
  std::size_t pick(std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_); }

  template <std::size_t N>
  std::string one_of(const std::array<const char*, N>& texts) {
    return texts.at(pick(N));
  }

  template <typename Branch>
  Node branch(int depth) {
    Branch made;
    const std::size_t size = 2 + pick(3);
    while (made.of.size() < size) {
      Node child = tree(depth - 1);
      if (!std::holds_alternative<Branch>(child.value)) made.of.push_back(std::move(child));
    }
    return {std::move(made), {}};
  }

  /// Words near each other, all of one field.
  Node near_tree(FieldId field, int depth) {
    const auto distance = static_cast<std::uint32_t>(1 + pick(kMaxDistance));
    Node left = near_operand(field, depth - 1);
    return near(distance, pick(2) == 0, std::move(left), near_operand(field, depth - 1));
  }

  Node near_operand(FieldId field, int depth) {
    switch (depth > 0 ? pick(6) : 2) {
      case 0:
        return near_tree(field, depth);
      case 1: {
        Or any;
        while (any.of.size() < 2 + pick(2)) {
          Node child = near_operand(field, depth - 1);
          if (!std::holds_alternative<Or>(child.value)) any.of.push_back(std::move(child));
        }
        return {std::move(any), {}};
      }
      default: {
        Node leaf = word_leaf(field);
        const bool whole_value = std::holds_alternative<Exact>(leaf.value) && spec(field).kind == FieldKind::Value;
        return whole_value ? word("tide", field) : leaf;
      }
    }
  }

  FieldId text_field() {
    constexpr std::array ids = {FieldId::Text,         FieldId::Headline, FieldId::Body,   FieldId::Lead,
                                FieldId::Author,       FieldId::Topic,    FieldId::Place,  FieldId::Person,
                                FieldId::Organization, FieldId::Section,  FieldId::Source, FieldId::Dateline};
    return ids.at(pick(ids.size()));
  }

  Day day() {
    if (pick(2) == 0) return {static_cast<int>(pick(10'000)), 1, 1};
    const int year = static_cast<int>(pick(10'000));
    const int month = 1 + static_cast<int>(pick(12));
    const int last = Day::days_in_month(year, month);
    return {year, month, pick(2) == 0 ? last : 1 + static_cast<int>(pick(static_cast<std::size_t>(last)))};
  }

  Node range() {
    Day from = day();
    Day to = pick(2) == 0 ? Day{static_cast<int>(pick(10'000)), 12, 31} : day();
    if (to < from) std::swap(from, to);
    const FieldId field = pick(3) == 0 ? FieldId::Updated : FieldId::Date;
    switch (pick(3)) {
      case 0:
        return {DateRange{field, from, std::nullopt}, {}};
      case 1:
        return {DateRange{field, std::nullopt, to}, {}};
      default:
        return {DateRange{field, from, to}, {}};
    }
  }

  Node word_leaf(FieldId field) {
    static constexpr std::array words = {
        "tide", "covid-19", "AT&T", "l'état", "https://example.com/x?y", "12:30", "渡轮", "C++", "or", "9/11", "Ebb,"};
    static constexpr std::array phrases = {"two words",  "AND",        "say \"no\"", "back\\slash", "end\\",
                                           "tid* table", "wom?n",      "sure?",      "a (b) c",     "“x”",
                                           "-x",         "author:doe", "\\*tide",    "x\\*",        "a * b",
                                           "w/3",        "tide~1",     "M*A*S*H",    "has:author",  "?a?*?b"};
    static constexpr std::array wildcards = {"tid*", "*ide", "t?de", "M*A*S*H", "o'bri?n", "Über*", "12*", "U.S.*"};
    static constexpr std::array fuzzies = {"tides", "ANDES's", "Łódźs", "AT&T'sx", "12345"};
    switch (pick(8)) {
      case 0:
        return exact(one_of(phrases), field);
      case 1:
        return exact(one_of(words), field);
      case 2:
        return phrase(one_of(phrases), field);
      case 3:
        return wildcard(one_of(wildcards), field);
      case 4:
        return fuzzy(one_of(fuzzies), 1 + static_cast<int>(pick(2)), field);
      default:
        return word(one_of(words), field);
    }
  }

  Node leaf() {
    static constexpr std::array keys = {"urn:x:1", "a b", "-", "*", "a~b", "x\"y", "\\", "date:1", "a~1"};
    static constexpr std::array known = {FieldId::Headline, FieldId::Summary, FieldId::Author, FieldId::Language,
                                         FieldId::Url,      FieldId::Date,    FieldId::Updated};
    switch (pick(10)) {
      case 0:
        return {All{}, {}};
      case 1:
        return {Undated{}, {}};
      case 2:
        return {IdIs{static_cast<ArticleId>(1 + pick(1'000'000))}, {}};
      case 3:
        return range();
      case 4:
        return exact(one_of(keys), pick(2) == 0 ? FieldId::Key : FieldId::Url);
      case 5:
        return has(known.at(pick(known.size())));
      case 6:
        return {Is{pick(2) == 0 ? State::Revised : State::Duplicate}, {}};
      case 7: {
        const auto from = static_cast<std::int64_t>(pick(5'000));
        const auto to = from + static_cast<std::int64_t>(pick(3));
        return pick(3) == 0 ? count(from, std::nullopt) : pick(2) == 0 ? count(std::nullopt, to) : count(from, to);
      }
      default:
        return word_leaf(text_field());
    }
  }

  std::mt19937 random_;
};

TEST(Print, IsReadBackAsTheSameTree) {
  Trees trees(20250624);
  for (int i = 0; i < 5'000; ++i) {
    const Node tree = trees.tree(4);
    const std::string text = print(tree);
    try {
      ASSERT_EQ(parsed(text), tree) << text;
    } catch (const Error& error) {
      FAIL() << text << "\n" << error.message();
    }
  }
}

/// Whatever is typed either fails as a query error with a hint, or prints to what is read back as the same tree.
void check(const std::string& query) {
  try {
    const Node tree = parsed(query);
    const std::string text = print(tree);
    ASSERT_EQ(parsed(text), tree) << query << "\n" << text;
    ASSERT_EQ(print(parsed(text)), text) << query;
  } catch (const Error& error) {
    ASSERT_EQ(error.code(), ErrorCode::Query) << query;
    ASSERT_FALSE(error.hint().empty()) << query << "\n" << error.message();
  }
}

TEST(Print, RoundTripsRandomQueries) {
  constexpr std::array pieces = {
      "tide", "ebb", " ",      " ",       " ",      "(",       ")",       "\"",       "-",     "=",    ":",
      "AND",  "OR",  "NOT",    "*",       "?",      "~1",      "author:", "topic:=",  "date:", "2025", "..",
      "none", "id:", "7",      "url:",    "key:",   "w/5",     "\\",      "“",        "”",     "»",    "«",
      "'",    "渡",  "　",     "http://", "|",      "before:", "lang:",   "en",       "title", "–",    "!",
      "^2",   "&",   "，",     "\uFEFF",  "\u200B", "x\u0301", "🙂",    "pre/2",    " w/3 ", "NEAR", "ADJ",
      "ti*e", "eb?", "words:", ">9",      "has:",   "is:",     "revised", "updated:", "lead:", "~2",   "-19",
      "l'",   "'x",  "x'",     "'x'",     "U.S."};
  std::mt19937 random(7);
  std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
  std::uniform_int_distribution<int> length(1, 12);
  for (int i = 0; i < 40'000; ++i) {
    std::string query;
    for (int n = length(random); n > 0; --n) query += pieces.at(piece(random));
    check(query);
    if (HasFatalFailure()) return;
  }
}

TEST(Print, SurvivesRandomBytes) {
  std::mt19937 random(11);
  std::uniform_int_distribution<int> byte(0, 255);
  std::uniform_int_distribution<int> length(0, 40);
  for (int i = 0; i < 20'000; ++i) {
    std::string query;
    for (int n = length(random); n > 0; --n) query += static_cast<char>(byte(random) % (i % 2 == 0 ? 256 : 128));
    check(query);
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace morgue::query::test
