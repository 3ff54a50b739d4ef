// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/xml_fields.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "formats/reject.h"

namespace morgue::formats {
namespace {

using markup::Node;

/// Elements that dress text and are no values of their own.
bool is_dress(std::string_view name) {
  constexpr std::array<std::string_view, 24> kDress = {"p",   "br",  "b",   "i",  "em",         "strong", "a",  "span",
                                                       "div", "u",   "ul",  "ol", "li",         "h1",     "h2", "h3",
                                                       "h4",  "sup", "sub", "q",  "blockquote", "table",  "tr", "td"};
  return std::find(kDress.begin(), kDress.end(), name) != kDress.end();
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Text with markup in it: dressed, or standing beside elements.
bool is_prose(const Node& element) {
  bool text = false;
  bool elements = false;
  bool dressed = false;
  for (const Node* child = element.first_child; child != nullptr; child = child->next) {
    if (child->is_element()) {
      elements = true;
      dressed = dressed || is_dress(child->name);
    } else {
      text = text || !is_blank(child->text);
    }
  }
  return dressed || (text && elements);
}

void escape(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
}

/// Everything inside an element as HTML, without attributes.
std::string inner_html(const Node& element) {
  std::string out;
  const auto close = [&](const Node* node) { out.append("</").append(node->name).append(">"); };
  for (const Node* node = element.first_child; node != nullptr;) {
    if (!node->is_element()) {
      escape(node->text, out);
    } else {
      out.append("<").append(node->name).append(">");
      if (node->first_child != nullptr) {
        node = node->first_child;
        continue;
      }
      if (node->name != "br") close(node);
    }
    while (node != nullptr && node->next == nullptr) {
      node = node->parent;
      if (node == &element) return out;
      close(node);
    }
    node = node->next;
  }
  return out;
}

bool has_element(const Node& element) {
  for (const Node* child = element.first_child; child != nullptr; child = child->next) {
    if (child->is_element()) return true;
  }
  return false;
}

class Collector {
 public:
  Collector(std::vector<Field>& fields, std::size_t most) : fields_(fields), most_(most) {}

  // The depth of a tree is capped by its maker.
  bool collect(const Node& element, const std::string& path) {
    for (const markup::Attribute& attribute : element.attributes) {
      if (!attribute.name.starts_with("xmlns") &&
          !add(joined(path, "@" + std::string(attribute.name)), attribute.value)) {
        return false;
      }
    }
    if (!has_element(element)) return add(path, markup::text_of(&element));
    if (!path.empty() && is_prose(element)) return add(path, inner_html(element));
    for (const Node* child = element.first_child; child != nullptr; child = child->next) {
      if (child->is_element() && !collect(*child, joined(path, child->name))) return false;
    }
    return true;
  }

 private:
  static std::string joined(const std::string& path, std::string_view name) {
    return path.empty() ? std::string(name) : path + "." + std::string(name);
  }

  bool add(const std::string& path, std::string_view value) {
    value = trimmed(value);
    if (value.empty()) return true;
    if (fields_.size() >= most_) return false;
    fields_.push_back({path.empty() ? "text" : path, std::string(value), Field::Kind::Text});
    return true;
  }

  std::vector<Field>& fields_;
  std::size_t most_;
};

}  // namespace

bool xml_fields(const markup::Node& record, std::vector<Field>& fields, std::size_t most) {
  return Collector(fields, most).collect(record, {});
}

std::string guess_records(const markup::Tree& document) {
  const Node* element = document.root();
  while (element != nullptr) {
    std::map<std::string_view, int> frames;
    const Node* only = nullptr;
    bool values = false;
    for (const Node* child = element->first_child; child != nullptr; child = child->next) {
      if (!child->is_element()) continue;
      if (!has_element(*child) || is_prose(*child)) {
        values = values || child->first_child != nullptr;
        continue;
      }
      ++frames[child->name];
      if (only == nullptr) only = child;
    }
    const auto alike = std::max_element(frames.begin(), frames.end(),
                                        [](const auto& a, const auto& b) { return a.second < b.second; });
    if (alike != frames.end() && alike->second > 1) {
      const Node* first = element->first_child;
      while (!first->is_element(alike->first)) first = first->next;
      element = first;
      // A frame of frames (sections of articles) goes on downwards.
      bool inner = false;
      for (const Node* child = first->first_child; child != nullptr; child = child->next) {
        inner = inner || (child->is_element() && (!has_element(*child) || is_prose(*child)));
      }
      if (inner) return std::string(first->name);
      continue;
    }
    if (values || only == nullptr) return std::string(element->name);
    element = only;
  }
  return {};
}

}  // namespace morgue::formats
