// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdlib>

#include "markup/tree.h"

namespace morgue::fuzz {

/// Aborts unless all links of a tree agree with each other and none of it is deeper than allowed.
inline void check_tree(const markup::Tree& tree, int most_depth) {
  using markup::Node;
  int depth = 0;
  for (const Node* node = tree.root(); node != nullptr;) {
    if (node->is_element() ? node->name.empty() : node->text.empty()) std::abort();
    if ((node->first_child == nullptr) != (node->last_child == nullptr)) std::abort();
    if (!node->is_element() && node->first_child != nullptr) std::abort();
    if (node->next != nullptr && (node->next->previous != node || node->next->parent != node->parent)) std::abort();
    if (node->next == nullptr && node->parent != nullptr && node->parent->last_child != node) std::abort();
    if (node->first_child != nullptr) {
      if (node->first_child->parent != node || node->first_child->previous != nullptr) std::abort();
      node = node->first_child;
      if (++depth > most_depth) std::abort();
      continue;
    }
    while (node != nullptr && node->next == nullptr) {
      node = node->parent;
      --depth;
    }
    if (node != nullptr) node = node->next;
  }
}

}  // namespace morgue::fuzz
