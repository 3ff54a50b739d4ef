// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/ast.h"

#include <concepts>
#include <iterator>
#include <type_traits>
#include <utility>

namespace morgue::query {
namespace {

template <typename Leaf>
concept TextLeaf = std::same_as<Leaf, Word> || std::same_as<Leaf, Phrase> || std::same_as<Leaf, Exact>;
template <typename Branch>
concept Operator = std::same_as<Branch, And> || std::same_as<Branch, Or> || std::same_as<Branch, Not>;

template <TextLeaf Leaf>
bool same(const Leaf& a, const Leaf& b) {
  return a.field == b.field && a.text == b.text;
}
template <Operator Branch>
bool same(const Branch& a, const Branch& b) {
  return a.of == b.of;
}
bool same(const DateRange& a, const DateRange& b) {
  return a.field == b.field && a.from == b.from && a.to == b.to;
}
bool same(const Wildcard& a, const Wildcard& b) {
  return a.field == b.field && a.text == b.text;
}
bool same(const Fuzzy& a, const Fuzzy& b) {
  return a.field == b.field && a.text == b.text && a.distance == b.distance;
}
bool same(const Near& a, const Near& b) {
  return a.distance == b.distance && a.ordered == b.ordered && a.of == b.of;
}
bool same(const NumberRange& a, const NumberRange& b) {
  return a.field == b.field && a.from == b.from && a.to == b.to;
}
bool same(const Has& a, const Has& b) {
  return a.field == b.field;
}
bool same(const Is& a, const Is& b) {
  return a.state == b.state;
}
bool same(const Changed& a, const Changed& b) {
  return a.part == b.part;
}
bool same(const IdIs& a, const IdIs& b) {
  return a.id == b.id && a.field == b.field;
}
bool same(const All& /*a*/, const All& /*b*/) {
  return true;
}
bool same(const Undated& /*a*/, const Undated& /*b*/) {
  return true;
}

}  // namespace

bool operator==(const Node& a, const Node& b) {
  if (a.value.index() != b.value.index()) return false;
  return std::visit(
      [&b](const auto& value) { return same(value, std::get<std::remove_cvref_t<decltype(value)>>(b.value)); },
      a.value);
}

Node conjunction(std::vector<Node> nodes) {
  if (nodes.empty()) return Node{All{}, {}};
  And all;
  for (Node& node : nodes) {
    if (auto* inner = std::get_if<And>(&node.value)) {
      all.of.insert(all.of.end(), std::make_move_iterator(inner->of.begin()), std::make_move_iterator(inner->of.end()));
    } else {
      all.of.push_back(std::move(node));
    }
  }
  if (all.of.size() == 1) return std::move(all.of.front());
  const Span span{all.of.front().span.begin, all.of.back().span.end};
  return Node{std::move(all), span};
}

}  // namespace morgue::query
