// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "query/ast.h"
#include "query/message.h"
#include "query/parser.h"
#include "query/text_value.h"
#include "query/token.h"

namespace morgue::query {

/// What the words at hand are values of: set by `field:` and `=`, for one word or for a whole group.
struct Target {
  FieldId field = FieldId::Text;
  std::optional<Shorthand> shorthand;  ///< with field Date
  bool exact = false;
};

/// As a person would name it in a message: `author:`.
std::string_view name_of(const Target& target);

/// Makes nodes of Word, Wildcard, Fuzzy, Quoted and Star tokens, each kind of field by its own rules: leaves, but for
/// wildcards that need several. Throws
/// Error{Query} for values that the field cannot have.
class LeafMaker {
 public:
  LeafMaker(std::string_view query, const ParseOptions& options) : query_(query), options_(options) {}

  /// `span` is what the leaf came from; token.span, the value, is what messages point at.
  Node make(const Token& token, const Target& target, Span span);

 private:
  [[nodiscard]] Node date(const Token& token, const Target& target) const;
  [[nodiscard]] Node id(const Token& token, FieldId field) const;
  [[nodiscard]] Node saved(const Token& token) const;
  [[nodiscard]] Node term(const Token& token, FieldId field) const;
  [[nodiscard]] Node state(const Token& token, FieldId field) const;
  [[nodiscard]] Node star(const Token& token, const Target& target) const;
  [[nodiscard]] Node accept(const Token& token, std::variant<Node, Problem> result) const;
  [[noreturn]] void fail_in(const Token& token, Problem problem) const;

  std::string_view query_;
  ParseOptions options_;
  TextValues texts_;
};

}  // namespace morgue::query
