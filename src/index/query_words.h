// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/forms.h"
#include "index/language_terms.h"
#include "index/query_reading.h"
#include "index/scope.h"
#include "index/spans.h"
#include "query/ast.h"

namespace morgue::index {

/// Something with words in it: a query for the documents that may have it, which carries the weights, and what to look
/// for in each. Without spans the documents found are those meant.
struct Operand {
  Xapian::Query candidates;
  SpanPlanPtr spans;
  bool decided = false;  ///< all candidates have it: the positions need not be looked at
};

/// Compiles words, phrases, exact words, wildcards, fuzzy words and their proximity, in text and value fields.
class WordCompiler {
 public:
  /// `all` holds all segments; `languages` those of the articles, empty for articles without. The reader learns the
  /// characters it meets, and so is kept from query to query.
  WordCompiler(const std::vector<Segment>& segments, const Xapian::Database& all,
               const std::vector<std::string>& languages, QueryReader& reader)
      : all_(all), languages_(languages), forms_(segments, languages), reader_(reader) {}

  /// For Word, Phrase, Exact, Wildcard, Fuzzy and Near.
  Xapian::Query query(const query::Node& node);
  /// The words of the archive that a Word, Wildcard or Fuzzy stands for, and the prefix of their terms.
  std::pair<std::string_view, Forms> forms(const query::Node& node);
  [[nodiscard]] const Vocabulary& vocabulary() const { return forms_.vocabulary(); }

 private:
  Operand operand(const query::Node& node);
  Operand operand(const query::Word& word);
  Operand operand(const query::Phrase& phrase);
  Operand operand(const query::Exact& exact);
  Operand operand(const query::Wildcard& wildcard);
  Operand operand(const query::Fuzzy& fuzzy);
  Operand operand(const query::Near& near);
  Operand operand(const query::Or& any_of);

  Operand any_form(const Scope& scope, const Forms& forms, std::uint32_t width = 1);
  [[nodiscard]] static Xapian::Query any_of(const Scope& scope, const std::vector<std::string>& words);
  Operand adjacent(const Scope& scope, const std::vector<ReadWord>& words);
  Operand exact_word(const Scope& scope, const ReadWord& word) const;
  Forms forms_of(const Scope& scope, const ReadWord& word);
  Forms stemmed(const Scope& scope, const Reading& reading);

  const Xapian::Database& all_;
  LanguageTerms languages_;
  FormFinder forms_;
  QueryReader& reader_;
};

}  // namespace morgue::index
