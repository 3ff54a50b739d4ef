// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/term_table.h"
#include "query/ast.h"
#include "text/analyser.h"

namespace morgue::index {

/// What a value of a field becomes: the whole value as a term, and its words.
struct ValueTerms {
  struct Word {
    std::uint32_t term = 0;
    std::uint32_t position = 0;  ///< from 0
  };
  std::uint32_t whole = 0;
  std::vector<Word> words;
};

/// Works out each value once: authors and topics, places and sources come again and again. One object a thread.
class ValueTermTable {
 public:
  ValueTermTable(TermTable& terms, text::Analyser& analyser) : terms_(terms), analyser_(analyser) {}

  /// Valid until the next call.
  const ValueTerms& find(query::FieldId field, const std::string& value);
  /// For when the numbers of the terms are void.
  void clear() { known_.clear(); }

 private:
  TermTable& terms_;
  text::Analyser& analyser_;
  std::unordered_map<std::string, ValueTerms> known_;  ///< by field and value
  std::string key_;
};

}  // namespace morgue::index
