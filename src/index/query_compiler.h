// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "index/query_words.h"
#include "index/segment.h"
#include "query/ast.h"

namespace morgue::index {

struct CompiledQuery {
  Xapian::Query query;
  bool weighs = false;  ///< whether any part contributes to relevance; dates and whole values do not
};

/// query::Node -> Xapian::Query. Dead documents are not its business.
class QueryCompiler {
 public:
  QueryCompiler(const std::vector<Segment>& segments, const Xapian::Database& all,
                const std::vector<std::string>& languages, QueryReader& reader);

  /// Throws Error{Query} for what cannot be searched for.
  CompiledQuery compile(const query::Node& node);
  [[nodiscard]] WordCompiler& words() { return words_; }

 private:
  CompiledQuery leaf(const query::All& all);
  CompiledQuery leaf(const query::Word& word);
  CompiledQuery leaf(const query::Phrase& phrase);
  CompiledQuery leaf(const query::Exact& exact);
  CompiledQuery leaf(const query::Wildcard& wildcard);
  CompiledQuery leaf(const query::Fuzzy& fuzzy);
  CompiledQuery leaf(const query::Near& near);
  CompiledQuery leaf(const query::DateRange& range);
  CompiledQuery leaf(const query::Undated& undated);
  CompiledQuery leaf(const query::NumberRange& range);
  CompiledQuery leaf(const query::Has& has);
  CompiledQuery leaf(const query::Is& is);
  CompiledQuery leaf(const query::Changed& changed);
  CompiledQuery leaf(const query::IdIs& id);
  CompiledQuery leaf(const query::And& all_of);
  CompiledQuery leaf(const query::Or& any_of);
  CompiledQuery leaf(const query::Not& none_of);
  [[nodiscard]] std::vector<int> years_held(std::string_view before) const;

  /// The founder of its family; itself when it is alone.
  [[nodiscard]] std::int64_t family_of(ArticleId id) const;

  const std::vector<Segment>& segments_;
  const Xapian::Database& all_;
  WordCompiler words_;
};

}  // namespace morgue::index
