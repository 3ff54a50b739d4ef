// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "index/searcher.h"
#include "query/ast.h"
#include "tests/index/small_archive.h"
#include "text/analyser.h"
#include "text/normalise.h"
#include "text/stemmer.h"

namespace morgue::index::test {

/// Finds articles by reading each of them: what the index is held to. For texts without CJK.
class NaiveSearch {
 public:
  explicit NaiveSearch(std::vector<StoredArticle> articles) : articles_(std::move(articles)) {
    sort_newest_first(articles_);
    for (const auto& article : articles_) languages_.insert(article.language);
  }

  /// Ids in date order.
  std::vector<ArticleId> search(const query::Node& node, Sort sort) {
    std::vector<const StoredArticle*> hits;
    for (const auto& article : articles_) {
      if (matches(node, article)) hits.push_back(&article);
    }
    if (sort == Sort::Oldest) {
      std::reverse(hits.begin(), hits.end());
      std::stable_partition(hits.begin(), hits.end(), [](const auto* hit) { return hit->published.has_value(); });
    }
    std::vector<ArticleId> ids;
    for (const auto* hit : hits) ids.push_back(hit->id);
    return ids;
  }

  bool matches(const query::Node& node, const StoredArticle& article) {
    return std::visit([&](const auto& value) { return match(value, article); }, node.value);
  }

 private:
  struct Word {
    std::string term;
    std::string exact;
    std::uint32_t position;
    text::TokenKind kind;
  };
  using Words = std::vector<Word>;

  Words read(std::string_view text) {
    Words words;
    for (const auto& token : analyser_.analyse(text)) {
      words.push_back({std::string(token.term), std::string(token.exact), token.position, token.kind});
    }
    return words;
  }

  static std::vector<std::string> texts(query::FieldId field, const StoredArticle& a) {
    switch (field) {
      case query::FieldId::Text:
        return {a.headline, a.summary, a.body};
      case query::FieldId::Headline:
        return {a.headline};
      case query::FieldId::Body:
        return {a.body};
      case query::FieldId::Author:
        return a.authors;
      case query::FieldId::Topic:
        return a.topics;
      default:
        return {a.section};
    }
  }

  static bool is_value(query::FieldId field) { return query::spec(field).kind == query::FieldKind::Value; }

  /// The parts of a compound and the compound are both held; wanted are parts only.
  template <typename Compare>
  bool has_sequence(query::FieldId field, std::string_view text, const StoredArticle& article, Compare&& same) {
    Words wanted = read(text);
    std::erase_if(wanted, [](const Word& word) { return word.kind == text::TokenKind::Compound; });
    for (const auto& zone : texts(field, article)) {
      const Words words = read(zone);
      const auto holds = [&](std::uint32_t position, const Word& word) {
        return std::any_of(words.begin(), words.end(),
                           [&](const Word& held) { return held.position == position && same(held, word); });
      };
      for (const auto& first : words) {
        bool all = true;
        for (const auto& word : wanted) all = all && holds(first.position + word.position, word);
        if (all) return true;
      }
    }
    return false;
  }

  bool match(const query::All& /*all*/, const StoredArticle& /*article*/) { return true; }

  bool match(const query::Word& word, const StoredArticle& article) {
    if (word.field == query::FieldId::Language) return article.language == word.text;
    const Words wanted = read(word.text);
    const bool stemmed = !is_value(word.field);
    for (const auto& candidate : wanted) {
      const bool whole = wanted.size() == 1 || candidate.kind == text::TokenKind::Compound;
      if (!whole) continue;
      std::set<std::string> accepted = {candidate.term};
      if (stemmed && candidate.kind != text::TokenKind::Number) {
        accepted.clear();
        for (const auto& language : languages_) accepted.emplace(stemmer_.stem(candidate.term, language));
      }
      for (const auto& zone : texts(word.field, article)) {
        for (const auto& held : read(zone)) {
          const bool stem = stemmed && held.kind != text::TokenKind::Number;
          if (accepted.contains(stem ? std::string(stemmer_.stem(held.term, article.language)) : held.term)) {
            return true;
          }
        }
      }
    }
    return wanted.size() > 1 && match(query::Phrase{word.field, word.text}, article);
  }

  bool match(const query::Phrase& phrase, const StoredArticle& article) {
    return has_sequence(phrase.field, phrase.text, article,
                        [](const Word& a, const Word& b) { return a.term == b.term; });
  }

  bool match(const query::Exact& exact, const StoredArticle& article) {
    if (is_value(exact.field)) {
      const auto values = texts(exact.field, article);
      return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
        return !value.empty() && text::fold_value(value) == text::fold_value(exact.text);
      });
    }
    return has_sequence(exact.field, exact.text, article,
                        [](const Word& a, const Word& b) { return a.exact == b.exact; });
  }

  bool match(const query::DateRange& range, const StoredArticle& article) {
    if (!article.published) return false;
    Day first = article.published->day;
    Day last = first;
    if (article.published->precision == Precision::Year) {
      first = {first.year, 1, 1};
      last = {first.year, 12, 31};
    } else if (article.published->precision == Precision::Month) {
      first = {first.year, first.month, 1};
      last = {first.year, first.month, Day::days_in_month(first.year, first.month)};
    }
    return (!range.from || first >= *range.from) && (!range.to || last <= *range.to);
  }

  bool match(const query::Undated& /*undated*/, const StoredArticle& article) { return !article.published; }
  bool match(const query::IdIs& id, const StoredArticle& article) { return article.id == id.id; }
  bool match(const query::And& all, const StoredArticle& article) {
    return std::all_of(all.of.begin(), all.of.end(), [&](const auto& node) { return matches(node, article); });
  }
  bool match(const query::Or& any, const StoredArticle& article) {
    return std::any_of(any.of.begin(), any.of.end(), [&](const auto& node) { return matches(node, article); });
  }
  bool match(const query::Not& none, const StoredArticle& article) { return !matches(none.of[0], article); }

  std::vector<StoredArticle> articles_;
  std::set<std::string> languages_;
  text::Analyser analyser_;
  text::Stemmer stemmer_;
};

}  // namespace morgue::index::test
