// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/generator/prose.h"

#include <algorithm>
#include <utility>

namespace morgue::bench {
namespace {

constexpr double kPeople = 0.02;
constexpr double kNumbers = 0.015;
constexpr double kTopical = 0.12;
constexpr double kInflected = 0.22;
constexpr double kCommas = 0.06;
constexpr double kQuoted = 0.08;
constexpr std::uint64_t kTopicWords = 400;
constexpr std::uint64_t kTopicFirst = 300;  // the ranks that topics choose their words from
constexpr std::uint64_t kTopicRanks = 40'000;

}  // namespace

Prose::Prose(Dice dice, const Language& language, const LongTail& words, Edits edits)
    : dice_(dice), editor_(edits.editor), language_(language), words_(words), edited_(edits.share) {}

void Prose::about(std::vector<std::uint64_t> topics, std::vector<std::string> people) {
  topics_ = std::move(topics);
  people_ = std::move(people);
}

std::string Prose::headline() {
  std::string text;
  sentence(5 + dice_.below(7), text);
  return text;
}

std::string Prose::paragraphs(std::uint64_t words) {
  std::string text;
  while (words > 0) {
    if (!text.empty()) text += "\n\n";
    for (std::uint64_t left = 1 + dice_.below(4); left > 0 && words > 0; --left) {
      const std::uint64_t length = std::min<std::uint64_t>(words, 6 + dice_.below(24));
      words -= length;
      const bool quoted = dice_.chance(kQuoted);
      if (quoted) text += '"';
      sentence(length, text);
      text += quoted ? ".\"" : ".";
      if (left > 1 && words > 0) text += ' ';
    }
  }
  return text;
}

void Prose::sentence(std::uint64_t words, std::string& text) {
  for (std::uint64_t i = 0; i < words; ++i) {
    word(i == 0, text);
    if (i + 1 == words) break;
    if (dice_.chance(kCommas)) text += ',';
    text += language_.gap();
  }
}

void Prose::word(bool first, std::string& text) {
  const double kind = dice_.fraction();
  if (kind < kPeople && !people_.empty()) {
    const std::string& name = people_[dice_.below(people_.size())];
    // In full, or the last name alone.
    text += dice_.chance(0.4) ? name : name.substr(name.find(' ') + 1);
    return;
  }
  if (kind < kPeople + kNumbers) return number(text);
  const std::uint64_t drawn = rank(dice_);
  const std::uint64_t rank_here = edited_ > 0 && editor_.chance(edited_) ? rank(editor_) : drawn;
  if (first) {
    language_.write_capitalised(rank_here, text);
  } else {
    language_.write(rank_here, text);
  }
  // As if nothing had been replaced: the text behind must not change.
  const auto& endings = language_.endings();
  if (drawn >= Language::kFirstInflected && !endings.empty() && dice_.chance(kInflected)) {
    text += endings[dice_.below(endings.size())];
  }
}

void Prose::number(std::string& text) {
  switch (dice_.below(4)) {
    case 0:
      text += std::to_string(1900 + dice_.below(130));
      break;
    case 1:
      text += std::to_string(dice_.below(100)) + "." + std::to_string(dice_.below(10));
      break;
    default:
      text += std::to_string(1 + dice_.below(dice_.below(1'000'000) + 1));
      break;
  }
}

std::uint64_t Prose::rank(Dice& dice) {
  if (!topics_.empty() && dice.chance(kTopical)) {
    const std::uint64_t topic = topics_[dice.below(topics_.size())];
    // Few words of a topic are most of what is said of it.
    const double place = dice.fraction();
    const auto word = static_cast<std::uint64_t>(place * place * place * static_cast<double>(kTopicWords));
    return kTopicFirst + mix(topic * kTopicWords + word) % kTopicRanks;
  }
  return words_.draw(dice);
}

}  // namespace morgue::bench
