// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query_words.h"

#include <memory>

#include "core/error.h"
#include "index/schema.h"

namespace morgue::index {
namespace {

using Xapian::Query;

constexpr std::size_t kMaxExpansion = 10'000;

Query join(Query::op op, const std::vector<Query>& of) {
  return of.size() == 1 ? of.front() : Query(op, of.begin(), of.end());
}

}  // namespace

WordCompiler::WordCompiler(const std::vector<Segment>& segments, const Xapian::Database& all,
                           const std::vector<std::string>& languages)
    : segments_(segments), all_(all), languages_(languages) {}

WordCompiler::Scope WordCompiler::scope_of(query::FieldId field) {
  switch (field) {
    case query::FieldId::Text:
      return {prefix::kWord, prefix::kStem, prefix::kExact, prefix::kAccented, false};
    case query::FieldId::Body:
      return {prefix::kWord, prefix::kStem, prefix::kExact, prefix::kAccented, true};
    case query::FieldId::Headline:
      return {prefix::kHeadline, prefix::kHeadlineStem, prefix::kHeadlineExact, prefix::kHeadlineAccented, false};
    default:
      return {value_prefix(field), {}, {}, {}, false};
  }
}

Query WordCompiler::word(query::FieldId field, std::string_view text) {
  const Scope scope = scope_of(field);
  const Reading reading = reader_.read(value_text(field, text));
  std::set<std::string> terms;
  if (!reading.stemmed.empty() && !scope.stems.empty()) {
    for (const auto& stem : reader_.stems(reading.stemmed, languages_)) terms.insert(make_term(scope.stems, stem));
  } else if (reading.words.size() == 1) {
    for (auto& term : terms_of(scope, reading.words.front())) terms.insert(std::move(term));
  } else if (!reading.compound.empty()) {
    terms.insert(make_term(scope.words, reading.compound));
  }
  std::vector<Query> alternatives;
  if (!terms.empty()) alternatives.push_back(any_of(scope, terms));
  if (reading.words.size() > 1) alternatives.push_back(adjacent(scope, reading.words));
  return join(Query::OP_OR, alternatives);
}

Query WordCompiler::phrase(query::FieldId field, std::string_view text) {
  return adjacent(scope_of(field), reader_.read(value_text(field, text)).words);
}

Query WordCompiler::exact(query::FieldId field, std::string_view text) {
  const Scope scope = scope_of(field);
  const Reading reading = reader_.read(text);
  // Weights come from the folded words; how they are written only filters.
  Query query = adjacent(scope, reading.words);
  for (const auto& word : reading.words) {
    if (word.exact != word.term) {
      query = Query(Query::OP_FILTER, query, within(scope, make_term(scope.exact, word.exact)));
      continue;
    }
    query = Query(Query::OP_AND_NOT, query, Query(make_term(scope.accented, word.term)));
    if (scope.body) query = Query(Query::OP_AND_NOT, query, Query(make_term(prefix::kBodyAccented, word.term)));
  }
  return query;
}

/// The term of a word; of a lone CJK character also every pair that begins with it.
std::vector<std::string> WordCompiler::terms_of(const Scope& scope, const ReadWord& word) {
  std::vector<std::string> terms = {make_term(scope.words, word.term)};
  if (!word.lone_character) return terms;
  const std::string first = terms.front();
  for (auto at = all_.allterms_begin(first); at != all_.allterms_end(first); ++at) {
    const std::string term = *at;
    if (!reader_.is_pair_with(std::string_view(term).substr(scope.words.size()), word.term)) continue;
    if (terms.size() == kMaxExpansion) {
      throw Error(ErrorCode::Query,
                  "\"" + word.term + "\" begins more than " + std::to_string(kMaxExpansion) + " words",
                  "add a second character");
    }
    terms.push_back(term);
  }
  return terms;
}

Query WordCompiler::adjacent(const Scope& scope, const std::vector<ReadWord>& words) {
  std::vector<PhrasePlace> places;
  for (const auto& word : words) places.push_back({terms_of(scope, word), word.offset});
  if (places.size() == 1) return any_of(scope, {places.front().terms.begin(), places.front().terms.end()});
  const Query anywhere = phrase_query(places);
  if (!scope.body) return anywhere;
  auto in_body = std::make_shared<DocidsBySegment>();
  for (const auto& segment : segments_) {
    (*in_body)[segment.uuid()] = std::make_shared<const Docids>(phrase_behind(segment.database(), places, kBodyStart));
  }
  return Query(Query::OP_FILTER, anywhere, DocidSource::query(std::move(in_body)));
}

/// Terms that mean the same thing are weighed as one.
Query WordCompiler::any_of(const Scope& scope, const std::set<std::string>& terms) const {
  std::vector<Query> held;
  for (const auto& term : terms) {
    if (all_.term_exists(term)) held.push_back(within(scope, term));
  }
  if (held.empty()) return Query(*terms.begin());  // matches nothing, and names what was looked for
  return join(Query::OP_SYNONYM, held);
}

Query WordCompiler::within(const Scope& scope, const std::string& term) {
  if (!scope.body) return Query(term);
  return Query(Query::OP_AND_NOT, Query(term), Query(make_term(prefix::kNotInBody, term)));
}

}  // namespace morgue::index
