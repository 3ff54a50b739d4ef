// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "index/spans.h"
#include "query/ast.h"

namespace morgue::index {

/// Where the words of a field are found.
struct Scope {
  std::string_view prefix;
  std::string_view placed;  ///< prefix of the terms whose positions say where in the zone they are
  Zone zone;
  bool stemmed = true;    ///< whether a word stands for others with its stem
  bool body = false;      ///< terms say by themselves whether they occur in the body
  bool anywhere = false;  ///< whatever has the term has it in the field
};

Scope scope_of(query::FieldId field);
/// The same for words as written, which have no terms of the headline's own.
Scope written_scope_of(query::FieldId field);
/// The one field of a Word, Phrase, Exact, Wildcard or Fuzzy, or of all operands of a Near or an Or.
query::FieldId field_of(const query::Node& node);

}  // namespace morgue::index
