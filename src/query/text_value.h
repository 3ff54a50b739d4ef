// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <variant>

#include "query/message.h"
#include "query/token.h"
#include "query/wildcard.h"
#include "text/analyser.h"

namespace morgue::query {

/// Makes nodes of words and quotations in text and value fields.
class TextValues {
 public:
  /// Word, Phrase, Exact, Wildcard or Fuzzy; what wildcards stand in is split into words by Near. The spans of problems
  /// count in token.text.
  std::variant<Node, Problem> read(const Token& token, FieldId field, bool exact);

 private:
  std::variant<Node, Problem> fuzzy(const Token& token, FieldId field, bool exact);
  std::variant<Node, Problem> wildcard(const Token& token, FieldId field, bool exact);
  [[nodiscard]] std::optional<Node> joined(std::string_view text, const Pattern& pattern, FieldId field);

  text::Analyser analyser_;
};

}  // namespace morgue::query
