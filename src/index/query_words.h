// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "index/phrase_check.h"
#include "index/query_reading.h"
#include "index/segment.h"
#include "query/fields.h"

namespace morgue::index {

/// Compiles the words of a query: word, phrase and exact word, in text and value fields. Written forms have no
/// positions: of several exact words in a row, each must occur as written and all of them in a row, but an article that
/// has one of them both with and without accents is not looked at more closely.
class WordCompiler {
 public:
  /// `all` holds all segments; `languages` those of the articles, empty for articles without.
  WordCompiler(const std::vector<Segment>& segments, const Xapian::Database& all,
               const std::vector<std::string>& languages);

  Xapian::Query word(query::FieldId field, std::string_view text);
  Xapian::Query phrase(query::FieldId field, std::string_view text);
  Xapian::Query exact(query::FieldId field, std::string_view text);

 private:
  /// Where a field's words are found.
  struct Scope {
    std::string_view words;
    std::string_view stems;  ///< empty: the field is not stemmed
    std::string_view exact;
    std::string_view accented;
    bool body = false;  ///< shared terms, of which the body's must be told apart
  };
  static Scope scope_of(query::FieldId field);

  [[nodiscard]] std::vector<std::string> terms_of(const Scope& scope, const ReadWord& word);
  [[nodiscard]] Xapian::Query adjacent(const Scope& scope, const std::vector<ReadWord>& words);
  [[nodiscard]] Xapian::Query any_of(const Scope& scope, const std::set<std::string>& terms) const;
  [[nodiscard]] static Xapian::Query within(const Scope& scope, const std::string& term);

  const std::vector<Segment>& segments_;
  const Xapian::Database& all_;
  const std::vector<std::string>& languages_;
  QueryReader reader_;
};

}  // namespace morgue::index
