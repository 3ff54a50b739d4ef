// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/leaves.h"

namespace morgue::query {
namespace {

struct Collector {
  std::vector<const Node*> leaves;

  void visit(const Node& node, bool positive) {
    if (const auto* all = std::get_if<And>(&node.value)) {
      visit_each(all->of, positive);
    } else if (const auto* any = std::get_if<Or>(&node.value)) {
      visit_each(any->of, positive);
    } else if (const auto* none = std::get_if<Not>(&node.value)) {
      visit_each(none->of, !positive);
    } else if (positive && is_text(node)) {
      leaves.push_back(&node);
    }
  }

  void visit_each(const std::vector<Node>& nodes, bool positive) {
    for (const Node& node : nodes) visit(node, positive);
  }

  static bool is_text(const Node& node) {
    return std::holds_alternative<Word>(node.value) || std::holds_alternative<Phrase>(node.value) ||
           std::holds_alternative<Exact>(node.value);
  }
};

}  // namespace

std::vector<const Node*> positive_leaves(const Node& node) {
  Collector collector;
  collector.visit(node, true);
  return std::move(collector.leaves);
}

}  // namespace morgue::query
