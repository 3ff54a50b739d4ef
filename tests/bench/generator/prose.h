// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/generator/dice.h"
#include "tests/bench/generator/language.h"
#include "tests/bench/generator/long_tail.h"

namespace morgue::bench {

/// Writes the text of one article. What it is about (its topics, the people in it) comes back again and again, which
/// makes words cluster as they do in real texts.
class Prose {
 public:
  /// `edits`: share of the words that are replaced by others, drawn with `editor`; the rest stays as it is.
  struct Edits {
    double share = 0;
    std::uint64_t editor = 0;
  };
  Prose(Dice dice, const Language& language, const LongTail& words, Edits edits);

  void about(std::vector<std::uint64_t> topics, std::vector<std::string> people);

  std::string headline();
  std::string paragraphs(std::uint64_t words);

 private:
  void sentence(std::uint64_t words, std::string& text);
  void word(bool first, std::string& text);
  void number(std::string& text);
  std::uint64_t rank(Dice& dice);

  Dice dice_;
  Dice editor_;
  const Language& language_;
  const LongTail& words_;
  double edited_;
  std::vector<std::uint64_t> topics_;
  std::vector<std::string> people_;
};

}  // namespace morgue::bench
