// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/article.h"
#include "text/stemmer.h"

namespace morgue::index::test {

/// Articles in every language there is a stemmer for, and some there is none for, in letters of many scripts.
class RandomArticles {
 public:
  explicit RandomArticles(unsigned seed) : random_(seed), languages_(text::Stemmer::languages()) {
    languages_.insert(languages_.end(), {"zh", "ja", "ko", "th", "xx", ""});
  }

  StoredArticle article(ArticleId id) {
    StoredArticle out;
    out.id = id;
    out.language = languages_[below(languages_.size())];
    script_ = kScripts[below(std::size(kScripts))];
    out.headline = text(12);
    if (below(3) == 0) out.summary = text(30);
    if (below(9) != 0) out.body = text(below(20) == 0 ? 4000 : 200);
    for (std::size_t i = below(4); i > 0; --i) out.authors.push_back(text(3));
    for (std::size_t i = below(100) == 0 ? 10'000 : below(5); i > 0; --i) out.topics.push_back(text(2));
    for (std::size_t i = below(3); i > 0; --i) out.people.push_back(text(3));
    out.section = text(1);
    out.source = below(2) == 0 ? "news.example.com" : text(2);
    if (below(2) == 0) out.url = "https://www.example.org/" + std::to_string(id);
    if (below(2) == 0) out.key = std::string(below(300), 'k') + std::to_string(id);
    if (below(3) == 0) out.dateline = text(3);
    if (below(6) != 0) {
      Timestamp date;
      date.day = {1990 + static_cast<int>(below(40)), 1 + static_cast<int>(below(12)), 1 + static_cast<int>(below(28))};
      date.precision = Precision::Day;
      out.published = date;
    }
    out.words = static_cast<std::int64_t>(below(1000));
    out.revision = 1 + static_cast<int>(below(2));
    if (below(4) == 0) out.cluster = 1 + static_cast<std::int64_t>(below(static_cast<std::size_t>(id)));
    return out;
  }

 private:
  struct Script {
    char32_t first;
    char32_t last;
  };
  static constexpr Script kScripts[] = {{U'a', U'z'},     {U'a', U'z'},     {0xC0, 0x17F},    {0x3B1, 0x3C9},
                                        {0x430, 0x44F},   {0x5D0, 0x5EA},   {0x627, 0x64A},   {0x905, 0x939},
                                        {0xE01, 0xE30},   {0x3041, 0x3096}, {0x4E00, 0x4F00}, {0xAC00, 0xAD00},
                                        {0x1E00, 0x1EFF}, {0x10A0, 0x10FF}};

  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string text(std::size_t most) {
    std::string out;
    for (std::size_t words = below(most + 1); words > 0; --words) {
      const std::size_t kind = below(30);
      if (kind == 0) {
        out += std::to_string(below(100'000));
      } else if (kind == 1) {
        out += std::string(200 + below(100), 'w');
      } else {
        // Few stems and many endings.
        for (std::size_t letters = 1 + below(4); letters > 0; --letters)
          append(out, script_.first + static_cast<char32_t>(letters * 3));
        for (std::size_t letters = below(4); letters > 0; --letters) {
          append(out, script_.first + static_cast<char32_t>(below(script_.last - script_.first)));
        }
      }
      static const std::vector<std::string> kBetween = {" ",  " ",    " ",   " ", "-",
                                                        ". ", "\n\n", "'s ", "/", "\xE2\x80\x99"};
      out += kBetween[below(kBetween.size())];
    }
    return out;
  }

  static void append(std::string& out, char32_t c) {
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c < 0x800) {
      out += static_cast<char>(0xC0U | c >> 6);
      out += static_cast<char>(0x80U | (c & 0x3FU));
    } else {
      out += static_cast<char>(0xE0U | c >> 12);
      out += static_cast<char>(0x80U | (c >> 6 & 0x3FU));
      out += static_cast<char>(0x80U | (c & 0x3FU));
    }
  }

  std::mt19937 random_;
  std::vector<std::string> languages_;
  Script script_ = kScripts[0];
};

}  // namespace morgue::index::test
