// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/article.h"
#include "core/article_part.h"
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
/// A word with `*` (any signs, none too) and `?` (one sign) in it; the fixed signs folded when compared. Only one word:
/// what the analyser would split is split by the parser into Near.
struct Wildcard {
  FieldId field = FieldId::Text;
  std::string text;
};
/// Words within `distance` edits of a folded word (optimal string alignment: a swap of neighbours is one edit).
struct Fuzzy {
  FieldId field = FieldId::Text;
  std::string text;  ///< without the `~1`
  int distance = 1;  ///< 1 or 2
};
/// Two operands near each other in the same part of an article: the last word of one and the first word of the other
/// differ by at most `distance` positions (adjacent words: 1), without sharing a word. Operands are Word, Phrase, Exact
/// (of text), Wildcard, Fuzzy, Near, and Or of these, all of the same field.
struct Near {
  std::uint32_t distance = 1;  ///< 1 to kMaxDistance
  bool ordered = false;        ///< the first operand comes first
  std::vector<Node> of;        ///< exactly two
};
inline constexpr std::uint32_t kMaxDistance = 1'000;
/// Days from `from` to `to`, both included; an open end is absent, never both. A known span of an article must lie
/// within.
struct DateRange {
  FieldId field = FieldId::Date;
  std::optional<Day> from;
  std::optional<Day> to;
};
/// Articles without a publication date.
struct Undated {};
/// Words of the body (FieldId::Words), both ends included; an open end is absent, never both.
struct NumberRange {
  FieldId field = FieldId::Words;
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> to;
};
/// Articles of which the field is known: `has:author`, `author:*`.
struct Has {
  FieldId field = FieldId::Author;
};
struct Is {
  State state = State::Revised;
};
/// Articles of which two successive revisions differ in this.
struct Changed {
  ArticlePart part = ArticlePart::Body;
};
/// The article of this number, or (FieldId::Cluster) its whole family of near-duplicates.
struct IdIs {
  ArticleId id = 0;
  FieldId field = FieldId::Id;
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
  std::variant<All, Word, Phrase, Exact, Wildcard, Fuzzy, Near, DateRange, Undated, NumberRange, Has, Is, Changed, IdIs,
               And, Or, Not>
      value;
  Span span;
};

/// Structural equality; spans are not compared.
bool operator==(const Node& a, const Node& b);
/// Canonical query text: parse(print(n)) == n for every tree that keeps to what is said above.
std::string print(const Node& node);
/// The nodes joined by AND, flattened; All for none, the node itself for one.
Node conjunction(std::vector<Node> nodes);

}  // namespace morgue::query
