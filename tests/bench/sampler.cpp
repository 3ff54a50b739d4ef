// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/sampler.h"

#include <algorithm>
#include <charconv>

#include "text/utf8.h"

namespace morgue::bench {
namespace {

constexpr std::size_t kFrequent = 300;
constexpr std::size_t kPoolBegin = 50;
constexpr std::size_t kPoolEnd = 150;
constexpr std::size_t kPoolLetters = 4;
constexpr std::uint32_t kApart = 10;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_alphabetic(std::string_view folded) {
  return std::ranges::all_of(folded, is_letter);
}

std::size_t letters(std::string_view word) {
  return static_cast<std::size_t>(
      std::ranges::count_if(word, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Begins with a capital and goes on without one.
bool is_name(std::string_view text, const text::Token& token) {
  const char first = text[token.begin];
  return first >= 'A' && first <= 'Z' && token.end - token.begin > 2 &&
         std::ranges::all_of(text.substr(token.begin + 1, token.end - token.begin - 1), is_letter);
}

bool only_a_blank_between(std::string_view text, const text::Token& a, const text::Token& b) {
  return b.begin == a.end + 1 && text[a.end] == ' ';
}

}  // namespace

std::string months_later(const std::string& month, int months) {
  int year = 0;
  int number = 0;
  std::from_chars(month.data(), month.data() + 4, year);
  std::from_chars(month.data() + 5, month.data() + 7, number);
  const int all = year * 12 + number - 1 + months;
  const std::string digits = std::to_string(10'000 + all / 12).substr(1);
  return digits + "-" + std::to_string(100 + all % 12 + 1).substr(1);
}

Sampler::Sampler(const Database& peer, std::uint32_t seed)
    : peer_(peer),
      random_(seed),
      body_(peer, "select body from texts where id = ?1"),
      frequency_(peer, "select articles from words where word = ?1") {
  Query size(peer, "select max(id) from articles");
  if (size.start().next()) articles_ = size.integer(0);
  Query words(peer, "select word from words order by articles desc limit 1000");
  words.start();
  for (std::size_t rank = 0; words.next();) {
    const std::string word(words.text(0));
    if (!is_alphabetic(word)) continue;
    const bool pooled = letters(word) >= kPoolLetters && rank++ >= kPoolBegin && rank <= kPoolEnd;
    if (pooled) pool_.push_back(word);
    if (pooled || frequent_.size() < kFrequent) frequent_.emplace(word, pooled);
  }
}

// Not a std distribution: these differ between standard libraries.
std::size_t Sampler::below(std::size_t end) {
  return end == 0 ? 0 : random_() % end;
}

std::int64_t Sampler::any_article() {
  return 1 + static_cast<std::int64_t>(below(static_cast<std::size_t>(articles_)));
}

std::string Sampler::body(std::int64_t id) {
  return body_.start(id).next() ? std::string(body_.text(0)) : std::string();
}

std::int64_t Sampler::frequency(std::string_view word) {
  return frequency_.start(word).next() ? frequency_.integer(0) : 0;
}

Sampler::Words Sampler::common() {
  if (pool_.empty()) return {};
  return {pool_[below(pool_.size())]};
}

Sampler::Words Sampler::medium(std::size_t least) {
  Query words(peer_, "select word from words where articles between ?1 and ?2 order by word");
  words.start(articles_ * 8 / 1000, articles_ * 12 / 1000);
  Words found;
  while (words.next()) {
    if (is_alphabetic(words.text(0)) && letters(words.text(0)) >= least) found.emplace_back(words.text(0));
  }
  if (found.empty()) return {};
  return {found[below(found.size())]};
}

Sampler::Words Sampler::common_words_of(std::int64_t id) {
  Words words;
  for (const auto& token : analyser_.analyse(body(id))) {
    const auto found = frequent_.find(std::string(token.term));
    if (found != frequent_.end() && found->second && std::ranges::count(words, found->first) == 0) {
      words.push_back(found->first);
    }
  }
  return words;
}

Sampler::Words Sampler::together() {
  Words words = common_words_of(any_article());
  if (words.size() < 3) return {};
  for (std::size_t i = 0; i < 3; ++i) std::swap(words[i], words[i + below(words.size() - i)]);
  words.resize(3);
  return words;
}

Sampler::Words Sampler::common_phrase() {
  const std::string text = body(any_article());
  const auto& tokens = analyser_.analyse(text);
  if (tokens.size() < 2) return {};
  const std::size_t i = below(tokens.size() - 1);
  const std::string first(tokens[i].term);
  const std::string second(tokens[i + 1].term);
  if (!frequent_.contains(first) || !frequent_.contains(second)) return {};
  if (!only_a_blank_between(text, tokens[i], tokens[i + 1])) return {};
  return {first, second};
}

Sampler::Words Sampler::two_names() {
  const std::string text = body(any_article());
  const auto& tokens = analyser_.analyse(text);
  if (tokens.size() < 3) return {};
  for (std::size_t i = 1 + below(tokens.size() - 2); i + 1 < tokens.size(); ++i) {
    if (!is_name(text, tokens[i]) || !is_name(text, tokens[i + 1])) continue;
    if (!only_a_blank_between(text, tokens[i - 1], tokens[i])) continue;
    if (!only_a_blank_between(text, tokens[i], tokens[i + 1])) continue;
    const std::string first(tokens[i].term);
    const std::string second(tokens[i + 1].term);
    if (frequency(first) * 100 <= articles_ && frequency(second) * 100 <= articles_) return {first, second};
  }
  return {};
}

Sampler::Words Sampler::near() {
  const std::string text = body(any_article());
  const auto& tokens = analyser_.analyse(text);
  if (tokens.size() < 2) return {};
  const auto pooled = [this](const std::string& word) {
    const auto found = frequent_.find(word);
    return found != frequent_.end() && found->second;
  };
  const std::size_t i = below(tokens.size() - 1);
  const std::string first(tokens[i].term);
  if (!pooled(first)) return {};
  for (std::size_t j = i + 1; j < tokens.size() && tokens[j].position - tokens[i].position <= kApart; ++j) {
    const std::string second(tokens[j].term);
    if (second != first && pooled(second)) return {first, second};
  }
  return {};
}

std::optional<Sampler::Dated> Sampler::dated() {
  const std::int64_t id = any_article();
  Query published(peer_, "select substr(published, 1, 7) from articles where id = ?1 and length(published) >= 7");
  if (!published.start(id).next()) return std::nullopt;
  const std::string month(published.text(0));
  const Words words = common_words_of(id);
  if (words.empty()) return std::nullopt;
  return Dated{words[below(words.size())], month, months_later(month, 6)};
}

std::vector<std::string> Sampler::values(const std::string& of, std::int64_t limit) {
  const std::string sql =
      of == "source" ? "select source from articles where source <> '' group by source order by count(*) desc limit ?1"
                     : "select s.name from " + of + "s s join article_" + of + "s l on l." + of +
                           " = s.id group by s.id order by count(*) desc limit ?1";
  Query names(peer_, sql);
  names.start(limit);
  std::vector<std::string> found;
  while (names.next()) found.emplace_back(names.text(0));
  return found;
}

}  // namespace morgue::bench
