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
  read_zone(article.headline, Zone::Headline);
  read_zone(article.summary, Zone::Summary);
  read_zone(article.body, Zone::Body);
  any_positions_ = any_positions_ || !occurrences_.empty();
  add_words(document);
  add_stems(document);
  add_exact_forms(document);
  any_positions_ |= add_metadata_terms(document, article, analyser_);
  const SortKey key{date_order(article), article.id};
  document.add_value(kSortKeySlot, encode(key));
  document.set_data(document_data(key, seq));
  reset(occurrences_);
  reset(exact_forms_);
  reset(stems_);
  return document;
}

void ArticleIndexer::read_zone(std::string_view text, Zone zone) {
  if (text.empty()) return;
  const bool bounded = zone != Zone::Body;
  const std::uint32_t start = kZoneStart.at(static_cast<std::size_t>(zone));
  for (const auto& token : analyser_.analyse(text)) {
    if (token.term.empty()) continue;
    Occurrence occurrence;
    occurrence.word = words_.intern(token.term);
    occurrence.position = bounded && token.position >= kZoneCapacity ? 0 : start + token.position;
    occurrence.zone = zone;
    occurrence.stemmed = token.kind == text::TokenKind::Word || token.kind == text::TokenKind::Compound;
    occurrence.accented = token.exact != token.term;
    if (occurrence.accented) exact_forms_.push_back({std::string(token.exact), zone});
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
  std::array<std::uint32_t, 3> count{};
  std::array<std::uint32_t, 3> accented{};
  StemUse use;
  for (auto at = begin; at != end; ++at) {
    const auto zone = static_cast<std::size_t>(at->zone);
    const bool in_headline = at->zone == Zone::Headline;
    ++count.at(zone);
    accented.at(zone) += at->accented ? 1 : 0;
    if (at->stemmed) {
      ++use.count;
      use.in_headline += in_headline ? 1 : 0;
      use.in_body |= at->zone == Zone::Body;
    }
    if (in_headline && headline_term.empty()) headline_term = make_term(prefix::kHeadline, word);
    if (at->position == 0) {
      document.add_term(term);
      if (in_headline) document.add_term(headline_term);
    } else {
      document.add_posting(term, at->position);
      if (in_headline) document.add_posting(headline_term, at->position);
    }
  }
  const auto [headline, summary, body] = count;
  const auto [headline_accented, summary_accented, body_accented] = accented;
  if (body == 0) document.add_boolean_term(make_term(prefix::kNotInBody, term));
  if (headline_accented + summary_accented + body_accented == headline + summary + body) {
    document.add_boolean_term(make_term(prefix::kAccented, word));
  } else if (body > 0 && body == body_accented) {
    document.add_boolean_term(make_term(prefix::kBodyAccented, word));
  }
  if (headline > 0 && headline == headline_accented) {
    document.add_boolean_term(make_term(prefix::kHeadlineAccented, word));
  }
  if (use.count > 0) {
    use.stem = words_.stem(begin->word);
    stems_.push_back(use);
  }
}

void ArticleIndexer::add_stems(Xapian::Document& document) {
  std::sort(stems_.begin(), stems_.end(), [](const StemUse& a, const StemUse& b) { return a.stem < b.stem; });
  for (std::size_t i = 0; i < stems_.size();) {
    StemUse sum = stems_[i];
    for (++i; i < stems_.size() && stems_[i].stem == sum.stem; ++i) {
      sum.count += stems_[i].count;
      sum.in_headline += stems_[i].in_headline;
      sum.in_body |= stems_[i].in_body;
    }
    const std::string term = make_term(prefix::kStem, sum.stem);
    document.add_term(term, sum.count);
    if (sum.in_headline > 0) document.add_term(make_term(prefix::kHeadlineStem, sum.stem), sum.in_headline);
    if (!sum.in_body) document.add_boolean_term(make_term(prefix::kNotInBody, term));
  }
}

void ArticleIndexer::add_exact_forms(Xapian::Document& document) {
  std::sort(exact_forms_.begin(), exact_forms_.end(),
            [](const ExactForm& a, const ExactForm& b) { return std::tie(a.text, a.zone) < std::tie(b.text, b.zone); });
  for (std::size_t i = 0; i < exact_forms_.size();) {
    const std::string& text = exact_forms_[i].text;
    const std::string term = make_term(prefix::kExact, text);
    document.add_boolean_term(term);
    if (exact_forms_[i].zone == Zone::Headline) document.add_boolean_term(make_term(prefix::kHeadlineExact, text));
    bool in_body = false;
    for (; i < exact_forms_.size() && exact_forms_[i].text == text; ++i) in_body |= exact_forms_[i].zone == Zone::Body;
    if (!in_body) document.add_boolean_term(make_term(prefix::kNotInBody, term));
  }
}

}  // namespace morgue::index
