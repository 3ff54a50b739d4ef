// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/article_indexer.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

#include "index/metadata_terms.h"
#include "index/schema.h"
#include "index/searcher.h"

namespace morgue::index {
namespace {

constexpr std::array<std::uint32_t, 3> kZoneStart = {kHeadlineStart, kSummaryStart, kBodyStart};

/// Buffers grown by a giant article are given back.
template <typename T>
void reset(std::vector<T>& buffer) {
  constexpr std::size_t kKeep = 1 << 16;
  if (buffer.capacity() > kKeep) {
    buffer = {};
  } else {
    buffer.clear();
  }
}

}  // namespace

std::int64_t date_order(const Article& article) {
  return article.published ? article.published->utc_seconds() : std::numeric_limits<std::int64_t>::min();
}

Xapian::Document ArticleIndexer::document(const StoredArticle& article, std::int64_t seq) {
  Xapian::Document document;
  words_.begin_article(article.language);
  read_zone(document, article.headline, Zone::Headline);
  read_zone(document, article.summary, Zone::Summary);
  read_zone(document, article.body, Zone::Body);
  any_positions_ = any_positions_ || !occurrences_.empty();
  add_words(document);
  any_positions_ |= add_metadata_terms(document, article, analyser_);
  const SortKey key{date_order(article), article.id};
  document.add_value(kSortKeySlot, encode(key));
  document.add_value(kWordsSlot, encode_number(article.words));
  if (article.cluster && *article.cluster != article.id) {
    document.add_value(kFamilySlot, encode_number(*article.cluster));
  }
  if (article.published) document.add_value(kDaySlot, encode_date(*article.published));
  document.set_data(document_data(key, seq));
  reset(occurrences_);
  return document;
}

void ArticleIndexer::read_zone(Xapian::Document& document, std::string_view text, Zone zone) {
  if (text.empty()) return;
  const bool bounded = zone != Zone::Body;
  const std::uint32_t start = kZoneStart.at(static_cast<std::size_t>(zone));
  const auto add_written = [&document](const std::string& term, std::uint32_t position) {
    if (position == 0) {
      document.add_boolean_term(term);
    } else {
      document.add_posting(term, position, 0);
    }
  };
  for (const auto& token : analyser_.analyse(text)) {
    if (token.term.empty()) continue;
    Occurrence occurrence;
    occurrence.word = words_.intern(token.term);
    occurrence.position = bounded && token.position >= kZoneCapacity ? 0 : start + token.position;
    occurrence.zone = zone;
    if (token.kind == text::TokenKind::Word || token.kind == text::TokenKind::Compound) {
      words_.note_form(occurrence.word);
    }
    if (token.exact != token.term) {
      add_written(make_term(prefix::kExact, token.exact), occurrence.position);
      add_written(make_term(prefix::kAccented, token.term), occurrence.position);
    }
    occurrences_.push_back(occurrence);
  }
}

void ArticleIndexer::add_words(Xapian::Document& document) {
  std::sort(occurrences_.begin(), occurrences_.end(), [](const Occurrence& a, const Occurrence& b) {
    return std::tie(a.word, a.position) < std::tie(b.word, b.position);
  });
  for (auto begin = occurrences_.cbegin(); begin != occurrences_.cend();) {
    const auto end =
        std::find_if(begin, occurrences_.cend(), [&](const Occurrence& o) { return o.word != begin->word; });
    add_word(document, begin, end);
    begin = end;
  }
}

void ArticleIndexer::add_word(Xapian::Document& document, Group begin, Group end) {
  const std::string_view word = words_.term(begin->word);
  const std::string term = make_term(prefix::kWord, word);
  std::string headline_term;
  bool in_body = false;
  for (auto at = begin; at != end; ++at) {
    const bool in_headline = at->zone == Zone::Headline;
    in_body |= at->zone == Zone::Body;
    if (in_headline && headline_term.empty()) headline_term = make_term(prefix::kHeadline, word);
    if (at->position == 0) {
      document.add_term(term);
      if (in_headline) document.add_term(headline_term);
    } else {
      document.add_posting(term, at->position);
      if (in_headline) document.add_posting(headline_term, at->position);
    }
  }
  if (!in_body) document.add_boolean_term(make_term(prefix::kNotInBody, word));
}

}  // namespace morgue::index
