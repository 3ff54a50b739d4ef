// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "markup/html_tags.h"
#include "markup/tree.h"

namespace morgue::markup {

/// An element name of one page, and where in the stack of open elements it stands.
struct HtmlName {
  std::string_view name;
  Tag tag = Tag::Other;
  std::uint32_t traits = kNoTraits;
  std::vector<int> open;     ///< positions, ascending
  std::size_t too_deep = 0;  ///< open elements of that name beyond the deepest that are kept
};

/// The open elements, root first. Every question about them is answered without a walk, as a page may ask one with
/// each of its tags.
class HtmlStack {
 public:
  struct Open {
    Node* node = nullptr;
    HtmlName* name = nullptr;
    std::uint32_t traits = kNoTraits;
  };

  static constexpr int kNone = -1;

  void push(const Open& element);
  /// Pops until only `size` elements are left.
  void shrink(int size);
  [[nodiscard]] int size() const { return static_cast<int>(open_.size()); }
  [[nodiscard]] const Open& top() const { return open_.back(); }
  [[nodiscard]] const Open& at(int position) const { return open_[static_cast<std::size_t>(position)]; }

  /// Position of the innermost element of one of these traits (a single bit) or that name, else kNone.
  [[nodiscard]] int innermost(TagTraits trait) const;
  static int innermost(const HtmlName& name) { return name.open.empty() ? kNone : name.open.back(); }
  /// The outermost special element inside that position, else kNone.
  [[nodiscard]] int first_special_inside(int position) const;

 private:
  static constexpr std::size_t kBits = 17;
  std::vector<Open> open_;
  std::array<std::vector<int>, kBits> by_trait_;
};

}  // namespace morgue::markup
