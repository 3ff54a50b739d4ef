// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/page_blocks.h"

#include <string_view>
#include <utility>

#include "webpage/data_tables.h"

namespace morgue::webpage {
namespace {

using markup::Node;

constexpr Marks kInlineLeftOut = mark::kHidden;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool leads_elsewhere(const Node& link) {
  const std::string_view href = link.attribute("href");
  // Without an address a script leads there; with a name it is a place to jump to.
  if (href.empty()) return link.attribute("name").empty() && link.attribute("id").empty();
  return href.front() != '#';
}

/// Whether an element of a line has paragraphs in it all the same; looked for in its first nodes only.
bool holds_lines(const Node& element) {
  constexpr int kLooked = 100;
  int looked = 0;
  for (const Node* at = element.first_child; at != nullptr && looked < kLooked; at = markup::next_node(at, &element)) {
    ++looked;
    if (at->is_element() && tag_of(at->name) != Tag::Unread && tag_of(at->name) != Tag::Br &&
        breaks_line(tag_of(at->name)))
      return true;
  }
  return false;
}

class Splitter {
 public:
  PageBlocks run(const Node* root) {
    const Node* node = root;
    while (node != nullptr) {
      const bool down = enter(*node);
      if (down && node->first_child != nullptr) {
        node = node->first_child;
        continue;
      }
      if (down) leave(*node);
      while (node != root && node->next == nullptr) {
        node = node->parent;
        leave(*node);
      }
      node = node == root ? nullptr : node->next;
    }
    flush();
    return std::move(out_);
  }

 private:
  struct Inline {
    const Node* node;
    Marks marks;
    std::size_t begin;  ///< in the text of the open block, of block number `block`
    std::size_t block;
  };

  /// Whether to go on with the children (and to leave later).
  bool enter(const Node& node) {
    if (!node.is_element()) {
      add_text(node.text);
      return false;
    }
    const Tag tag = tag_of(node.name);
    if (tag == Tag::Unread) return false;
    if (tag == Tag::Br) {
      line_break();
      return false;
    }
    const Marks marks = reader_.read(node, tag);
    const bool element = breaks_line(tag) || (marks != 0 && holds_lines(node));
    if (!element && (marks & kInlineLeftOut) != 0 && out_.elements.size() > 1) return false;
    if (element) open_element(node, breaks_line(tag) ? tag : Tag::Block, marks);
    if (tag == Tag::A && leads_elsewhere(node)) {
      if (links_++ == 0) linked_from_ = open_.text.size();
      ++open_.links;
    }
    if (element) return true;
    if (marks != 0) inlines_.push_back({&node, marks, open_.text.size(), out_.blocks.size()});
    return true;
  }

  void leave(const Node& node) {
    const Tag tag = tag_of(node.name);
    const bool element = !stack_.empty() && out_.elements[stack_.back()].node == &node;
    if (element) close_element();
    if (tag == Tag::A && leads_elsewhere(node) && links_ > 0 && --links_ == 0) count_linked();
    if (element) return;
    if (!inlines_.empty() && inlines_.back().node == &node) {
      const Inline& last = inlines_.back();
      if (last.block == out_.blocks.size() && open_.text.size() > last.begin) {
        covered_.push_back({last.marks, open_.text.size() - last.begin});
      }
      inlines_.pop_back();
    }
  }

  void open_element(const Node& node, Tag tag, Marks marks) {
    // Cells of a table of data are one line together.
    if (tag == Tag::Cell && row_depth_ > 0) {
      if (!open_.text.empty() && !open_.text.ends_with(" | ")) open_.text += " | ";
      pending_space_ = false;
    } else if (row_depth_ == 0) {
      flush();
    }
    Element element;
    element.node = &node;
    element.tag = tag;
    element.marks = marks;
    element.parent = stack_.empty() ? 0 : stack_.back();
    element.first_block = static_cast<std::uint32_t>(out_.blocks.size());
    if (tag == Tag::Heading) element.level = static_cast<std::uint8_t>(node.name[1] - '0');
    if (tag == Tag::Table && row_depth_ == 0 && is_data_table(node)) element.marks |= mark::kTable;
    const bool in_data = !stack_.empty() && (out_.elements[stack_.back()].marks & mark::kTable) != 0;
    if (in_data && tag != Tag::Row && tag != Tag::Table) element.marks |= mark::kTable;  // tbody
    if (tag == Tag::Row && in_data)
      ++row_depth_;
    else if (row_depth_ > 0)
      ++row_depth_;
    if (tag == Tag::Pre) ++pre_;
    stack_.push_back(static_cast<std::uint32_t>(out_.elements.size()));
    out_.elements.push_back(element);
  }

  void close_element() {
    if (row_depth_ == 0 || --row_depth_ == 0) flush();
    Element& element = out_.elements[stack_.back()];
    if (element.tag == Tag::Pre) --pre_;
    element.end = static_cast<std::uint32_t>(out_.elements.size());
    element.end_block = static_cast<std::uint32_t>(out_.blocks.size());
    stack_.pop_back();
  }

  void add_text(std::string_view text) {
    if (stack_.empty()) return;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (pre_ > 0 && c == '\n') {
        open_.text += '\n';
        pending_space_ = false;
        continue;
      }
      const bool wide = c == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
      if (wide || is_space(c)) {
        if (pre_ > 0) open_.text += ' ';
        pending_space_ = pre_ == 0;
        i += wide ? 1 : 0;
        continue;
      }
      if (pending_space_ && !open_.text.empty() && open_.text.back() != '\n' && !open_.text.ends_with(' '))
        open_.text += ' ';
      pending_space_ = false;
      breaks_ = 0;
      open_.text += c;
      owner_ = stack_.back();
    }
  }

  void line_break() {
    pending_space_ = false;
    if (row_depth_ > 0) {
      pending_space_ = true;
      return;
    }
    if (open_.text.empty()) return;
    if (++breaks_ > 1) {
      flush();
      return;
    }
    open_.text += '\n';
  }

  void count_linked() {
    if (open_.text.size() > linked_from_) open_.linked += static_cast<std::uint32_t>(open_.text.size() - linked_from_);
    linked_from_ = 0;
  }

  void flush() {
    pending_space_ = false;
    breaks_ = 0;
    if (links_ > 0) count_linked();
    std::string& text = open_.text;
    const std::size_t end = text.find_last_not_of(" \n|");
    if (end != std::string::npos) {
      text.erase(end + 1);
      open_.element = owner_;
      constexpr std::size_t kNearlyAll = 5;  // sixths
      for (const Inline& open : inlines_) {
        if (open.block < out_.blocks.size() || open.begin == 0) open_.marks |= open.marks;
      }
      for (const auto& [marks, bytes] : covered_) {
        if (bytes * (kNearlyAll + 1) >= text.size() * kNearlyAll) open_.marks |= marks;
      }
      out_.blocks.push_back(std::move(open_));
    }
    open_ = Block();
    if (links_ > 0) ++open_.links;
    covered_.clear();
  }

  PageBlocks out_;
  MarkReader reader_;
  std::vector<std::uint32_t> stack_;
  std::vector<Inline> inlines_;
  std::vector<std::pair<Marks, std::size_t>> covered_;
  Block open_;
  std::uint32_t owner_ = 0;
  std::size_t linked_from_ = 0;
  int links_ = 0;
  int pre_ = 0;
  int breaks_ = 0;
  int row_depth_ = 0;
  bool pending_space_ = false;
};

}  // namespace

PageBlocks split_into_blocks(const markup::Tree& page) {
  return page.root() == nullptr ? PageBlocks() : Splitter().run(page.root());
}

}  // namespace morgue::webpage
