// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
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

inline const ParseOptions kOptions = {{2025, 6, 24}};

inline Node word(std::string text, FieldId field = FieldId::Text) {
  return {Word{field, std::move(text)}, {}};
}
inline Node phrase(std::string text, FieldId field = FieldId::Text) {
  return {Phrase{field, std::move(text)}, {}};
}
inline Node exact(std::string text, FieldId field = FieldId::Text) {
  return {Exact{field, std::move(text)}, {}};
}
inline Node wildcard(std::string text, FieldId field = FieldId::Text) {
  return {Wildcard{field, std::move(text)}, {}};
}
inline Node fuzzy(std::string text, int distance, FieldId field = FieldId::Text) {
  return {Fuzzy{field, std::move(text), distance}, {}};
}
inline Node near(std::uint32_t distance, bool ordered, Node left, Node right) {
  Near made{distance, ordered, {}};
  made.of.push_back(std::move(left));
  made.of.push_back(std::move(right));
  return {std::move(made), {}};
}
inline Node within(std::uint32_t distance, Node left, Node right) {
  return near(distance, false, std::move(left), std::move(right));
}
inline Node before(std::uint32_t distance, Node left, Node right) {
  return near(distance, true, std::move(left), std::move(right));
}
inline Node count(std::optional<std::int64_t> from, std::optional<std::int64_t> to) {
  return {NumberRange{FieldId::Words, from, to}, {}};
}
inline Node has(FieldId field) {
  return {Has{field}, {}};
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

/// A query and the tree it is read as; printed, the tree is read as itself again.
struct ReadAs {
  std::string_view query;
  Node tree;
};

inline void expect_read_as(const std::vector<ReadAs>& cases) {
  for (const ReadAs& c : cases) {
    SCOPED_TRACE(c.query);
    try {
      EXPECT_EQ(parsed(c.query), c.tree);
      EXPECT_EQ(parsed(print(c.tree)), c.tree) << print(c.tree);
    } catch (const Error& error) {
      ADD_FAILURE() << error.message();
    }
  }
}

}  // namespace test
}  // namespace morgue::query
