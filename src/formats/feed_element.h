// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markup/tree.h"

namespace morgue::formats {

/// The children of an element of a feed, by the names of feed_name().
class FeedElement {
 public:
  explicit FeedElement(const markup::Node& element);

  [[nodiscard]] const markup::Node& node() const { return element_; }
  [[nodiscard]] const std::vector<std::pair<std::string, const markup::Node*>>& children() const { return children_; }
  /// All children of that name, in order.
  [[nodiscard]] std::vector<const markup::Node*> all(std::string_view name) const;
  /// The first child of that name that has any text or elements, else null.
  [[nodiscard]] const markup::Node* first(std::string_view name) const;
  /// Its text without blanks around it; empty if there is none.
  [[nodiscard]] std::string text(std::string_view name) const;

 private:
  const markup::Node& element_;
  std::vector<std::pair<std::string, const markup::Node*>> children_;
};

/// The value of an attribute whatever its case and prefix (`xml:` and no other counts for `xml:base`).
std::string_view feed_attribute(const markup::Node& element, std::string_view name);
/// The text below an element, without blanks around it.
std::string feed_plain(const markup::Node& element);
/// Where a `link` leads: its `href`, else its text.
std::string_view link_kind(const markup::Node& link);
std::string link_target(const markup::Node& link);
/// The names in an element that stands for a person or several: `mail (Name)`, `Name <mail>`, Atom's `name`. Empty for
/// a bare address.
std::string person_name(const markup::Node& person);

}  // namespace morgue::formats
