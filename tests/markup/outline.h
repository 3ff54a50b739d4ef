// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "markup/tree.h"

namespace morgue::test {

/// A tree on one line: `p(one b(two))`; attributes with `marks`: `a[href=x](...)`.
inline std::string outline(const markup::Node* node) {
  if (node == nullptr) return "";
  if (!node->is_element()) return std::string(node->text);
  std::string out(node->name);
  for (const markup::Attribute& attribute : node->attributes) {
    out += "[" + std::string(attribute.name) + "=" + std::string(attribute.value) + "]";
  }
  if (node->first_child == nullptr) return out;
  out += "(";
  for (const markup::Node* child = node->first_child; child != nullptr; child = child->next) {
    if (child != node->first_child) out += " ";
    out += outline(child);
  }
  return out + ")";
}

}  // namespace morgue::test
