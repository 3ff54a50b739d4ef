// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/article.h"
#include "core/timestamp.h"
#include "query/fields.h"

namespace morgue::query {

/// Bytes of the query text that a node came from, for carets. Empty for nodes made from options.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Node;

// The texts of leaves are as typed: not folded, blanks collapsed, never empty. What the parser makes for Text and Value
// fields holds at least one token of text::Analyser, but for whole values. A Word holds no blank, quotation mark or
// parenthesis.

/// A word, stemmed and folded. In value fields (author, topic ...) folded only.
struct Word {
  FieldId field = FieldId::Text;
  std::string text;
};
/// Adjacent words, folded, unstemmed; for FieldId::Text within headline, summary or body, not across.
struct Phrase {
  FieldId field = FieldId::Text;
  std::string text;
};
/// `=word`, `="two words"`: diacritics as written, not stemmed, adjacent. In value fields: the whole value, folded. In
/// term fields (lang, site, url, key), where there is nothing else, with and without `=`: the whole value.
struct Exact {
  FieldId field = FieldId::Text;
  std::string text;
};
/// Days from `from` to `to`, both included; an open end is absent, never both. A known span of an article must lie
/// within.
struct DateRange {
  FieldId field = FieldId::Date;
  std::optional<Day> from;
  std::optional<Day> to;
};
/// Articles without a publication date.
struct Undated {};
struct IdIs {
  ArticleId id = 0;
};
/// `*`
struct All {};
/// And does not hold And directly, nor Or an Or: they are flattened.
struct And {
  std::vector<Node> of;  ///< at least two
};
struct Or {
  std::vector<Node> of;  ///< at least two
};
struct Not {
  std::vector<Node> of;  ///< exactly one
};

struct Node {
  std::variant<All, Word, Phrase, Exact, DateRange, Undated, IdIs, And, Or, Not> value;
  Span span;
};

/// Structural equality; spans are not compared.
bool operator==(const Node& a, const Node& b);
/// Canonical query text: parse(print(n)) == n for every tree that keeps to what is said above.
std::string print(const Node& node);
/// The nodes joined by AND, flattened; All for none, the node itself for one.
Node conjunction(std::vector<Node> nodes);

}  // namespace morgue::query
