// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::markup {

struct Attribute {
  std::string_view name;   ///< HTML: lower case; XML: as written, with its prefix (`xml:lang`)
  std::string_view value;  ///< UTF-8, entities resolved
};

/// An element or a run of text. Owned by its Tree, as are all views in it; comments and processing instructions are
/// left out. Text keeps its white space; neighbouring runs are one.
struct Node {
  enum class Kind : unsigned char { Element, Text };
  Kind kind = Kind::Element;
  std::string_view name;   ///< of an element: local name; HTML: lower case
  std::string_view space;  ///< namespace URI of an XML element; empty in HTML
  std::string_view text;   ///< of a run of text, UTF-8
  std::vector<Attribute> attributes;
  Node* parent = nullptr;
  Node* first_child = nullptr;
  Node* last_child = nullptr;
  Node* previous = nullptr;  ///< sibling
  Node* next = nullptr;      ///< sibling

  [[nodiscard]] bool is_element() const { return kind == Kind::Element; }
  [[nodiscard]] bool is_element(std::string_view wanted) const { return is_element() && name == wanted; }
  /// Value of an attribute, empty when absent.
  [[nodiscard]] std::string_view attribute(std::string_view wanted) const;
};

/// A parsed document or one record of it. Depth is capped, so that recursion over it is safe.
class Tree {
 public:
  Tree();
  ~Tree();
  Tree(Tree&&) noexcept;
  Tree& operator=(Tree&&) noexcept;

  /// The outermost element; null when there was none.
  [[nodiscard]] const Node* root() const;

  /// Whether the text had more elements, texts and attributes than are kept.
  [[nodiscard]] bool is_cut() const;

  /// For whoever builds a tree.
  Node* make_element(std::string_view name, std::string_view space = {});
  Node* make_text(std::string_view text);
  void append(Node* parent, Node* child);        ///< null parent: the root
  std::string_view keep(std::string_view text);  ///< a copy that lives as long as the tree
  std::string_view own(std::string text);        ///< the same without a copy
  void note_cut();

 private:
  struct Store;
  std::unique_ptr<Store> store_;
};

/// The next node in document order below `within`, null at the end. `next_outside` leaves the children of `node` out.
const Node* next_node(const Node* node, const Node* within);
const Node* next_outside(const Node* node, const Node* within);
/// First descendant element of that name, or null.
const Node* find_first(const Node* within, std::string_view name);
/// All text below a node, joined as it stands.
std::string text_of(const Node* node);

}  // namespace morgue::markup
