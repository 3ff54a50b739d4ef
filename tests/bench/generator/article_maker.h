// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/generator/calendar.h"
#include "tests/bench/generator/dice.h"
#include "tests/bench/generator/language.h"
#include "tests/bench/generator/long_tail.h"

namespace morgue::bench {

/// An article of a dump, invented.
struct MadeArticle {
  std::string id;
  std::string headline;
  std::string summary;
  std::string body;
  std::string published;  ///< empty: unknown
  std::string updated;
  std::string source;
  std::string section;
  std::string place;
  std::string url;
  std::string_view language;
  std::vector<std::string> authors;
  std::vector<std::string> topics;
};

/// Makes articles by number, each from the seed and its number alone: any part of a dump can be made by itself, and the
/// original of a copy again.
class ArticleMaker {
 public:
  struct Options {
    std::uint64_t articles = 100'000;  ///< of the whole dump: spreads the dates
    std::uint64_t seed = 1;
    double words = 200;  ///< of a body, on average
    int first_year = 1990;
    int last_year = 2024;
    double foreign = 0.15;  ///< share of articles not in plain Latin letters
    double revised = 0.02;  ///< share that are another text of an earlier article
    double near = 0.04;     ///< share that are an earlier article in other words, by another source
    double same = 0.005;    ///< share with the text of an earlier article, by another source
  };
  explicit ArticleMaker(const Options& options);

  [[nodiscard]] MadeArticle make(std::uint64_t number) const;

 private:
  enum class Kind { Original, Revision, Near, Same };
  struct Origin {
    Kind kind = Kind::Original;
    std::uint64_t of = 0;
  };
  [[nodiscard]] Dice dice(std::uint64_t number, std::uint64_t purpose) const;
  [[nodiscard]] Origin origin(std::uint64_t number) const;
  [[nodiscard]] std::uint64_t first_origin(std::uint64_t number) const;
  [[nodiscard]] std::string instant(std::uint64_t number, bool exact) const;
  [[nodiscard]] std::string person(std::uint64_t rank) const;
  void label(std::uint64_t number, MadeArticle& article) const;

  Options options_;
  Calendar calendar_;
  std::vector<Language> languages_;  ///< the first is the usual one
  LongTail words_;
  LongTail names_;
  LongTail authors_;
  LongTail topics_;
  LongTail sources_;
};

}  // namespace morgue::bench
