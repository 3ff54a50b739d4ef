// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/plain_text.h"

#include <algorithm>
#include <array>

#include "markup/html.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;

constexpr std::size_t kLongestLine = 16384;

bool is_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// `&amp;`, `&#8217;`, `</p>`, `<em>`: there is markup to resolve.
bool has_markup(View text) {
  for (std::size_t at = text.find_first_of("&<"); at != View::npos; at = text.find_first_of("&<", at + 1)) {
    if (at + 1 >= text.size()) return false;
    const char next = text[at + 1];
    if (text[at] == '<') {
      if (is_alnum(next) || next == '/' || next == '!') return true;
      continue;
    }
    std::size_t end = at + 1;
    if (next == '#') ++end;
    while (end < text.size() && end < at + 12 && is_alnum(text[end])) ++end;
    if (end > at + 2 && end < text.size() && text[end] == ';') return true;
  }
  return false;
}

bool is_unseen(View name) {
  constexpr std::array<View, 12> kUnseen = {"script", "style",  "noscript", "template", "svg",   "button",
                                            "select", "iframe", "head",     "video",    "audio", "figure"};
  return std::ranges::find(kUnseen, name) != kUnseen.end();
}

bool is_inline(View name) {
  constexpr std::array<View, 24> kInline = {"a",   "abbr", "b",    "bdi",    "bdo", "cite", "code",  "data",
                                            "em",  "font", "i",    "mark",   "q",   "s",    "small", "strong",
                                            "sub", "sup",  "span", "strike", "u",   "wbr",  "del",   "ins"};
  return std::ranges::find(kInline, name) != kInline.end();
}

/// Text below a node with `gap` where the line breaks.
std::string joined(const markup::Node* within, View gap, std::size_t most_bytes, bool apart = false) {
  std::string out;
  // A tree of empty elements has no text to stop at.
  std::size_t steps = most_bytes * 2 + 500;
  for (const markup::Node* node = within; node != nullptr && out.size() < most_bytes && steps > 0; --steps) {
    if (!node->is_element()) {
      out += node->text;
    } else if (node != within && is_unseen(node->name)) {
      out += ' ';
      node = markup::next_outside(node, within);
      continue;
    } else if (!is_inline(node->name)) {
      out += gap;
    } else if (apart && (node->name == "span" || node->name == "a")) {
      out += ' ';
    }
    // Leaving an element breaks the line as entering it does.
    const markup::Node* next = markup::next_node(node, within);
    for (const markup::Node* up = node; up != nullptr && up != within && next != nullptr; up = up->parent) {
      if (up == next->parent || up == next) break;
      if (up->is_element() && (!is_inline(up->name) || (apart && (up->name == "span" || up->name == "a")))) {
        out += gap;
        break;
      }
    }
    node = next;
  }
  if (out.size() > most_bytes) out.resize(text::truncate_utf8(out, most_bytes).size());
  return out;
}

std::string resolved(View value, View gap) {
  std::string text(value);
  for (int round = 0; round < 2 && has_markup(text); ++round) {
    const markup::Tree tree = markup::parse_html(text);
    if (tree.root() == nullptr) return {};
    const markup::Node* body = markup::find_first(tree.root(), "body");
    text = joined(body != nullptr ? body : tree.root(), gap, text.size());
  }
  return text;
}

}  // namespace

std::string plain_line(std::string_view value) {
  return text::clean_line(resolved(text::truncate_utf8(value, kLongestLine), " "));
}

std::string plain_paragraphs(std::string_view value) {
  return text::clean_body(resolved(value, "\n\n"));
}

std::string visible_line(const markup::Node* node, std::size_t most_bytes) {
  if (node == nullptr) return {};
  return text::clean_line(joined(node, " ", most_bytes));
}

std::string pieces_line(const markup::Node* node, std::size_t most_bytes) {
  if (node == nullptr) return {};
  return text::clean_line(joined(node, " ", most_bytes, true));
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

}  // namespace morgue::webpage
