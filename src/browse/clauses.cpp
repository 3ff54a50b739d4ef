// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/clauses.h"

#include <cstddef>
#include <utility>
#include <vector>

#include "core/code_points.h"
#include "query/characters.h"

namespace morgue::browse {
namespace {

/// Wildcards need two fixed letters; with as few as that they stand for half of the words there are.
constexpr std::size_t kFewestLetters = 3;

query::FieldId field_of(Facet facet) {
  switch (facet) {
    case Facet::Author:
      return query::FieldId::Author;
    case Facet::Topic:
      return query::FieldId::Topic;
    default:
      return query::FieldId::Source;
  }
}

bool is_empty(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    if (!query::is_blank(next_code_point(text, pos))) return false;
  }
  return true;
}

}  // namespace

query::Node clause_of(const Narrowing& narrowing) {
  if (narrowing.facet == Facet::Period) {
    return query::Node{query::DateRange{query::FieldId::Date, narrowing.from, narrowing.to}, {}};
  }
  return query::Node{query::Exact{field_of(narrowing.facet), narrowing.value}, {}};
}

query::Node tree_of(const Question& question, const query::ParseOptions& parsing) {
  std::vector<query::Node> nodes;
  if (!is_empty(question.text)) nodes.push_back(query::parse(question.text, parsing));
  for (const Narrowing& narrowing : question.narrowings) nodes.push_back(clause_of(narrowing));
  return query::conjunction(std::move(nodes));
}

bool may_go_on(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    letters = query::is_word_like(c) ? letters + 1 : 0;
  }
  return letters >= kFewestLetters;
}

}  // namespace morgue::browse
