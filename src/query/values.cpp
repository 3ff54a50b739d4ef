// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/values.h"

#include <charconv>
#include <string>
#include <utility>

#include "query/date_value.h"
#include "query/other_syntax.h"
#include "query/upcoming.h"
#include "text/language.h"

namespace morgue::query {
namespace {

/// Whole addresses and keys may hold any sign; only the star is never part of one.
bool is_literal(const Token& token, FieldId field) {
  return (field == FieldId::Url || field == FieldId::Key) && token.text.find('*') == std::string::npos;
}

}  // namespace

std::string_view name_of(const Target& target) {
  if (!target.shorthand) return spec(target.field).name;
  return *target.shorthand == Shorthand::Before ? "before" : "after";
}

Node LeafMaker::make(const Token& token, const Target& target, Span span) {
  Node node;
  if (token.kind == TokenKind::Star) {
    if (target.field != FieldId::Text) fail(query_, upcoming_presence(name_of(target), token.span));
    if (target.exact) {
      fail(query_, {token.span, "= stands before a word or a phrase", "write * alone for every article"});
    }
    node = Node{All{}, {}};
  } else if (token.text.empty()) {
    fail(query_,
         {token.span, "nothing between the quotation marks", "write the phrase between them, or leave them out"});
  } else {
    switch (spec(target.field).kind) {
      case FieldKind::Date:
        node = date(token, target);
        break;
      case FieldKind::Number:
        node = id(token);
        break;
      case FieldKind::Term:
        node = term(token, target.field);
        break;
      case FieldKind::Text:
      case FieldKind::Value:
        node = text(token, target);
        break;
    }
  }
  node.span = span;
  return node;
}

void LeafMaker::fail_in(const Token& token, Problem problem) const {
  if (token.kind == TokenKind::Quoted) {
    problem.span = token.span;  // escapes and collapsed blanks have moved the bytes
  } else {
    problem.span = {token.span.begin + problem.span.begin, token.span.begin + problem.span.end};
  }
  fail(query_, problem);
}

Node LeafMaker::date(const Token& token, const Target& target) const {
  auto result = target.shorthand ? read_date_bound(*target.shorthand, token.text, options_.today)
                                 : read_date(token.text, options_.today);
  if (auto* problem = std::get_if<Problem>(&result)) fail_in(token, std::move(*problem));
  return std::get<Node>(std::move(result));
}

Node LeafMaker::id(const Token& token) const {
  ArticleId value = 0;
  const char* const end = token.text.data() + token.text.size();
  const auto [rest, error] = std::from_chars(token.text.data(), end, value);
  if (error != std::errc{} || rest != end || value < 1) {
    fail(query_, {token.span, shown(token.text) + " is not the id of an article",
                  "an id is a whole number from 1 on, as search prints it; for several write id:(3 OR 7)"});
  }
  return Node{IdIs{value}, {}};
}

Node LeafMaker::term(const Token& token, FieldId field) const {
  if (token.kind == TokenKind::Wildcard && !is_literal(token, field)) fail(query_, upcoming_form(token));
  if (field == FieldId::Site && token.text.find_first_of("/: ") != std::string::npos) {
    fail(query_,
         {token.span, "site: takes the name of a host", "write site:example.com, or url: with a whole address"});
  }
  std::string value = token.text;
  if (field == FieldId::Language) {
    value = text::canonical_language(token.text);
    if (value.empty()) {
      fail(query_, {token.span, "unknown language " + shown(token.text), "write a language tag such as en, de or zh"});
    }
  }
  return Node{Exact{field, std::move(value)}, {}};
}

void LeafMaker::check_text(const Token& token, const Target& target) {
  const bool whole_value = target.exact && spec(target.field).kind == FieldKind::Value;
  if (token.kind == TokenKind::Fuzzy && token.text.front() == '~') {
    fail(query_, {token.span, "no word directly before the ~", "leave it out; distances are not available yet"});
  }
  if (token.kind == TokenKind::Wildcard || token.kind == TokenKind::Fuzzy) fail(query_, upcoming_form(token));
  if (token.kind == TokenKind::Quoted) {
    if (token.wildcard && !whole_value) fail(query_, upcoming_form(token));
  } else if (auto problem = other_syntax(token.text, target.field != FieldId::Text || target.exact)) {
    fail_in(token, std::move(*problem));
  }
  if (!whole_value && analyser_.analyse(token.text).empty()) {
    fail(query_, {token.span, shown(token.text) + " has no letter or digit to search for",
                  "leave it out, or put it in quotation marks together with the words around it"});
  }
}

Node LeafMaker::text(const Token& token, const Target& target) {
  check_text(token, target);
  if (target.exact) return Node{Exact{target.field, token.text}, {}};
  if (token.kind == TokenKind::Quoted) return Node{Phrase{target.field, token.text}, {}};
  return Node{Word{target.field, token.text}, {}};
}

}  // namespace morgue::query
