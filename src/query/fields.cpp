// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/fields.h"

#include <algorithm>
#include <array>
#include <vector>

namespace morgue::query {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 1> kHeadlineAliases = {"title"};
constexpr std::array<std::string_view, 2> kAuthorAliases = {"by", "byline"};
constexpr std::array<std::string_view, 2> kTopicAliases = {"tag", "subject"};
constexpr std::array<std::string_view, 1> kOrganizationAliases = {"organization"};
constexpr std::array<std::string_view, 1> kLanguageAliases = {"language"};

constexpr FieldSpec kText = {FieldId::Text,
                             "text",
                             {},
                             FieldKind::Text,
                             "headline, summary and body: where words without a field are looked for",
                             "dock strike"};

constexpr FieldSpec kSummary = {FieldId::Summary, "summary", {}, FieldKind::Text, "the summary given by the dump",
                                "has:summary"};

constexpr std::array kFields = {
    FieldSpec{FieldId::Headline, "headline", kHeadlineAliases, FieldKind::Text, "words of the headline",
              "headline:\"interest rates\""},
    FieldSpec{FieldId::Body, "body", {}, FieldKind::Text, "words of the body", "body:negotiations"},
    FieldSpec{
        FieldId::Lead, "lead", {}, FieldKind::Text, "the first 100 words of the body", "lead:\"state of emergency\""},
    FieldSpec{FieldId::Author, "author", kAuthorAliases, FieldKind::Value, "names as credited", "author:\"Jane Doe\""},
    FieldSpec{FieldId::Topic, "topic", kTopicAliases, FieldKind::Value, "topics, tags, keywords",
              "topic:\"trade policy\""},
    FieldSpec{FieldId::Place, "place", {}, FieldKind::Value, "places named as such by the dump", "place:canada"},
    FieldSpec{FieldId::Person, "person", {}, FieldKind::Value, "people named as such by the dump", "person:lawson"},
    FieldSpec{FieldId::Organization, "org", kOrganizationAliases, FieldKind::Value, "organizations", "org:opec"},
    FieldSpec{FieldId::Section, "section", {}, FieldKind::Value, "desk or rubric", "section:business"},
    FieldSpec{
        FieldId::Source, "source", {}, FieldKind::Value, "the outlet, by name or domain", "source:\"Daily Harbour\""},
    FieldSpec{FieldId::Dateline, "dateline", {}, FieldKind::Value, "place line of the story", "dateline:geneva"},
    FieldSpec{FieldId::Note, "note", {}, FieldKind::Value, "your notes (morgue note)", "note:\"call back\""},
    FieldSpec{FieldId::Language, "lang", kLanguageAliases, FieldKind::Term, "language, as a tag", "lang:en"},
    FieldSpec{FieldId::Site, "site", {}, FieldKind::Term, "host in the address", "site:example.com"},
    FieldSpec{FieldId::Url, "url", {}, FieldKind::Term, "the whole address", "url:https://example.com/news/1"},
    FieldSpec{FieldId::Key, "key", {}, FieldKind::Term, "the identity given by the dump", "key:\"urn:x:2025-17\""},
    FieldSpec{FieldId::Collection,
              "collection",
              {},
              FieldKind::Term,
              "from the dumps of this collection",
              "collection:nightly"},
    FieldSpec{FieldId::Tagged, "tagged", {}, FieldKind::Term, "your own tags (morgue tag)", "tagged:to-check"},
    FieldSpec{
        FieldId::Saved, "saved", {}, FieldKind::Term, "what the search saved under this name finds", "saved:strikes"},
    FieldSpec{FieldId::Id, "id", {}, FieldKind::Number, "number of the article in this archive", "id:12"},
    FieldSpec{FieldId::Cluster, "cluster", {}, FieldKind::Number, "the article and its near-duplicates", "cluster:12"},
    FieldSpec{
        FieldId::Date, "date", {}, FieldKind::Date, "published then, both ends included", "date:2024-11..2025-02"},
    FieldSpec{
        FieldId::Updated, "updated", {}, FieldKind::Date, "last changed then; dates as for date:", "updated:2025"},
    FieldSpec{FieldId::Words, "words", {}, FieldKind::Count, "number of words of the body", "words:>1200"},
    FieldSpec{FieldId::Has, "has", {}, FieldKind::State, "the field is known; author:* is the same", "has:author"},
    FieldSpec{FieldId::Is, "is", {}, FieldKind::State, "also is:duplicate, is:undated", "is:revised"},
    FieldSpec{
        FieldId::Changed, "changed", {}, FieldKind::State, "a revision gave it another headline", "changed:headline"},
};

constexpr std::array kShorthands = {
    ShorthandSpec{Shorthand::Before, "before", "published before the first day of a date", "before:1990"},
    ShorthandSpec{Shorthand::After, "after", "published after the last day of a date", "after:2025-06"},
};

std::vector<std::string_view> collect_names() {
  std::vector<std::string_view> names;
  for (const FieldSpec& field : kFields) {
    names.push_back(field.name);
    names.insert(names.end(), field.aliases.begin(), field.aliases.end());
  }
  for (const ShorthandSpec& shorthand : kShorthands) names.push_back(shorthand.name);
  return names;
}

}  // namespace

std::span<const FieldSpec> fields() {
  return kFields;
}

const FieldSpec& spec(FieldId id) {
  if (id == FieldId::Summary) return kSummary;
  const auto* const found = std::find_if(kFields.begin(), kFields.end(), [id](const auto& f) { return f.id == id; });
  return found == kFields.end() ? kText : *found;
}

std::optional<FieldId> field_from_name(std::string_view name) {
  for (const FieldSpec& field : kFields) {
    const Names aliases = field.aliases;
    if (field.name == name || std::find(aliases.begin(), aliases.end(), name) != aliases.end()) return field.id;
  }
  return std::nullopt;
}

std::span<const ShorthandSpec> shorthands() {
  return kShorthands;
}

std::optional<Shorthand> shorthand_from_name(std::string_view name) {
  for (const ShorthandSpec& shorthand : kShorthands) {
    if (shorthand.name == name) return shorthand.id;
  }
  return std::nullopt;
}

std::span<const std::string_view> field_names() {
  static const std::vector<std::string_view> kNames = collect_names();
  return kNames;
}

}  // namespace morgue::query
