// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/value_terms.h"

#include "index/schema.h"

namespace morgue::index {
namespace {

constexpr std::size_t kMaxValues = 50'000;

}  // namespace

const ValueTerms& ValueTermTable::find(query::FieldId field, const std::string& value) {
  const std::string_view prefix = value_prefix(field);
  key_.assign(prefix).push_back('\0');
  key_ += value;
  if (const auto found = known_.find(key_); found != known_.end()) return found->second;
  if (known_.size() == kMaxValues) known_.clear();
  ValueTerms& made = known_[key_];
  made.whole = terms_.intern(whole_value_term(field, value));
  for (const auto& token : analyser_.analyse(value_text(field, value))) {
    if (!token.term.empty()) made.words.push_back({terms_.intern(make_term(prefix, token.term)), token.position});
  }
  return made;
}

}  // namespace morgue::index
