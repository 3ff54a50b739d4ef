// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/article_indexer.h"

#include <algorithm>
#include <array>
#include <limits>

#include "index/metadata_terms.h"
#include "index/schema.h"
#include "index/searcher.h"

namespace morgue::index {
namespace {

constexpr std::size_t kPrefetch = 8;
constexpr std::array<std::uint32_t, 3> kZoneStart = {kHeadlineStart, kSummaryStart, kBodyStart};

}  // namespace

std::int64_t date_order(const Article& article) {
  return article.published ? article.published->utc_seconds() : std::numeric_limits<std::int64_t>::min();
}

const Document& ArticleIndexer::document(const StoredArticle& article, std::int64_t seq) {
  document_.clear();
  words_.begin_article(article.language);
  read_zone(article.body, Zone::Body);
  read_zone(article.headline, Zone::Headline);
  read_zone(article.summary, Zone::Summary);
  add_written();
  add_not_in_body();
  add_metadata_terms(document_, article, values_);
  const SortKey key{date_order(article), article.id};
  document_.add_value(kSortKeySlot, encode(key));
  document_.add_value(kWordsSlot, encode_number(article.words));
  if (article.cluster && *article.cluster != article.id) {
    document_.add_value(kFamilySlot, encode_number(*article.cluster));
  }
  if (article.published) document_.add_value(kDaySlot, encode_date(*article.published));
  document_.set_data(document_data(key, seq));
  document_.finish();
  return document_;
}

void ArticleIndexer::end_batch() {
  if (words_.trim()) values_.clear();
}

void ArticleIndexer::read_zone(std::string_view text, Zone zone) {
  if (text.empty()) return;
  const bool in_body = zone == Zone::Body;
  const std::uint32_t capacity = in_body ? kBodyCapacity : kZoneCapacity;
  const std::uint32_t start = kZoneStart.at(static_cast<std::size_t>(zone));
  analyser_.analyse(text, [&](const std::vector<text::Token>& tokens) {
    const auto& words = words_.words(tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (i + kPrefetch < tokens.size()) document_.prefetch(words[i + kPrefetch]);
      const text::Token& token = tokens[i];
      if (token.term.empty()) continue;
      // Beyond the zone there are no positions.
      const std::uint32_t position = token.position >= capacity ? 0 : start + token.position;
      add(words[i], position, 1);
      if (zone == Zone::Headline) document_.add_term(words_.headline_term(words[i]), 1);
      if (!in_body) outside_.push_back(words[i]);
      if (token.kind == text::TokenKind::Word || token.kind == text::TokenKind::Compound) words_.note_form(words[i]);
      if (token.exact != token.term) written_.push_back({words[i], words_.exact_term(token.exact), position});
    }
  });
}

/// Position 0 is none.
void ArticleIndexer::add(std::uint32_t term, std::uint32_t position, std::uint32_t wdf) {
  if (position == 0) {
    document_.add_term(term, wdf);
  } else {
    document_.add_posting(term, position, wdf);
  }
}

/// Terms of the forms, and of there being any. Where a word is written in one way throughout, which is the rule, they
/// have no positions of their own: those of the word are meant.
void ArticleIndexer::add_written() {
  std::sort(written_.begin(), written_.end());
  std::vector<std::uint32_t> of_form;
  std::vector<std::uint32_t> of_word;
  for (std::size_t i = 0; i < written_.size(); ++i) {
    const Written& written = written_[i];
    of_form.push_back(written.position);
    of_word.push_back(written.position);
    const bool last_of_word = i + 1 == written_.size() || written_[i + 1].word != written.word;
    if (last_of_word || written_[i + 1].exact != written.exact) add_places(written.exact, written.word, of_form);
    if (last_of_word) add_places(words_.accented_term(written.word), written.word, of_word);
  }
  written_.clear();
}

/// Also clears them.
void ArticleIndexer::add_places(std::uint32_t term, std::uint32_t word, std::vector<std::uint32_t>& positions) {
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  if (positions.size() > 1 && positions.front() == 0) positions.erase(positions.begin());
  const std::size_t placed = positions.front() == 0 ? 0 : positions.size();
  if (placed == document_.postings(word)) {
    document_.add_term(term, 0);
  } else {
    // Position 0 says that none of those of the word counts.
    for (const std::uint32_t position : positions) document_.add_posting(term, position, 0);
  }
  positions.clear();
}

/// A word that occurs no more often than outside the body.
void ArticleIndexer::add_not_in_body() {
  std::sort(outside_.begin(), outside_.end());
  for (auto begin = outside_.cbegin(); begin != outside_.cend();) {
    const auto end = std::find_if(begin, outside_.cend(), [&](std::uint32_t word) { return word != *begin; });
    if (document_.wdf(*begin) == static_cast<std::uint32_t>(end - begin)) {
      document_.add_term(words_.not_in_body_term(*begin), 0);
    }
    begin = end;
  }
  outside_.clear();
}

}  // namespace morgue::index
