// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/similar.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "index/schema.h"
#include "text/analyser.h"

namespace morgue::index {
namespace {

constexpr std::size_t kTellingWords = 40;

struct Telling {
  std::string term;
  double weight = 0;
};

void count_words(text::Analyser& analyser, std::string_view text, std::map<std::string, int>& counts) {
  for (const auto& token : analyser.analyse(text)) {
    if (token.kind == text::TokenKind::Word || token.kind == text::TokenKind::Cjk) ++counts[std::string(token.term)];
  }
}

}  // namespace

Xapian::Query similar_to(const SegmentSet& set, const StoredArticle& article) {
  text::Analyser analyser;
  std::map<std::string, int> counts;
  count_words(analyser, article.headline, counts);
  count_words(analyser, article.headline, counts);  // what a story is about stands there
  count_words(analyser, article.summary, counts);
  count_words(analyser, article.body, counts);
  const double articles = set.all().get_doccount();
  std::vector<Telling> telling;
  for (const auto& [word, count] : counts) {
    const std::string term = make_term(prefix::kWord, word);
    const double holding = set.all().get_termfreq(term);
    // A word of one article tells of no other; one of every second article of none in particular.
    if (holding < 2 || holding > articles / 2 + 1) continue;
    telling.push_back({term, (1 + std::log(count)) * std::log(articles / holding)});
  }
  std::stable_sort(telling.begin(), telling.end(),
                   [](const Telling& a, const Telling& b) { return a.weight > b.weight; });
  if (telling.size() > kTellingWords) telling.resize(kTellingWords);
  std::vector<Xapian::Query> words;
  for (const auto& word : telling) words.emplace_back(word.term);
  return {Xapian::Query::OP_AND_NOT, Xapian::Query(Xapian::Query::OP_OR, words.begin(), words.end()),
          Xapian::Query(id_term(article.id))};
}

}  // namespace morgue::index
