// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/tree.h"

#include <algorithm>
#include <cstring>
#include <deque>
#include <utility>

namespace morgue::markup {

std::string_view Node::attribute(std::string_view wanted) const {
  for (const Attribute& attribute : attributes) {
    if (attribute.name == wanted) return attribute.value;
  }
  return {};
}

struct Tree::Store {
  std::deque<Node> nodes;
  std::vector<std::unique_ptr<char[]>> blocks;
  std::deque<std::string> owned;
  std::size_t used = 0;  // of the last block
  std::size_t size = 0;  // of the last block
  Node* root = nullptr;
  bool cut = false;
};

Tree::Tree() : store_(std::make_unique<Store>()) {}
Tree::~Tree() = default;
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(Tree&&) noexcept = default;

const Node* Tree::root() const {
  return store_->root;
}

bool Tree::is_cut() const {
  return store_->cut;
}

void Tree::note_cut() {
  store_->cut = true;
}

std::string_view Tree::own(std::string text) {
  return store_->owned.emplace_back(std::move(text));
}

std::string_view Tree::keep(std::string_view text) {
  constexpr std::size_t kBlock = 64U << 10U;
  if (text.empty()) return {};
  if (store_->size - store_->used < text.size()) {
    store_->size = std::max(kBlock, text.size());
    store_->blocks.push_back(std::make_unique_for_overwrite<char[]>(store_->size));
    store_->used = 0;
  }
  char* at = store_->blocks.back().get() + store_->used;
  std::memcpy(at, text.data(), text.size());
  store_->used += text.size();
  return {at, text.size()};
}

Node* Tree::make_element(std::string_view name, std::string_view space) {
  Node& node = store_->nodes.emplace_back();
  node.name = keep(name);
  node.space = keep(space);
  return &node;
}

Node* Tree::make_text(std::string_view text) {
  Node& node = store_->nodes.emplace_back();
  node.kind = Node::Kind::Text;
  node.text = keep(text);
  return &node;
}

void Tree::append(Node* parent, Node* child) {
  if (parent == nullptr) {
    store_->root = child;
    return;
  }
  child->parent = parent;
  child->previous = parent->last_child;
  (parent->last_child == nullptr ? parent->first_child : parent->last_child->next) = child;
  parent->last_child = child;
}

const Node* next_outside(const Node* node, const Node* within) {
  while (node != nullptr && node != within) {
    if (node->next != nullptr) return node->next;
    node = node->parent;
  }
  return nullptr;
}

const Node* next_node(const Node* node, const Node* within) {
  return node->first_child != nullptr ? node->first_child : next_outside(node, within);
}

const Node* find_first(const Node* within, std::string_view name) {
  for (const Node* node = within; node != nullptr; node = next_node(node, within)) {
    if (node != within && node->is_element(name)) return node;
  }
  return nullptr;
}

std::string text_of(const Node* node) {
  std::string out;
  for (const Node* at = node; at != nullptr; at = next_node(at, node)) out += at->text;
  return out;
}

}  // namespace morgue::markup
