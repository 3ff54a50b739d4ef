// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/query_completion.h"

#include <array>
#include <string_view>
#include <variant>

#include "query/fields.h"
#include "query/quotation.h"
#include "query/state_value.h"

namespace morgue::cli {
namespace {

using query::FieldId;

constexpr std::array<std::string_view, 9> kDates = {"today",     "yesterday",  "7d",        "1m",  "1y",
                                                    "last-week", "last-month", "last-year", "none"};
constexpr std::array<std::string_view, 3> kStates = {"revised", "duplicate", "undated"};

/// Where the term at the end of the query begins: behind the last blank, parenthesis or minus outside of quotation
/// marks.
std::size_t last_term(const std::string& query) {
  std::size_t begin = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < query.size(); ++i) {
    if (query[i] == '"') quoted = !quoted;
    if (quoted) continue;
    if (query[i] == ' ' || query[i] == '(' || (query[i] == '-' && i == begin)) begin = i + 1;
  }
  return begin;
}

/// Which names of the archive a field holds; empty: none.
std::string kind_of(FieldId field) {
  switch (field) {
    case FieldId::Author:
    case FieldId::Topic:
    case FieldId::Place:
    case FieldId::Person:
    case FieldId::Organization:
    case FieldId::Section:
    case FieldId::Source:
    case FieldId::Saved:
    case FieldId::Collection:
    case FieldId::Tagged:
      return std::string(query::spec(field).name);
    default:
      return {};
  }
}

/// A word that a query reads as it is; of a tag also one with hyphens.
bool is_plain(FieldId field, const std::string& value) {
  if (value.starts_with('-')) return false;
  for (const char c : value) {
    if (c == '-' && field == FieldId::Tagged) continue;
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter && c != '_' && c != '.' && static_cast<unsigned char>(c) < 0x80) return false;
  }
  return !value.empty();
}

std::vector<Candidate> field_values(FieldId field, const std::string& before, std::string value,
                                    const NamesByPrefix& names) {
  std::vector<Candidate> out;
  const auto offer = [&](std::string_view word) {
    if (word.starts_with(value)) out.push_back({before + std::string(word), ""});
  };
  if (field == FieldId::Date || field == FieldId::Updated) {
    for (const std::string_view date : kDates) offer(date);
  } else if (field == FieldId::Is) {
    for (const std::string_view state : kStates) offer(state);
  } else if (field == FieldId::Has) {
    for (const query::FieldSpec& of : query::fields()) {
      if (std::holds_alternative<query::Node>(query::read_has(of.name))) offer(of.name);
    }
  } else if (const std::string kind = kind_of(field); !kind.empty()) {
    const std::string whole = value.starts_with('=') ? "=" : "";
    value.erase(0, whole.size());
    if (value.starts_with('"')) value.erase(0, 1);
    const bool label = field == FieldId::Saved || field == FieldId::Collection;
    for (const std::string& name : names(kind, value)) {
      const std::string written = label || is_plain(field, name) ? name : query::quote(name, true);
      out.push_back({before + whole + written, kind});
    }
  }
  return out;
}

}  // namespace

std::vector<Candidate> complete_query(const std::string& typed, const NamesByPrefix& names) {
  const std::size_t begin = last_term(typed);
  const std::string term = typed.substr(begin);
  const std::string before = typed.substr(0, begin);
  const auto colon = term.find(':');
  if (colon != std::string::npos) {
    const std::string name = term.substr(0, colon);
    const std::string head = typed.substr(0, begin + colon + 1);
    if (const auto field = query::field_from_name(name)) {
      return field_values(*field, head, term.substr(colon + 1), names);
    }
    if (query::shorthand_from_name(name)) return field_values(FieldId::Date, head, term.substr(colon + 1), names);
    return {};
  }
  std::vector<Candidate> out;
  for (const query::FieldSpec& field : query::fields()) {
    if (field.name.starts_with(term))
      out.push_back({before + std::string(field.name) + ":", std::string(field.description)});
    for (const std::string_view alias : field.aliases) {
      // Two names for one thing are one too many while nothing is typed.
      if (!term.empty() && alias.starts_with(term) && !field.name.starts_with(term)) {
        out.push_back({before + std::string(alias) + ":", std::string(field.description)});
      }
    }
  }
  for (const query::ShorthandSpec& shorthand : query::shorthands()) {
    if (shorthand.name.starts_with(term)) {
      out.push_back({before + std::string(shorthand.name) + ":", std::string(shorthand.description)});
    }
  }
  return out;
}

}  // namespace morgue::cli
