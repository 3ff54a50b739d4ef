// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/word_diff.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>

#include "text/diff_tokens.h"
#include "text/edit_script.h"

namespace morgue::text {
namespace {

// Beyond it the least number of edits is not what a reader would see anyway; 16 MB of memory.
constexpr std::size_t kMostEdits = 2'000;

using Tokens = std::vector<std::string_view>;

/// Equal tokens have equal numbers.
class Numbers {
 public:
  std::vector<std::uint32_t> of(const Tokens& tokens) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(tokens.size());
    for (const std::string_view token : tokens) {
      numbers.push_back(known_.emplace(token, static_cast<std::uint32_t>(known_.size())).first->second);
    }
    return numbers;
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> known_;
};

std::optional<std::vector<Hunk>> compare(const Tokens& before, const Tokens& after, DiffBudget& budget) {
  Numbers numbers;
  const auto a = numbers.of(before);
  const auto b = numbers.of(after);
  return edit_script(a, b, kMostEdits, budget);
}

/// Hunks of tokens as hunks of bytes. Tokens follow each other without a gap.
std::vector<Hunk> in_bytes(std::vector<Hunk> hunks, std::string_view before, const Tokens& a, std::string_view after,
                           const Tokens& b) {
  const auto offset = [](std::string_view text, const Tokens& tokens, std::size_t at) {
    return at == tokens.size() ? text.size() : static_cast<std::size_t>(tokens[at].data() - text.data());
  };
  for (Hunk& hunk : hunks) {
    hunk = {offset(before, a, hunk.a_begin), offset(before, a, hunk.a_end), offset(after, b, hunk.b_begin),
            offset(after, b, hunk.b_end)};
  }
  return hunks;
}

std::optional<std::vector<Hunk>> by_words(std::string_view before, std::string_view after, DiffWords& words,
                                          DiffBudget& budget) {
  const Tokens a = words.cut(before);
  const Tokens b = words.cut(after);
  auto hunks = compare(a, b, budget);
  if (!hunks) return std::nullopt;
  return in_bytes(std::move(*hunks), before, a, after, b);
}

/// The words that differ between two places, or all of them where that is too much.
void add_words(std::vector<Hunk>& hunks, const Hunk& outer, std::string_view before, std::string_view after,
               DiffWords& words, DiffBudget& budget) {
  const auto inner = by_words(before.substr(outer.a_begin, outer.a_end - outer.a_begin),
                              after.substr(outer.b_begin, outer.b_end - outer.b_begin), words, budget);
  if (!inner) hunks.push_back(outer);
  for (const Hunk& hunk : inner.value_or(std::vector<Hunk>{})) {
    hunks.push_back({outer.a_begin + hunk.a_begin, outer.a_begin + hunk.a_end, outer.b_begin + hunk.b_begin,
                     outer.b_begin + hunk.b_end});
  }
}

/// The paragraphs that differ, and in these the words. As many in the place of others are taken to be these, edited.
std::vector<Hunk> by_paragraphs(std::string_view before, std::string_view after, DiffWords& words, DiffBudget& budget) {
  const Tokens a = diff_paragraphs(before);
  const Tokens b = diff_paragraphs(after);
  const auto compared = compare(a, b, budget);
  if (!compared && a.size() != b.size()) return {{0, before.size(), 0, after.size()}};
  std::vector<Hunk> pairs;
  for (const Hunk& run : compared.value_or(std::vector<Hunk>{{0, a.size(), 0, b.size()}})) {
    const std::size_t paragraphs = run.a_end - run.a_begin;
    if (paragraphs != run.b_end - run.b_begin) {
      pairs.push_back(run);
      continue;
    }
    for (std::size_t i = 0; i < paragraphs; ++i) {
      pairs.push_back({run.a_begin + i, run.a_begin + i + 1, run.b_begin + i, run.b_begin + i + 1});
    }
  }
  std::vector<Hunk> hunks;
  for (const Hunk& outer : in_bytes(std::move(pairs), before, a, after, b)) {
    add_words(hunks, outer, before, after, words, budget);
  }
  return hunks;
}

std::size_t weight(const Hunk& hunk) {
  return std::max(hunk.a_end - hunk.a_begin, hunk.b_end - hunk.b_begin);
}

/// Joins hunks with little in common between them: blanks, or less than is changed on either side.
std::vector<Hunk> joined(const std::vector<Hunk>& hunks, std::string_view before) {
  std::vector<Hunk> out;
  for (Hunk hunk : hunks) {
    while (!out.empty()) {
      const Hunk& last = out.back();
      const std::string_view between = before.substr(last.a_end, hunk.a_begin - last.a_end);
      const bool paragraph = between.find('\n') != std::string_view::npos;
      const bool blank = between.find_first_not_of(' ') == std::string_view::npos;
      const bool little = between.size() <= std::min(weight(last), weight(hunk));
      if (!between.empty() && (paragraph || !(blank || little))) break;
      hunk.a_begin = last.a_begin;
      hunk.b_begin = last.b_begin;
      out.pop_back();
    }
    out.push_back(hunk);
  }
  return out;
}

void add(std::vector<Edit>& edits, Edit::Op op, std::string_view text) {
  if (!text.empty()) edits.push_back({op, std::string(text)});
}

}  // namespace

std::vector<Edit> word_diff(std::string_view before, std::string_view after) {
  DiffWords words;
  DiffBudget budget;
  auto hunks = by_words(before, after, words, budget);
  if (!hunks) {
    budget = {};
    hunks = by_paragraphs(before, after, words, budget);
  }
  std::vector<Edit> edits;
  std::size_t done = 0;
  for (const Hunk& hunk : joined(*hunks, before)) {
    add(edits, Edit::Op::Equal, before.substr(done, hunk.a_begin - done));
    add(edits, Edit::Op::Delete, before.substr(hunk.a_begin, hunk.a_end - hunk.a_begin));
    add(edits, Edit::Op::Insert, after.substr(hunk.b_begin, hunk.b_end - hunk.b_begin));
    done = hunk.a_end;
  }
  add(edits, Edit::Op::Equal, before.substr(done));
  return edits;
}

std::vector<Edit> list_diff(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  const Tokens a(before.begin(), before.end());
  const Tokens b(after.begin(), after.end());
  DiffBudget budget;
  const auto hunks = compare(a, b, budget).value_or(std::vector<Hunk>{{0, a.size(), 0, b.size()}});
  std::vector<Edit> edits;
  std::size_t done = 0;
  const auto add_values = [&edits](Edit::Op op, const Tokens& values, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) edits.push_back({op, std::string(values[i])});
  };
  for (const Hunk& hunk : hunks) {
    add_values(Edit::Op::Equal, a, done, hunk.a_begin);
    add_values(Edit::Op::Delete, a, hunk.a_begin, hunk.a_end);
    add_values(Edit::Op::Insert, b, hunk.b_begin, hunk.b_end);
    done = hunk.a_end;
  }
  add_values(Edit::Op::Equal, a, done, a.size());
  return edits;
}

}  // namespace morgue::text
