// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/xml_nodes.h"

#include "formats/field_list.h"

namespace morgue::formats {

using markup::Node;

const Node* child_of(const Node* parent, std::string_view name) {
  if (parent == nullptr) return nullptr;
  for (const Node* child = parent->first_child; child != nullptr; child = child->next) {
    if (child->is_element(name)) return child;
  }
  return nullptr;
}

const Node* child_at(const Node* parent, std::initializer_list<std::string_view> path) {
  for (const std::string_view name : path) parent = child_of(parent, name);
  return parent;
}

std::vector<const Node*> children_of(const Node* parent, std::string_view name) {
  std::vector<const Node*> children;
  for (const Node* child = parent == nullptr ? nullptr : parent->first_child; child != nullptr; child = child->next) {
    if (child->is_element(name)) children.push_back(child);
  }
  return children;
}

std::vector<const Node*> all_below(const Node* within, std::string_view name) {
  std::vector<const Node*> found;
  if (within == nullptr) return found;
  for (const Node* node = markup::next_node(within, within); node != nullptr; node = markup::next_node(node, within)) {
    if (node->is_element(name)) found.push_back(node);
  }
  return found;
}

std::string line_of(const Node* node) {
  return node == nullptr ? std::string{} : FieldList::one_line(markup::text_of(node));
}

std::string child_line(const Node* parent, std::string_view name) {
  return line_of(child_of(parent, name));
}

std::string_view attribute_of(const Node* node, std::string_view name) {
  return node == nullptr ? std::string_view{} : node->attribute(name);
}

}  // namespace morgue::formats
