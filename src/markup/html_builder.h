// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "markup/html_stack.h"
#include "markup/html_tokens.h"
#include "markup/tree.h"

namespace morgue::markup {

/// Makes a tree of tags and text by the HTML standard's rules for implied and misnested tags, without its tables for
/// framesets, without moving stray text out of tables, and without opening formatting elements again in the next block.
class HtmlBuilder {
 public:
  HtmlBuilder(std::string_view html, Tree& tree) : tree_(tree), tokens_(html, tree) {}
  void run();

 private:
  HtmlName& name_of(std::string_view name);
  HtmlName* known(std::string_view name);

  void text(std::string_view text);
  void start_tag();
  void end_tag();
  bool document_tag(const HtmlName& name);
  void skip_tag();
  bool is_full();
  void start_foreign(HtmlName& name);
  void start_html(HtmlName& name);
  bool make_room_for(HtmlName& name);
  bool make_room_in_table(const HtmlName& name);
  void close_item(std::string_view one, std::string_view other);
  void end_deep_or_html(HtmlName& name);
  void end_html(HtmlName& name);
  void end_formatting(HtmlName& name);
  Node* adopt(int outer, int block);

  void ensure_root();
  void open_head();
  void open_body();
  [[nodiscard]] bool in_foreign() const;
  [[nodiscard]] bool in_head_noscript() const;
  Node* insert(HtmlName& name, std::uint32_t traits, bool stays_open);
  void add_text_element(HtmlName& name, bool references);
  void merge_attributes(Node* node);
  void close(int position);
  bool close_if_inside(HtmlName& name, int barrier);
  bool top_is(Tag tag) const { return stack_.size() > 0 && stack_.top().name->tag == tag; }
  int position_of(std::string_view name);
  void flush();

  Tree& tree_;
  HtmlTokens tokens_;
  HtmlStack stack_;
  std::unordered_map<std::string_view, HtmlName> names_;
  std::vector<HtmlName*> too_deep_;  ///< open elements below the deepest that are kept, outermost first
  Node* html_ = nullptr;
  Node* head_ = nullptr;
  Node* body_ = nullptr;
  std::size_t parts_ = 0;     ///< of the tree
  int templates_ = 0;         ///< open ones, whose content is no part of the page
  std::string_view pending_;  ///< text not yet in the tree
  std::string joined_;        ///< the same, if it comes of several pieces
};

}  // namespace morgue::markup
