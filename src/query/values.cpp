// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/values.h"

#include <charconv>
#include <string>
#include <utility>

#include "query/count_value.h"
#include "query/date_value.h"
#include "query/state_value.h"
#include "text/language.h"

namespace morgue::query {
namespace {

/// Whole addresses and keys may hold any sign; only the star is never part of one.
bool is_literal(const Token& token, FieldId field) {
  return (field == FieldId::Url || field == FieldId::Key) && token.text.find('*') == std::string::npos;
}

/// Where a node of several leaves came from, all of them. The joined form that stands beside the parts of a hyphenated
/// word gets an empty span.
void place(Node& node, Span span) {
  node.span = span;
  if (auto* near = std::get_if<Near>(&node.value)) {
    for (Node& each : near->of) place(each, span);
  } else if (auto* negation = std::get_if<Not>(&node.value)) {
    for (Node& each : negation->of) place(each, span);
  } else if (auto* any = std::get_if<Or>(&node.value)) {
    place(any->of.front(), span);
    for (std::size_t i = 1; i < any->of.size(); ++i) place(any->of[i], {span.end, span.end});
  }
}

/// The parts of a saved search have no place of their own in this query.
void place_throughout(Node& node, Span span) {
  node.span = span;
  const auto each = [span](std::vector<Node>& nodes) {
    for (Node& inner : nodes) place_throughout(inner, span);
  };
  if (auto* all = std::get_if<And>(&node.value)) each(all->of);
  if (auto* any = std::get_if<Or>(&node.value)) each(any->of);
  if (auto* negation = std::get_if<Not>(&node.value)) each(negation->of);
  if (auto* near = std::get_if<Near>(&node.value)) each(near->of);
}

}  // namespace

std::string_view name_of(const Target& target) {
  if (!target.shorthand) return spec(target.field).name;
  return *target.shorthand == Shorthand::Before ? "before" : "after";
}

Node LeafMaker::make(const Token& token, const Target& target, Span span) {
  Node node;
  if (token.kind == TokenKind::Star) {
    node = star(token, target);
  } else if (token.text.empty()) {
    fail(query_,
         {token.span, "nothing between the quotation marks", "write the phrase between them, or leave them out"});
  } else {
    switch (spec(target.field).kind) {
      case FieldKind::Date:
        node = date(token, target);
        break;
      case FieldKind::Number:
        node = id(token, target.field);
        break;
      case FieldKind::Count:
        node = accept(token, read_count(token.text, target.field, target.exact));
        break;
      case FieldKind::State:
        node = state(token, target.field);
        break;
      case FieldKind::Term:
        node = term(token, target.field);
        break;
      case FieldKind::Text:
      case FieldKind::Value:
        node = accept(token, texts_.read(token, target.field, target.exact));
        break;
    }
  }
  if (target.field == FieldId::Saved) {
    place_throughout(node, span);
  } else {
    place(node, span);
  }
  return node;
}

Node LeafMaker::accept(const Token& token, std::variant<Node, Problem> result) const {
  if (auto* problem = std::get_if<Problem>(&result)) fail_in(token, std::move(*problem));
  return std::get<Node>(std::move(result));
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
  if (target.shorthand) return accept(token, read_date_bound(*target.shorthand, token.text, options_.today));
  Node node = accept(token, read_date(token.text, options_.today));
  if (target.field == FieldId::Date) return node;
  if (auto* range = std::get_if<DateRange>(&node.value)) {
    range->field = target.field;
    return node;
  }
  Not unknown;
  unknown.of.push_back(Node{Has{target.field}, {}});
  return Node{std::move(unknown), {}};
}

Node LeafMaker::state(const Token& token, FieldId field) const {
  if (field == FieldId::Changed) return accept(token, read_changed(token.text));
  return accept(token, field == FieldId::Has ? read_has(token.text) : read_is(token.text));
}

Node LeafMaker::star(const Token& token, const Target& target) const {
  if (target.exact) {
    fail(query_, {token.span, "= stands before a word or a phrase",
                  target.field == FieldId::Text ? "write * alone for every article" : "leave the = out"});
  }
  if (target.field == FieldId::Text) return Node{All{}, {}};
  if (target.shorthand) {
    fail(query_, {token.span, std::string(name_of(target)) + ": takes one date", "write has:date for dated articles"});
  }
  return accept(token, read_presence(target.field));
}

Node LeafMaker::id(const Token& token, FieldId field) const {
  ArticleId value = 0;
  const char* const end = token.text.data() + token.text.size();
  const auto [rest, error] = std::from_chars(token.text.data(), end, value);
  if (error != std::errc{} || rest != end || value < 1) {
    fail(query_, {token.span, shown(token.text) + " is not the id of an article",
                  "an id is a whole number from 1 on, as search prints it; for several write " +
                      std::string(spec(field).name) + ":(3 OR 7)"});
  }
  return Node{IdIs{value, field}, {}};
}

Node LeafMaker::saved(const Token& token) const {
  std::string name = ascii_lower(token.text);
  if (options_.saved) {
    auto result = options_.saved(name);
    if (auto* problem = std::get_if<Problem>(&result)) problem->span = {0, token.text.size()};
    return accept(token, std::move(result));
  }
  return Node{Exact{FieldId::Saved, std::move(name)}, {}};
}

Node LeafMaker::term(const Token& token, FieldId field) const {
  if (token.kind == TokenKind::Wildcard && !is_literal(token, field)) {
    fail(query_, {token.span, "no wildcards in " + std::string(spec(field).name) + ":, which takes the whole value",
                  "write the values with OR between them; put one with the sign itself in quotation marks"});
  }
  if (field == FieldId::Saved) return saved(token);
  if (field == FieldId::Site && token.text.find_first_of("/: ~") != std::string::npos) {
    fail(query_,
         {token.span, "site: takes the name of a host", "write site:example.com, or url: with a whole address"});
  }
  std::string value = token.text;
  if (field == FieldId::Language) {
    // What a dump declares may be several languages or a locale; a query means one.
    const bool one_tag = token.text.find_first_of(" ,;(") == std::string::npos;
    value = one_tag ? text::canonical_language(token.text) : std::string();
    if (value.empty()) {
      fail(query_, {token.span, "unknown language " + shown(token.text), "write a language tag such as en, de or zh"});
    }
  }
  return Node{Exact{field, std::move(value)}, {}};
}

}  // namespace morgue::query
