// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query_compiler.h"

#include <algorithm>
#include <charconv>
#include <variant>

#include "core/error.h"
#include "index/date_terms.h"
#include "index/hosts.h"
#include "index/schema.h"
#include "text/language.h"
#include "text/normalise.h"

namespace morgue::index {
namespace {

using query::FieldId;
using query::FieldKind;
using Xapian::Query;

CompiledQuery boolean(const Query& query) {
  return {Query(0.0, query), false};
}

CompiledQuery boolean(const std::string& term) {
  return boolean(Query(term));
}

/// Terms of fields that have one value and no words in it.
std::string single_term(FieldId field, const std::string& text) {
  switch (field) {
    case FieldId::Language: {
      const std::string tag = text::canonical_language(text);
      return make_term(prefix::kLanguage, tag.empty() ? text::fold_value(text) : tag);
    }
    case FieldId::Url:
      return url_term(text);
    case FieldId::Site: {
      const std::string host = host_of(text);
      if (host.empty()) throw Error(ErrorCode::Query, "\"" + text + "\" is no host name", "write site:example.com");
      return make_term(prefix::kHost, host);
    }
    case FieldId::Key:
      return key_term(text);
    case FieldId::Collection:
      return collection_term(text);
    case FieldId::Tagged:
      return tag_term(text);
    case FieldId::Id: {
      ArticleId id = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
      if (error != std::errc() || end != text.data() + text.size()) {
        throw Error(ErrorCode::Query, "\"" + text + "\" is no article number", "write id:12");
      }
      return id_term(id);
    }
    default:
      throw Error(ErrorCode::Query, std::string(query::spec(field).name) + ": does not take words");
  }
}

bool has_words(FieldId field) {
  const FieldKind kind = query::spec(field).kind;
  return field == FieldId::Text || kind == FieldKind::Text || kind == FieldKind::Value;
}

void check_day(const std::optional<Day>& day) {
  if (day && !day->valid()) throw Error(ErrorCode::Query, "a date that no calendar has", "write date:2025-06-24");
}

Query join(Query::op op, const std::vector<Query>& of) {
  return of.size() == 1 ? of.front() : Query(op, of.begin(), of.end());
}

}  // namespace

QueryCompiler::QueryCompiler(const std::vector<Segment>& segments, const Xapian::Database& all,
                             const std::vector<std::string>& languages, QueryReader& reader)
    : segments_(segments), all_(all), words_(segments, all, languages, reader) {}

CompiledQuery QueryCompiler::compile(const query::Node& node) {
  return std::visit([this](const auto& value) { return leaf(value); }, node.value);
}

CompiledQuery QueryCompiler::leaf(const query::All& /*all*/) {
  return {Query::MatchAll, false};
}

CompiledQuery QueryCompiler::leaf(const query::Word& word) {
  if (!has_words(word.field)) return boolean(single_term(word.field, word.text));
  return {words_.query({word, {}}), true};
}

CompiledQuery QueryCompiler::leaf(const query::Phrase& phrase) {
  if (!has_words(phrase.field)) return boolean(single_term(phrase.field, phrase.text));
  return {words_.query({phrase, {}}), true};
}

CompiledQuery QueryCompiler::leaf(const query::Exact& exact) {
  if (!has_words(exact.field)) return boolean(single_term(exact.field, exact.text));
  if (!value_prefix(exact.field).empty()) return boolean(whole_value_term(exact.field, exact.text));
  return {words_.query({exact, {}}), true};
}

CompiledQuery QueryCompiler::leaf(const query::Wildcard& wildcard) {
  return {words_.query({wildcard, {}}), true};
}

CompiledQuery QueryCompiler::leaf(const query::Fuzzy& fuzzy) {
  return {words_.query({fuzzy, {}}), true};
}

CompiledQuery QueryCompiler::leaf(const query::Near& near) {
  return {words_.query({near, {}}), true};
}

CompiledQuery QueryCompiler::leaf(const query::DateRange& range) {
  check_day(range.from);
  check_day(range.to);
  const std::string before(range.field == FieldId::Updated ? prefix::kUpdated : "");
  std::vector<std::string> terms;
  for (const auto& term : covering_terms(range.from, range.to, years_held(before))) terms.push_back(before + term);
  return boolean(Query(Query::OP_OR, terms.begin(), terms.end()));
}

CompiledQuery QueryCompiler::leaf(const query::NumberRange& range) {
  if (!range.to) return boolean(Query(Query::OP_VALUE_GE, kWordsSlot, encode_number(range.from.value_or(0))));
  return boolean(
      Query(Query::OP_VALUE_RANGE, kWordsSlot, encode_number(range.from.value_or(0)), encode_number(*range.to)));
}

CompiledQuery QueryCompiler::leaf(const query::Has& has) {
  const auto without = [](std::string_view term) {
    return boolean(Query(Query::OP_AND_NOT, Query::MatchAll, Query(std::string(term))));
  };
  if (has.field == FieldId::Date) return without(prefix::kUndated);
  if (has.field == FieldId::Language) return without(prefix::kNoLanguage);
  return boolean(has_term(has.field));
}

CompiledQuery QueryCompiler::leaf(const query::Is& is) {
  return boolean(std::string(is.state == query::State::Revised ? prefix::kRevised : prefix::kDuplicate));
}

CompiledQuery QueryCompiler::leaf(const query::Changed& changed) {
  return boolean(changed_term(changed.part));
}

CompiledQuery QueryCompiler::leaf(const query::Undated& /*undated*/) {
  return boolean(std::string(prefix::kUndated));
}

CompiledQuery QueryCompiler::leaf(const query::IdIs& id) {
  if (id.field == FieldId::Id) return boolean(id_term(id.id));
  const std::int64_t family = family_of(id.id);
  const std::string value = encode_number(family);
  return boolean(Query(Query::OP_OR, Query(id_term(family)), Query(Query::OP_VALUE_RANGE, kFamilySlot, value, value)));
}

CompiledQuery QueryCompiler::leaf(const query::And& all_of) {
  std::vector<Query> weighed;
  std::vector<Query> filters;
  std::vector<Query> excluded;
  for (const auto& node : all_of.of) {
    if (const auto* negated = std::get_if<query::Not>(&node.value)) {
      excluded.push_back(compile(negated->of.at(0)).query);
      continue;
    }
    const auto part = compile(node);
    (part.weighs ? weighed : filters).push_back(part.query);
  }
  Query query = Query::MatchAll;
  if (!weighed.empty()) {
    query = join(Query::OP_AND, weighed);
    if (!filters.empty()) query = Query(Query::OP_FILTER, query, join(Query::OP_AND, filters));
  } else if (!filters.empty()) {
    query = join(Query::OP_AND, filters);
  }
  if (!excluded.empty()) query = Query(Query::OP_AND_NOT, query, join(Query::OP_OR, excluded));
  return {query, !weighed.empty()};
}

CompiledQuery QueryCompiler::leaf(const query::Or& any_of) {
  std::vector<Query> parts;
  bool weighs = false;
  for (const auto& node : any_of.of) {
    const auto part = compile(node);
    weighs = weighs || part.weighs;
    parts.push_back(part.query);
  }
  return {join(Query::OP_OR, parts), weighs};
}

CompiledQuery QueryCompiler::leaf(const query::Not& none_of) {
  return {Query(Query::OP_AND_NOT, Query::MatchAll, compile(none_of.of.at(0)).query), false};
}

std::int64_t QueryCompiler::family_of(ArticleId id) const {
  for (const Segment& segment : segments_) {
    const std::string term = id_term(id);
    const auto end = segment.database().postlist_end(term);
    for (auto at = segment.database().postlist_begin(term); at != end; ++at) {
      // A superseded document may have been in another family.
      if (std::ranges::binary_search(*segment.dead(), *at)) continue;
      const std::int64_t founder = segment.families({*at}).front();
      return founder == 0 ? id : founder;
    }
  }
  return id;
}

std::vector<int> QueryCompiler::years_held(std::string_view before) const {
  std::vector<int> years;
  const std::string first = std::string(before) + std::string(prefix::kYear);
  for (auto at = all_.allterms_begin(first); at != all_.allterms_end(first); ++at) {
    const std::string term = *at;
    int year = 0;
    std::from_chars(term.data() + first.size(), term.data() + term.size(), year);
    years.push_back(year);
  }
  return years;
}

}  // namespace morgue::index
