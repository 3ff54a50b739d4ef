// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/filters.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace morgue::query {
namespace {

bool is_text(FieldId field) {
  return field == FieldId::Text || field == FieldId::Headline || field == FieldId::Body || field == FieldId::Lead;
}

bool asks_for_words(const Node& node);

struct AsksForWords {
  bool operator()(const Word& word) const { return is_text(word.field); }
  bool operator()(const Phrase& phrase) const { return is_text(phrase.field); }
  bool operator()(const Exact& exact) const { return is_text(exact.field); }
  bool operator()(const Wildcard& wildcard) const { return is_text(wildcard.field); }
  bool operator()(const Fuzzy& fuzzy) const { return is_text(fuzzy.field); }
  bool operator()(const Near& near) const { return std::ranges::any_of(near.of, asks_for_words); }
  bool operator()(const And& all) const { return std::ranges::any_of(all.of, asks_for_words); }
  bool operator()(const Or& any) const { return std::ranges::any_of(any.of, asks_for_words); }
  bool operator()(const Not& none) const { return std::ranges::any_of(none.of, asks_for_words); }
  // The others by name: a new kind of leaf has to be thought about.
  bool operator()(const All& /*all*/) const { return false; }
  bool operator()(const DateRange& /*range*/) const { return false; }
  bool operator()(const Undated& /*undated*/) const { return false; }
  bool operator()(const NumberRange& /*range*/) const { return false; }
  bool operator()(const Has& /*has*/) const { return false; }
  bool operator()(const Is& /*is*/) const { return false; }
  bool operator()(const Changed& /*changed*/) const { return false; }
  bool operator()(const IdIs& /*id*/) const { return false; }
};

bool asks_for_words(const Node& node) {
  return std::visit(AsksForWords{}, node.value);
}

void narrow(DayBounds& bounds, const Node& clause) {
  const auto* range = std::get_if<DateRange>(&clause.value);
  if (range == nullptr || range->field != FieldId::Date) return;
  if (range->from && (!bounds.from || *bounds.from < *range->from)) bounds.from = range->from;
  if (range->to && (!bounds.to || *range->to < *bounds.to)) bounds.to = range->to;
}

}  // namespace

Node filters_of(const Node& query) {
  const auto* all = std::get_if<And>(&query.value);
  if (all == nullptr) return asks_for_words(query) ? Node{All{}, {}} : query;
  std::vector<Node> kept;
  std::ranges::remove_copy_if(all->of, std::back_inserter(kept), asks_for_words);
  return conjunction(std::move(kept));
}

DayBounds date_bounds_of(const Node& query) {
  DayBounds bounds;
  if (const auto* all = std::get_if<And>(&query.value)) {
    for (const Node& clause : all->of) narrow(bounds, clause);
  } else {
    narrow(bounds, query);
  }
  return bounds;
}

}  // namespace morgue::query
