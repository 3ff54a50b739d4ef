// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/edit_limit.h"

#include <algorithm>

#include "text/utf8.h"

namespace morgue::text {

EditWalker::EditWalker(std::string_view word, std::size_t limit)
    : limit_(static_cast<std::uint8_t>(std::min(limit, kMaxLimit))) {
  for (std::size_t pos = 0; pos < word.size();) word_ += next_code_point(word, pos);
  start();
}

void EditWalker::start() {
  Row first;
  for (std::size_t cell = 0; cell < kBand; ++cell) {
    const bool inside = cell >= kMaxLimit && cell - kMaxLimit <= word_.size();
    first[cell] = static_cast<std::uint8_t>(inside ? cell - kMaxLimit : kMaxLimit + 1);
  }
  rows_.push_back(first);
}

bool EditWalker::grow(char32_t code_point) {
  constexpr std::uint8_t kFar = kMaxLimit + 1;
  const std::size_t length = rows_.size();
  const Row& above = rows_.back();
  const Row* before_above = length >= 2 ? &rows_[length - 2] : nullptr;
  Row row;
  row.fill(kFar);
  std::uint8_t least = kFar;
  // Cell c of row i is about the first i + c - kMaxLimit signs of the word.
  for (std::size_t cell = 0; cell < kBand; ++cell) {
    if (length + cell < kMaxLimit) continue;
    const std::size_t column = length + cell - kMaxLimit;
    if (column > word_.size()) break;
    unsigned best = kFar;
    if (column > 0) {
      best = above[cell] + (word_[column - 1] == code_point ? 0U : 1U);
      if (cell > 0) best = std::min(best, row[cell - 1] + 1U);
      const bool swapped = before_above != nullptr && column > 1 && word_[column - 2] == code_point &&
                           word_[column - 1] == points_.back();
      if (swapped) best = std::min(best, (*before_above)[cell] + 1U);
    }
    if (cell + 1 < kBand) best = std::min(best, above[cell + 1] + 1U);
    row[cell] = static_cast<std::uint8_t>(std::min<unsigned>(best, kFar));
    least = std::min(least, row[cell]);
  }
  rows_.push_back(row);
  points_.push_back(code_point);
  return least <= limit_;
}

/// How many code points of the term the rows are right for.
std::size_t EditWalker::known_depth(std::string_view term) const {
  const std::size_t shorter = std::min(term.size(), term_.size());
  std::size_t common = 0;
  while (common < shorter && term[common] == term_[common]) ++common;
  std::size_t depth = ends_.size();
  while (depth > 0 && ends_[depth - 1] > common) --depth;
  return depth;
}

EditWalker::Step EditWalker::feed(std::string_view term) {
  const std::size_t depth = known_depth(term);
  if (dead_ && depth == ends_.size()) return {std::nullopt, ends_.back()};
  dead_ = false;
  points_.resize(depth);
  ends_.resize(depth);
  rows_.resize(depth + 1);
  std::size_t pos = depth == 0 ? 0 : ends_.back();
  while (pos < term.size() && !dead_) {
    dead_ = !grow(next_code_point(term, pos));
    ends_.push_back(pos);
  }
  term_.assign(term, 0, pos);
  if (dead_) return {std::nullopt, pos};
  const std::size_t length = points_.size();
  if (length + kMaxLimit < word_.size() || word_.size() + kMaxLimit < length) return {};
  const std::size_t distance = rows_.back()[word_.size() + kMaxLimit - length];
  if (distance > limit_) return {};
  return {distance, 0};
}

std::string EditWalker::resume() const {
  const std::size_t depth = points_.size();
  const std::string alive = term_.substr(0, depth < 2 ? 0 : ends_[depth - 2]);
  // That the last letter killed all means that every path had used up its edits, so that letters must be equal, here or
  // (for a swap) one before.
  std::string next;
  const std::size_t from = depth - std::min(depth, kMaxLimit + 2);
  for (std::size_t i = from; i < std::min(word_.size(), depth + kMaxLimit); ++i) {
    std::string candidate = alive;
    append_utf8(candidate, word_[i]);
    if (candidate > term_ && (next.empty() || candidate < next)) next = std::move(candidate);
  }
  if (!next.empty()) return next;
  next = alive;
  while (!next.empty() && next.back() == '\xFF') next.pop_back();
  if (next.empty()) return "\xFF";
  next.back() = static_cast<char>(static_cast<unsigned char>(next.back()) + 1);
  return next;
}

std::optional<std::size_t> distance_within(std::string_view a, std::string_view b, std::size_t limit) {
  return EditWalker(a, limit).feed(b).distance;
}

}  // namespace morgue::text
