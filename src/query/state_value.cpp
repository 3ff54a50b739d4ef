// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/state_value.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "query/token.h"
#include "text/suggest.h"

namespace morgue::query {
namespace {

/// Fields that articles can lack.
constexpr std::array kOptional = {FieldId::Headline, FieldId::Body,   FieldId::Summary,  FieldId::Author,
                                  FieldId::Topic,    FieldId::Place,  FieldId::Person,   FieldId::Organization,
                                  FieldId::Section,  FieldId::Source, FieldId::Dateline, FieldId::Language,
                                  FieldId::Url,      FieldId::Date,   FieldId::Updated,  FieldId::Collection,
                                  FieldId::Tagged,   FieldId::Note};
constexpr std::array<std::string_view, 3> kStates = {"revised", "duplicate", "undated"};
constexpr std::size_t kMaxName = 32;  ///< beyond it nothing is near

bool is_optional(FieldId field) {
  return std::find(kOptional.begin(), kOptional.end(), field) != kOptional.end();
}

std::optional<FieldId> field_named(std::string_view name) {
  if (name == spec(FieldId::Summary).name) return FieldId::Summary;
  return field_from_name(name);
}

std::string nearest_to(std::string_view name, std::span<const std::string_view> names) {
  return name.size() > kMaxName ? std::string() : text::nearest(name, names);
}

Problem unknown_field(std::string_view value, std::string_view name) {
  std::vector<std::string_view> names;
  std::string list;
  for (const FieldId field : kOptional) {
    names.push_back(spec(field).name);
    names.insert(names.end(), spec(field).aliases.begin(), spec(field).aliases.end());
    list.append(list.empty() ? "" : ", ").append(spec(field).name);
  }
  const std::string near = nearest_to(name, names);
  return {{0, value.size()},
          "unknown field " + shown(value),
          near.empty() ? "has: goes with " + list : "did you mean has:" + near + "?"};
}

std::string instead_of(FieldId field) {
  switch (field) {
    case FieldId::Lead:
      return "write has:body";
    case FieldId::Site:
      return "write has:url";
    case FieldId::Cluster:
      return "write is:duplicate for the near-duplicates of articles stored earlier";
    case FieldId::Saved:
      return "write the name of a saved search, for example saved:strikes";
    case FieldId::Changed:
      return "write is:revised for whatever changed";
    case FieldId::Has:
    case FieldId::Is:
      return "write the name of a field, for example has:author";
    default:
      return "every article has one; leave it out";
  }
}

/// By the name of the field in which a query looks for it.
std::optional<ArticlePart> part_named(std::string_view name) {
  if (const auto part = article_part_from_string(name)) return part;
  if (name == "published") return ArticlePart::Published;
  const auto field = field_from_name(name);
  if (!field) return std::nullopt;
  switch (*field) {
    case FieldId::Headline:
      return ArticlePart::Headline;
    case FieldId::Author:
      return ArticlePart::Authors;
    case FieldId::Topic:
      return ArticlePart::Topics;
    case FieldId::Place:
      return ArticlePart::Places;
    case FieldId::Person:
      return ArticlePart::People;
    case FieldId::Organization:
      return ArticlePart::Organizations;
    case FieldId::Language:
      return ArticlePart::Language;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::string changed_parts_list() {
  std::string list;
  for (const ArticlePart part : kArticleParts) list.append(list.empty() ? "" : ", ").append(to_string(part));
  return list;
}

std::variant<Node, Problem> read_changed(std::string_view value) {
  const std::string name = ascii_lower(value);
  if (const auto part = part_named(name)) return Node{Changed{*part}, {}};
  std::vector<std::string_view> names;
  for (const ArticlePart part : kArticleParts) names.push_back(to_string(part));
  const std::string near = nearest_to(name, names);
  return Problem{{0, value.size()},
                 "changed: does not know " + shown(value),
                 near.empty() ? "changed: goes with " + changed_parts_list() : "did you mean changed:" + near + "?"};
}

std::variant<Node, Problem> read_has(std::string_view value) {
  const std::string name = ascii_lower(value);
  const auto field = field_named(name);
  if (!field) {
    if (shorthand_from_name(name)) {
      return Problem{{0, value.size()}, shown(value) + " is not a field of its own", "write has:date"};
    }
    return unknown_field(value, name);
  }
  if (!is_optional(*field)) {
    return Problem{{0, value.size()}, "has: does not go with " + std::string(spec(*field).name), instead_of(*field)};
  }
  return Node{Has{*field}, {}};
}

std::variant<Node, Problem> read_is(std::string_view value) {
  const std::string name = ascii_lower(value);
  if (name == kStates[0]) return Node{Is{State::Revised}, {}};
  if (name == kStates[1]) return Node{Is{State::Duplicate}, {}};
  if (name == kStates[2]) return Node{Undated{}, {}};
  const std::string near = nearest_to(name, kStates);
  return Problem{{0, value.size()},
                 "is: does not know " + shown(value),
                 near.empty() ? "write is:revised, is:duplicate or is:undated" : "did you mean is:" + near + "?"};
}

std::variant<Node, Problem> read_presence(FieldId field) {
  if (is_optional(field)) return Node{Has{field}, {}};
  const std::string name(spec(field).name);
  return Problem{{0, 1}, name + ":* is no question", instead_of(field)};
}

}  // namespace morgue::query
