// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/metadata_terms.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "index/date_terms.h"
#include "index/hosts.h"
#include "index/schema.h"

namespace morgue::index {
namespace {

constexpr std::uint64_t kLastPosition = 0xFFFF'0000;

void add_date(Document& document, std::string_view prefix, const Timestamp& date) {
  for (const auto& term : terms_of_date(date)) document.add_boolean_term(std::string(prefix) + term);
}

/// What has: asks for. Language and publication date have a term for articles without, instead.
void add_states(Document& document, const StoredArticle& article) {
  using query::FieldId;
  const auto has = [&document](FieldId field, bool known) {
    if (known) document.add_boolean_term(has_term(field));
  };
  has(FieldId::Headline, !article.headline.empty());
  has(FieldId::Summary, !article.summary.empty());
  has(FieldId::Body, !article.body.empty());
  has(FieldId::Author, !article.authors.empty());
  has(FieldId::Topic, !article.topics.empty());
  has(FieldId::Place, !article.places.empty());
  has(FieldId::Person, !article.people.empty());
  has(FieldId::Organization, !article.organizations.empty());
  has(FieldId::Section, !article.section.empty());
  has(FieldId::Source, !article.source.empty());
  has(FieldId::Dateline, !article.dateline.empty());
  has(FieldId::Url, !article.url.empty());
  has(FieldId::Updated, article.updated.has_value());
  has(FieldId::Collection, !article.collections.empty());
  has(FieldId::Tagged, !article.user_tags.empty());
  has(FieldId::Note, !article.user_note.empty());
  if (article.revision > 1) document.add_boolean_term(std::string(prefix::kRevised));
  for (const ArticlePart part : article.changed) document.add_boolean_term(changed_term(part));
  if (article.cluster && *article.cluster != article.id) document.add_boolean_term(std::string(prefix::kDuplicate));
}

/// The values of one field: words with positions that leave a gap between values, and whole values.
void add_values(Document& document, query::FieldId field, std::span<const std::string> values, ValueTermTable& known) {
  std::uint64_t base = 1;
  for (const auto& value : values) {
    if (value.empty()) continue;
    const ValueTerms& terms = known.find(field, value);
    document.add_term(terms.whole, 0);
    std::uint64_t last = base;
    for (const auto& word : terms.words) {
      last = base + word.position;
      if (last < kLastPosition) {
        document.add_posting(word.term, static_cast<std::uint32_t>(last));
      } else {
        document.add_term(word.term);
      }
    }
    base = last + kValueGap;
  }
}

void add_value(Document& document, query::FieldId field, const std::string& value, ValueTermTable& known) {
  add_values(document, field, std::span(&value, 1), known);
}

}  // namespace

void add_metadata_terms(Document& document, const StoredArticle& article, ValueTermTable& known) {
  using query::FieldId;
  const std::string& language = article.language;
  add_values(document, FieldId::Author, article.authors, known);
  add_values(document, FieldId::Topic, article.topics, known);
  add_values(document, FieldId::Place, article.places, known);
  add_values(document, FieldId::Person, article.people, known);
  add_values(document, FieldId::Organization, article.organizations, known);
  add_value(document, FieldId::Section, article.section, known);
  add_value(document, FieldId::Source, article.source, known);
  add_value(document, FieldId::Dateline, article.dateline, known);
  add_value(document, FieldId::Note, article.user_note, known);

  document.add_boolean_term(id_term(article.id));
  if (!article.key.empty()) document.add_boolean_term(key_term(article.key));
  for (const auto& name : article.collections) document.add_boolean_term(collection_term(name));
  for (const auto& tag : article.user_tags) document.add_boolean_term(tag_term(tag));
  document.add_boolean_term(language.empty() ? std::string(prefix::kNoLanguage)
                                             : make_term(prefix::kLanguage, language));
  if (!article.url.empty()) {
    document.add_boolean_term(url_term(article.url));
    for (const auto& domain : domains_of(host_of(article.url))) {
      document.add_boolean_term(make_term(prefix::kHost, domain));
    }
  }
  if (article.published) {
    add_date(document, {}, *article.published);
  } else {
    document.add_boolean_term(std::string(prefix::kUndated));
  }
  if (article.updated) add_date(document, prefix::kUpdated, *article.updated);
  add_states(document, article);
}

}  // namespace morgue::index
