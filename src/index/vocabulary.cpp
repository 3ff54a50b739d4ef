// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/vocabulary.h"

#include <algorithm>

#include "core/error.h"
#include "index/schema.h"
#include "text/edit_limit.h"

namespace morgue::index {
namespace {

constexpr char kAfterCapitals = '[';  // follows Z

/// Calls `visit` with each word under `prefix` that begins with `start`, in order. It returns the word to go on with,
/// or an empty string for the next one. What begins with a capital has a longer prefix and is another field's.
template <typename Visit>
void walk(const Xapian::Database& segment, std::string_view prefix, std::string_view start, Visit&& visit) {
  const std::string before = std::string(prefix);
  const std::string beginning = before + std::string(start);
  auto at = segment.allterms_begin(beginning);
  const auto end = segment.allterms_end(beginning);
  while (at != end) {
    const std::string term = *at;
    const std::string_view word = std::string_view(term).substr(prefix.size());
    if (!word.empty() && word.front() >= 'A' && word.front() <= 'Z') {
      at.skip_to(before + kAfterCapitals);
      continue;
    }
    const std::string next = word.empty() ? std::string() : visit(word);
    if (next.empty()) {
      ++at;
    } else {
      at.skip_to(before + next);
    }
  }
}

[[noreturn]] void too_many(std::string_view shown) {
  throw Error(ErrorCode::Query,
              "\"" + std::string(shown) + "\" stands for more than " + std::to_string(Vocabulary::kMaxExpansion) +
                  " different words",
              "write more letters");
}

void insert(std::set<std::string>& words, std::string_view word, std::string_view shown) {
  if (words.size() == Vocabulary::kMaxExpansion && !words.contains(std::string(word))) too_many(shown);
  words.emplace(word);
}

}  // namespace

std::set<std::string> Vocabulary::matching(std::string_view prefix, const text::WordGlob& glob,
                                           std::string_view shown) const {
  std::set<std::string> words;
  for (const auto& segment : segments_) {
    // Nothing to begin with: a search through the list is thirty times faster than through the terms.
    if (prefix.empty() && glob.fixed_prefix().empty() && !segment.words().empty()) {
      segment.words().containing(glob.longest_piece(), [&](std::string_view word) {
        if (glob.matches(word)) insert(words, word, shown);
      });
      continue;
    }
    walk(segment.database(), prefix, glob.fixed_prefix(), [&](std::string_view word) {
      if (glob.matches(word)) insert(words, word, shown);
      return std::string();
    });
  }
  return words;
}

std::set<std::string> Vocabulary::beginning_with(std::string_view prefix, std::string_view first,
                                                 std::string_view shown) const {
  std::set<std::string> words;
  for (const auto& segment : segments_) {
    walk(segment.database(), prefix, first, [&](std::string_view word) {
      insert(words, word, shown);
      return std::string();
    });
  }
  return words;
}

std::set<std::string> Vocabulary::within(std::string_view prefix, std::string_view word, std::size_t distance) const {
  std::set<std::string> words;
  for (const auto& segment : segments_) {
    text::EditWalker walker(word, distance);
    walk(segment.database(), prefix, {}, [&](std::string_view candidate) {
      const auto step = walker.feed(candidate);
      if (step.distance) words.emplace(candidate);
      return step.dead_prefix == 0 ? std::string() : walker.resume();
    });
  }
  return words;
}

std::string Vocabulary::nearest(std::string_view prefix, std::string_view word) const {
  const std::size_t limit = word.size() < 4 ? 1 : text::EditWalker::kMaxLimit;
  std::string best;
  std::size_t best_distance = limit + 1;
  std::size_t best_frequency = 0;
  for (const auto& candidate : within(prefix, word, limit)) {
    const auto distance = text::distance_within(word, candidate, limit);
    if (!distance || *distance > best_distance) continue;
    const std::size_t articles = frequency(make_term(prefix, candidate));
    if (*distance == best_distance && articles <= best_frequency) continue;
    best = candidate;
    best_distance = *distance;
    best_frequency = articles;
  }
  return best;
}

std::size_t Vocabulary::frequency(const std::string& term) const {
  std::size_t articles = 0;
  for (const auto& segment : segments_) articles += segment.database().get_termfreq(term);
  return articles;
}

}  // namespace morgue::index
