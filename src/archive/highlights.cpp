// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/highlights.h"

#include <optional>

#include "query/leaves.h"

namespace morgue::archive {
namespace {

struct TextLeaf {
  query::FieldId field;
  text::Highlight::Word word;
};

std::optional<TextLeaf> text_leaf(const query::Node& leaf) {
  using By = text::Highlight::By;
  if (const auto* word = std::get_if<query::Word>(&leaf.value)) return TextLeaf{word->field, {word->text, By::Stem}};
  if (const auto* phrase = std::get_if<query::Phrase>(&leaf.value)) {
    return TextLeaf{phrase->field, {phrase->text, By::Term}};
  }
  if (const auto* exact = std::get_if<query::Exact>(&leaf.value)) {
    return TextLeaf{exact->field, {exact->text, By::Exact}};
  }
  return std::nullopt;
}

}  // namespace

Highlights highlights_of(const query::Node& query) {
  Highlights out;
  for (const query::Node* leaf : query::positive_leaves(query)) {
    const auto found = text_leaf(*leaf);
    if (!found) continue;
    const text::Highlight highlight{{found->word}};
    if (found->field == query::FieldId::Text || found->field == query::FieldId::Headline) {
      out.headline.push_back(highlight);
    }
    if (found->field == query::FieldId::Text || found->field == query::FieldId::Body) out.body.push_back(highlight);
  }
  return out;
}

}  // namespace morgue::archive
