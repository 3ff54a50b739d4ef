// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/near_duplicate.h"
#include "text/fnv.h"

#include <algorithm>
#include <utility>

namespace morgue::text {
namespace {

using Hashes = std::vector<std::uint64_t>;

constexpr std::size_t kShingleWords = 5;
constexpr std::size_t kShingleCharacters = 8;
constexpr std::size_t kFewestWords = 30;
constexpr std::size_t kLongWordBytes = 4;

// Shares are compared as integers, in hundredths.
constexpr std::size_t kAlike = 60;
constexpr std::size_t kContained = 80;
constexpr std::size_t kSmallestPart = 25;
constexpr std::size_t kFewestContained = 60;
constexpr std::size_t kSameNumbers = 80;
constexpr std::size_t kWordsPerCorrection = 100;
constexpr std::size_t kTopical = 50;
// Page furniture is hardly ever longer than so many shingles.
constexpr std::size_t kFurniture = 200;
constexpr std::size_t kTellingHeadline = 2;

std::uint64_t add(std::uint64_t state, std::uint64_t hash) {
  state = (state ^ hash) * 0x9E3779B97F4A7C15;
  return state ^ (state >> 29U);
}

/// Every bit of the result depends on every bit of the state (the finaliser of MurmurHash3).
std::uint64_t finish(std::uint64_t state) {
  state ^= state >> 33U;
  state *= 0xFF51AFD7ED558CCD;
  state ^= state >> 33U;
  state *= 0xC4CEB9FE1A85EC53;
  return state ^ (state >> 33U);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_cjk(TokenKind kind) {
  return kind == TokenKind::Cjk || kind == TokenKind::CjkTail;
}

Hashes set_of(Hashes hashes) {
  std::ranges::sort(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

std::size_t count_common(const Hashes& a, const Hashes& b) {
  std::size_t common = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) ++common;
    const bool step_x = *x <= *y;
    const bool step_y = *y <= *x;
    if (step_x) ++x;
    if (step_y) ++y;
  }
  return common;
}

bool at_least(std::size_t part, std::size_t whole, std::size_t hundredths) {
  return part * 100 >= whole * hundredths;
}

/// Few other numbers in a long text are corrections; in a regular report they are its contents.
bool same_numbers(const Fingerprint& a, const Fingerprint& b, std::size_t shorter) {
  const Hashes of_a = set_of(a.numbers);
  const Hashes of_b = set_of(b.numbers);
  const std::size_t fewer = std::min(of_a.size(), of_b.size());
  const std::size_t common = count_common(of_a, of_b);
  return at_least(common, fewer, kSameNumbers) || fewer - common <= shorter / kWordsPerCorrection;
}

/// Whether the headline of one article is about the other one.
bool is_topical(const Fingerprint& article, const Fingerprint& other) {
  const Hashes headline = set_of(article.headline);
  if (headline.size() < kTellingHeadline) return true;
  const auto known = std::ranges::count_if(headline, [&](std::uint64_t word) {
    const auto has = [word](const Hashes& hashes) { return std::ranges::find(hashes, word) != hashes.end(); };
    return has(other.words) || has(other.headline);
  });
  return at_least(static_cast<std::size_t>(known), headline.size(), kTopical);
}

}  // namespace

void Fingerprinter::take_apart(std::string_view text, Terms& terms) {
  terms.count = 0;
  terms.words.clear();
  terms.kinds.clear();
  terms.numbers.clear();
  analyser_.analyse(text, [&terms](const std::vector<Token>& tokens) {
    for (const Token& token : tokens) {
      terms.count += token.kind == TokenKind::Compound ? 0 : 1;
      if (terms.words.size() == kMostCompared) continue;
      const std::uint64_t hash = fnv1a(token.term);
      const bool joined = token.kind == TokenKind::Compound;
      // 6-1/16 is another number than 6-1/8 with nearly the same parts.
      if (token.kind == TokenKind::Number || (joined && is_digit(token.term.front()))) terms.numbers.push_back(hash);
      // Hyphenated or not, a word is its parts.
      if (joined) continue;
      terms.words.push_back(hash);
      terms.kinds.push_back(token.kind);
    }
  });
}

template <typename Take>
void Fingerprinter::for_each_shingle(const Take& take) const {
  const Hashes& body = body_.words;
  if (body.empty()) return;
  if (body.size() < kFewestWords) {
    std::uint64_t state = body.size();
    for (const std::uint64_t word : headline_.words) state = add(state, word);
    for (const std::uint64_t word : body) state = add(state, word);
    take(finish(state));
    return;
  }
  for (std::size_t begin = 0; begin < body.size(); ++begin) {
    const std::size_t length = is_cjk(body_.kinds[begin]) ? kShingleCharacters : kShingleWords;
    if (begin + length > body.size()) continue;
    std::uint64_t state = length;
    for (std::size_t i = begin; i < begin + length; ++i) state = add(state, body[i]);
    take(finish(state));
  }
}

void Fingerprinter::read(std::string_view headline, std::string_view body) {
  take_apart(headline, headline_);
  long_words_.clear();
  for (const Token& token : analyser_.analyse(headline)) {
    const bool word = token.kind != TokenKind::Compound && token.kind != TokenKind::Number;
    if (word && token.term.size() >= kLongWordBytes) long_words_.push_back(fnv1a(token.term));
  }
  take_apart(body, body_);
}

Sketch Fingerprinter::sketch() const {
  if (std::cmp_greater(body_.count, kMostCompared)) return {};
  // Insertion into a handful: nearly every shingle is larger than all of them.
  Hashes smallest;
  for_each_shingle([&smallest](std::uint64_t shingle) {
    if (smallest.size() == kSketchSize && shingle >= smallest.back()) return;
    const auto place = std::ranges::lower_bound(smallest, shingle);
    if (place != smallest.end() && *place == shingle) return;
    smallest.insert(place, shingle);
    if (smallest.size() > kSketchSize) smallest.pop_back();
  });
  Sketch sketch;
  // The upper bits of the smallest are all alike.
  for (const std::uint64_t shingle : smallest) sketch.push_back(static_cast<std::uint32_t>(shingle));
  return sketch;
}

Fingerprint Fingerprinter::fingerprint() const {
  Fingerprint print;
  print.shingles.reserve(body_.words.size());
  for_each_shingle([&print](std::uint64_t shingle) { print.shingles.push_back(shingle); });
  print.numbers = body_.numbers;
  for (std::size_t i = 0; i < body_.words.size(); ++i) {
    if (body_.kinds[i] != TokenKind::Number) print.words.push_back(body_.words[i]);
  }
  print.headline = long_words_;
  print.shingles = set_of(std::move(print.shingles));
  return print;
}

bool near_duplicates(const Fingerprint& a, const Fingerprint& b) {
  const std::size_t common = count_common(a.shingles, b.shingles);
  const std::size_t shorter = std::min(a.shingles.size(), b.shingles.size());
  const std::size_t longer = std::max(a.shingles.size(), b.shingles.size());
  if (common == 0) return false;
  if (common == longer && longer == 1) return true;
  const bool alike = at_least(common, shorter + longer - common, kAlike);
  const bool contained =
      common >= kFewestContained && at_least(common, shorter, kContained) && at_least(shorter, longer, kSmallestPart);
  if (!alike && !contained) return false;
  if (!same_numbers(a, b, shorter)) return false;
  return common >= kFurniture || (is_topical(a, b) && is_topical(b, a));
}

}  // namespace morgue::text
