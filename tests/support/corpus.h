// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/article.h"
#include "query/fields.h"
#include "text/analyser.h"

namespace morgue::test {

/// Articles as lists of words, newest first, to be read from end to end.
class Corpus {
 public:
  struct Token {
    std::uint32_t term = 0;   ///< number of a string
    std::uint32_t exact = 0;  ///< the same
    std::uint32_t position = 0;
    text::TokenKind kind = text::TokenKind::Word;
  };
  using Tokens = std::vector<Token>;
  struct Entry {
    StoredArticle article;
    std::size_t language = 0;
    Tokens headline;
    Tokens summary;
    Tokens body;
    Tokens lead;
    std::map<query::FieldId, std::vector<Tokens>> values;
  };

  explicit Corpus(std::vector<StoredArticle> articles) {
    std::sort(articles.begin(), articles.end(), [](const StoredArticle& a, const StoredArticle& b) {
      const auto left = order(a);
      const auto right = order(b);
      return left != right ? left > right : a.id > b.id;
    });
    for (auto& article : articles) add(std::move(article));
  }

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; }
  [[nodiscard]] const std::string& string(std::uint32_t number) const { return strings_[number]; }
  [[nodiscard]] std::size_t size() const { return strings_.size(); }

  static const std::vector<std::string>* list(query::FieldId field, const Article& article) {
    switch (field) {
      case query::FieldId::Author:
        return &article.authors;
      case query::FieldId::Topic:
        return &article.topics;
      case query::FieldId::Place:
        return &article.places;
      default:
        return nullptr;
    }
  }

 private:
  static std::int64_t order(const Article& article) {
    return article.published ? article.published->utc_seconds() : std::numeric_limits<std::int64_t>::min();
  }

  void add(StoredArticle article) {
    Entry entry;
    const auto known = std::find(languages_.begin(), languages_.end(), article.language);
    entry.language = static_cast<std::size_t>(known - languages_.begin());
    if (known == languages_.end()) languages_.push_back(article.language);
    entry.headline = read(article.headline);
    entry.summary = read(article.summary);
    entry.body = read(article.body);
    for (const Token& token : entry.body) {
      if (token.position < 100) entry.lead.push_back(token);
    }
    using query::FieldId;
    for (const auto field : {FieldId::Author, FieldId::Topic, FieldId::Place}) {
      for (const auto& value : *list(field, article)) entry.values[field].push_back(read(value));
    }
    if (!article.section.empty()) entry.values[FieldId::Section].push_back(read(article.section));
    entry.article = std::move(article);
    entries_.push_back(std::move(entry));
  }

  Tokens read(std::string_view text) {
    Tokens tokens;
    for (const auto& token : analyser_.analyse(text)) {
      tokens.push_back({number(token.term), number(token.exact), token.position, token.kind});
    }
    return tokens;
  }

  std::uint32_t number(std::string_view text) {
    const auto [at, is_new] = numbers_.emplace(std::string(text), static_cast<std::uint32_t>(strings_.size()));
    if (is_new) strings_.emplace_back(text);
    return at->second;
  }

  text::Analyser analyser_;
  std::vector<Entry> entries_;
  std::vector<std::string> languages_;
  std::vector<std::string> strings_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace morgue::test
