// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/highlights.h"

#include <optional>
#include <utility>

#include "index/schema.h"

namespace morgue::archive {
namespace {

using query::FieldId;
using query::Node;

/// Something to mark, and the part of the article it is about.
struct Found {
  FieldId field = FieldId::Text;
  text::Highlight highlight;
};

bool is_text(FieldId field) {
  return field == FieldId::Text || field == FieldId::Headline || field == FieldId::Body || field == FieldId::Lead;
}

std::optional<Found> word(FieldId field, text::MarkedWord typed) {
  if (!is_text(field)) return std::nullopt;
  const std::uint32_t first_words = field == FieldId::Lead ? index::kLeadWords : 0;
  return Found{field, {text::MarkedPhrase{{std::move(typed)}}, first_words}};
}

std::optional<Found> read(const Node& node);

/// The operands of a proximity are about the same part.
template <typename Several>
std::optional<Found> several(const std::vector<Node>& nodes, Several read_ones) {
  FieldId field = FieldId::Text;
  for (const Node& node : nodes) {
    auto found = read(node);
    if (!found) return std::nullopt;
    field = found->field;
    read_ones.of.push_back(std::move(found->highlight));
  }
  return Found{field, {std::move(read_ones)}};
}

/// A leaf or a proximity; nothing if it is not about text.
std::optional<Found> read(const Node& node) {
  using By = text::MarkedWord::By;
  if (const auto* leaf = std::get_if<query::Word>(&node.value)) return word(leaf->field, {leaf->text, By::Stem});
  if (const auto* leaf = std::get_if<query::Phrase>(&node.value)) return word(leaf->field, {leaf->text, By::Term});
  if (const auto* leaf = std::get_if<query::Exact>(&node.value)) return word(leaf->field, {leaf->text, By::Exact});
  if (const auto* leaf = std::get_if<query::Wildcard>(&node.value)) {
    return word(leaf->field, {leaf->text, By::Wildcard});
  }
  if (const auto* leaf = std::get_if<query::Fuzzy>(&node.value)) {
    return word(leaf->field, {leaf->text, By::Fuzzy, static_cast<std::size_t>(leaf->distance)});
  }
  if (const auto* near = std::get_if<query::Near>(&node.value)) {
    return several(near->of, text::MarkedNear{near->distance, near->ordered, {}});
  }
  if (const auto* any = std::get_if<query::Or>(&node.value)) return several(any->of, text::MarkedAny{});
  return std::nullopt;
}

class Collector {
 public:
  void visit(const Node& node, bool positive) {
    if (const auto* all = std::get_if<query::And>(&node.value)) {
      visit_each(all->of, positive);
    } else if (const auto* any = std::get_if<query::Or>(&node.value)) {
      visit_each(any->of, positive);
    } else if (const auto* none = std::get_if<query::Not>(&node.value)) {
      visit_each(none->of, !positive);
    } else if (positive) {
      if (auto found = read(node)) add(std::move(*found));
    }
  }

  Highlights take() { return std::move(highlights_); }

 private:
  void visit_each(const std::vector<Node>& nodes, bool positive) {
    for (const Node& node : nodes) visit(node, positive);
  }

  void add(Found found) {
    const bool anywhere = found.field == FieldId::Text;
    if (anywhere || found.field == FieldId::Headline) highlights_.headline.push_back(found.highlight);
    if (anywhere) highlights_.summary.push_back(found.highlight);
    if (found.field != FieldId::Headline) highlights_.body.push_back(std::move(found.highlight));
  }

  Highlights highlights_;
};

}  // namespace

Highlights highlights_of(const query::Node& query) {
  Collector collector;
  collector.visit(query, true);
  return collector.take();
}

}  // namespace morgue::archive
