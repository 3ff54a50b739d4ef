// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query_words.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "core/error.h"
#include "index/schema.h"
#include "index/span_source.h"

namespace morgue::index {
namespace {

using Xapian::Query;

constexpr std::size_t kManyForms = 300;

Query join(Query::op op, const std::vector<Query>& of) {
  return of.size() == 1 ? of.front() : Query(op, of.begin(), of.end());
}

Query one_of(const std::vector<std::string>& terms) {
  return terms.size() == 1 ? Query(terms.front()) : Query(Query::OP_OR, terms.begin(), terms.end());
}

[[noreturn]] void no_operand() {
  throw Error(ErrorCode::Query, "proximity takes words, phrases, wildcards and groups of them with OR",
              "leave the rest outside: (a w/5 b) AND c");
}

}  // namespace

Query WordCompiler::query(const query::Node& node) {
  Operand found = operand(node);
  if (found.decided) return found.candidates;
  return SpanSource::filter(found.candidates, std::move(found.spans), written_scope_of(field_of(node)).zone);
}

std::pair<std::string_view, Forms> WordCompiler::forms(const query::Node& node) {
  if (const auto* word = std::get_if<query::Word>(&node.value)) {
    const Scope scope = scope_of(word->field);
    const Reading reading = reader_.read(value_text(word->field, word->text));
    return {scope.prefix, stemmed(scope, reading)};
  }
  if (const auto* wildcard = std::get_if<query::Wildcard>(&node.value)) {
    const std::string_view prefix = scope_of(wildcard->field).prefix;
    return {prefix, forms_.matching(prefix, wildcard->text)};
  }
  if (const auto* fuzzy = std::get_if<query::Fuzzy>(&node.value)) {
    const std::string_view prefix = scope_of(fuzzy->field).prefix;
    const Reading reading = reader_.read(fuzzy->text);
    return {prefix, forms_.within(prefix, reading.words.front().term, static_cast<std::size_t>(fuzzy->distance))};
  }
  return {};
}

Operand WordCompiler::operand(const query::Node& node) {
  return std::visit(
      [this](const auto& value) -> Operand {
        if constexpr (requires { this->operand(value); }) {
          return operand(value);
        } else {
          no_operand();
        }
      },
      node.value);
}

Operand WordCompiler::operand(const query::Word& word) {
  const Scope scope = scope_of(word.field);
  const Reading reading = reader_.read(value_text(word.field, word.text));
  const Forms forms = stemmed(scope, reading);
  if (reading.words.size() == 1) return any_form(scope, forms, reading.words.front().width);
  Operand parts = adjacent(scope, reading.words);
  if (forms.empty()) return parts;
  // A hyphenated word: as one word, or as its parts side by side.
  const Operand whole = any_form(scope, forms);
  Operand either;
  either.candidates = Query(Query::OP_OR, whole.candidates, parts.candidates);
  either.spans = any_spans({whole.spans, parts.spans});
  return either;
}

Operand WordCompiler::operand(const query::Phrase& phrase) {
  const Reading reading = reader_.read(value_text(phrase.field, phrase.text));
  return adjacent(scope_of(phrase.field), reading.words);
}

Operand WordCompiler::operand(const query::Exact& exact) {
  const Scope scope = written_scope_of(exact.field);
  const Reading reading = reader_.read(exact.text);
  std::vector<Query> candidates;
  std::vector<SpanPlace> places;
  bool decided = reading.words.size() == 1;
  for (const auto& word : reading.words) {
    Operand one = exact_word(scope, word);
    candidates.push_back(one.candidates);
    places.push_back({std::move(one.spans), word.offset});
    decided = decided && one.decided;
  }
  return {join(Query::OP_AND, candidates), sequence_spans(std::move(places)), decided};
}

Operand WordCompiler::operand(const query::Wildcard& wildcard) {
  const Scope scope = scope_of(wildcard.field);
  return any_form(scope, forms_.matching(scope.prefix, wildcard.text));
}

Operand WordCompiler::operand(const query::Fuzzy& fuzzy) {
  return any_form(scope_of(fuzzy.field), forms({fuzzy, {}}).second);
}

Operand WordCompiler::operand(const query::Near& near) {
  (void)field_of({near, {}});  // both in one field
  Operand first = operand(near.of.at(0));
  Operand second = operand(near.of.at(1));
  Operand found;
  found.candidates = Query(Query::OP_AND, first.candidates, second.candidates);
  found.spans = near_spans(std::move(first.spans), std::move(second.spans), near.distance, near.ordered);
  return found;
}

Operand WordCompiler::operand(const query::Or& any_of) {
  std::vector<Query> candidates;
  std::vector<SpanPlanPtr> spans;
  bool decided = true;
  for (const auto& node : any_of.of) {
    Operand one = operand(node);
    candidates.push_back(one.candidates);
    spans.push_back(std::move(one.spans));
    decided = decided && one.decided;
  }
  return {join(Query::OP_OR, candidates), any_spans(std::move(spans)), decided};
}

Forms WordCompiler::stemmed(const Scope& scope, const Reading& reading) {
  if (scope.stemmed && !reading.stemmed.empty()) return forms_.stemmed(reading.stemmed);
  if (reading.words.size() == 1) return forms_of(scope, reading.words.front());
  return reading.compound.empty() ? Forms() : FormFinder::just(reading.compound);
}

/// The word itself; of a lone CJK character also every pair that begins with it.
Forms WordCompiler::forms_of(const Scope& scope, const ReadWord& word) {
  if (!word.lone_character) return FormFinder::just(word.term);
  Forms forms = FormFinder::just(word.term);
  for (const auto& pair : forms_.vocabulary().beginning_with(scope.prefix, word.term, word.term)) {
    if (reader_.is_pair_with(pair, word.term)) forms.push_back({pair, {}});
  }
  return forms;
}

/// Terms that mean the same thing are weighed as one. What stands for hundreds of words tells nothing of relevance, so
/// it has no weight.
Query WordCompiler::any_of(const Scope& scope, const std::vector<std::string>& words) {
  std::vector<Query> queries;
  for (const auto& word : words) {
    Query query(make_term(scope.prefix, word));
    if (scope.body) query = Query(Query::OP_AND_NOT, query, Query(make_term(prefix::kNotInBody, word)));
    queries.push_back(query);
  }
  return words.size() > kManyForms ? Query(0.0, join(Query::OP_OR, queries)) : join(Query::OP_SYNONYM, queries);
}

Operand WordCompiler::any_form(const Scope& scope, const Forms& forms, std::uint32_t width) {
  std::map<std::vector<std::string>, std::vector<std::string>> held;  // words by languages in which they do not count
  std::vector<SpanTerm> terms;
  for (const auto& form : forms) {
    if (!all_.term_exists(make_term(scope.prefix, form.word))) continue;
    SpanTerm term{make_term(scope.placed, form.word)};
    for (const auto& language : form.not_in) term.not_in.push_back(LanguageTerms::term(language));
    std::sort(term.not_in.begin(), term.not_in.end());
    held[term.not_in].push_back(form.word);
    terms.push_back(std::move(term));
  }
  std::vector<Query> counting;
  for (const auto& [not_in, words] : held) {
    counting.push_back(languages_.outside(any_of(scope, words), not_in));
  }
  Operand found;
  if (!counting.empty()) found.candidates = join(Query::OP_SYNONYM, counting);
  found.spans = term_spans(std::move(terms), width);
  found.decided = scope.anywhere || scope.body;
  return found;
}

Operand WordCompiler::adjacent(const Scope& scope, const std::vector<ReadWord>& words) {
  if (words.size() == 1) return any_form(scope, forms_of(scope, words.front()), words.front().width);
  std::vector<Query> candidates;
  std::vector<SpanPlace> places;
  for (const auto& word : words) {
    std::vector<std::string> terms;
    for (const auto& form : forms_of(scope, word)) terms.push_back(make_term(scope.prefix, form.word));
    candidates.push_back(one_of(terms));
    places.push_back({any_form(scope, forms_of(scope, word), word.width).spans, word.offset});
  }
  Operand found;
  found.candidates = Query(Query::OP_AND, candidates.begin(), candidates.end());
  found.spans = sequence_spans(std::move(places));
  return found;
}

/// Weights come from the folded word; how it is written only filters.
Operand WordCompiler::exact_word(const Scope& scope, const ReadWord& word) const {
  const Query folded(make_term(prefix::kWord, word.term));
  Operand found;
  if (word.exact != word.term) {
    const std::string written = make_term(prefix::kExact, word.exact);
    found.candidates = Query(Query::OP_FILTER, folded, Query(written));
    found.spans = term_spans({{make_term(prefix::kWord, word.term), {}, written, true}}, word.width);
    found.decided = scope.anywhere;
    return found;
  }
  const std::string otherwise = make_term(prefix::kAccented, word.term);
  found.candidates = folded;
  found.spans = term_spans({{make_term(prefix::kWord, word.term), {}, otherwise, false}}, word.width);
  found.decided = scope.anywhere && !all_.term_exists(otherwise);
  return found;
}

}  // namespace morgue::index
