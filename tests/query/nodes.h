// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <initializer_list>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "core/error.h"
#include "query/parser.h"

namespace morgue::query {

/// What a failed EXPECT_EQ of trees shows.
inline void PrintTo(const Node& node, std::ostream* out) {
  *out << print(node);
}

namespace test {

inline constexpr ParseOptions kOptions = {{2025, 6, 24}};

inline Node word(std::string text, FieldId field = FieldId::Text) {
  return {Word{field, std::move(text)}, {}};
}
inline Node phrase(std::string text, FieldId field = FieldId::Text) {
  return {Phrase{field, std::move(text)}, {}};
}
inline Node exact(std::string text, FieldId field = FieldId::Text) {
  return {Exact{field, std::move(text)}, {}};
}
inline Node dates(std::optional<Day> from, std::optional<Day> to) {
  return {DateRange{FieldId::Date, from, to}, {}};
}
inline Node all_of(std::vector<Node> nodes) {
  return {And{std::move(nodes)}, {}};
}
inline Node any_of(std::vector<Node> nodes) {
  return {Or{std::move(nodes)}, {}};
}
inline Node none_of(Node node) {
  Not negation;
  negation.of.push_back(std::move(node));
  return {std::move(negation), {}};
}

inline Node parsed(std::string_view query) {
  return parse(query, kOptions);
}

/// The Error that a query ends in; of kind Internal if it parses.
inline Error error_of(std::string_view query) {
  try {
    return Error(ErrorCode::Internal, "parsed as " + print(parsed(query)));
  } catch (const Error& error) {
    return error;
  }
}

}  // namespace test
}  // namespace morgue::query
