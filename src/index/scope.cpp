// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/scope.h"

#include <type_traits>
#include <variant>

#include "core/error.h"
#include "index/schema.h"

namespace morgue::index {
namespace {

constexpr Zone kHeadlineZone = {kHeadlineStart, kSummaryStart - 1};
constexpr Zone kBodyZone = {kBodyStart, kHeadlineStart - 1};
constexpr Zone kLeadZone = {kBodyStart, kBodyStart + kLeadWords - 1};

template <typename T>
concept HasField = requires(const T& leaf) {
  leaf.field;
};
template <typename T>
concept Pair = std::is_same_v<T, query::Near> || std::is_same_v<T, query::Or>;

}  // namespace

Scope scope_of(query::FieldId field) {
  switch (field) {
    case query::FieldId::Text:
      return {prefix::kWord, prefix::kWord, {}, true, false, true};
    case query::FieldId::Headline:
      return {prefix::kHeadline, prefix::kWord, kHeadlineZone, true, false, true};
    case query::FieldId::Body:
      return {prefix::kWord, prefix::kWord, kBodyZone, true, true, false};
    case query::FieldId::Lead:
      return {prefix::kWord, prefix::kWord, kLeadZone, true, false, false};
    default:
      return {value_prefix(field), value_prefix(field), {}, false, false, true};
  }
}

Scope written_scope_of(query::FieldId field) {
  if (field == query::FieldId::Headline) return {prefix::kWord, prefix::kWord, kHeadlineZone, true, false, false};
  Scope scope = scope_of(field);
  scope.body = false;
  return scope;
}

query::FieldId field_of(const query::Node& node) {
  return std::visit(
      [](const auto& value) -> query::FieldId {
        using Value = std::remove_cvref_t<decltype(value)>;
        if constexpr (Pair<Value>) {
          const query::FieldId field = field_of(value.of.at(0));
          for (const auto& other : value.of) {
            if (field_of(other) != field) {
              throw Error(ErrorCode::Query, "proximity of words in different fields", "write field:(a w/5 b)");
            }
          }
          return field;
        } else if constexpr (HasField<Value>) {
          return value.field;
        } else {
          throw Error(ErrorCode::Query, "proximity takes words, phrases, wildcards and groups of them with OR",
                      "leave the rest outside: (a w/5 b) AND c");
        }
      },
      node.value);
}

}  // namespace morgue::index
