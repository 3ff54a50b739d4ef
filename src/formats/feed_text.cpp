// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/feed_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "formats/reject.h"
#include "text/charset.h"

namespace morgue::formats {
namespace {

using markup::Node;
using View = std::string_view;

/// Elements that part text, or hold what is no text of the article: the others leave nothing but their content.
constexpr auto kShown = std::to_array<View>(
    {"p",      "div",   "h1",         "h2",     "h3",     "h4",       "h5",       "h6",     "ul",      "ol",
     "li",     "table", "tr",         "thead",  "tbody",  "td",       "th",       "br",     "hr",      "blockquote",
     "dl",     "dt",    "dd",         "pre",    "figure", "section",  "article",  "aside",  "header",  "footer",
     "script", "style", "figcaption", "iframe", "select", "noscript", "template", "object", "address", "center"});

std::string lower(View text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool has_elements(const Node& element) {
  for (const Node* child = element.first_child; child != nullptr; child = child->next) {
    if (child->is_element()) return true;
  }
  return false;
}

void append_plain(View text, std::string& out) {
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else {
      out += c;
    }
  }
}

/// The depth of a tree is capped, so is that of the calls.
void append_inline(const Node& element, std::string& out) {
  for (const Node* child = element.first_child; child != nullptr; child = child->next) {
    if (!child->is_element()) {
      append_plain(child->text, out);
      continue;
    }
    std::string name = lower(child->name.substr(child->name.find(':') + 1));
    if (name == "svg") continue;
    if (std::find(kShown.begin(), kShown.end(), name) == kShown.end()) {
      append_inline(*child, out);
      continue;
    }
    out.append("<").append(name).append(">");
    if (name == "br" || name == "hr") continue;
    append_inline(*child, out);
    out.append("</").append(name).append(">");
  }
}

std::optional<std::string> decode_base64(View text) {
  constexpr View kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '=') continue;
    const std::size_t value = kAlphabet.find(c);
    if (value == kAlphabet.npos) return std::nullopt;
    bits = (bits << 6U | static_cast<unsigned>(value)) & 0xFFFFFFU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
  }
  return out;
}

enum class Type { Unknown, Plain, Html, Markup, Other };

Type type_of(View declared) {
  const std::string type = lower(trimmed(declared.substr(0, declared.find(';'))));
  if (type.empty()) return Type::Unknown;
  if (type == "html" || type == "text/html") return Type::Html;
  if (type == "xhtml" || type.ends_with("/xml") || type.ends_with("+xml")) return Type::Markup;
  if (type == "text" || type.starts_with("text/")) return Type::Plain;
  return type.find('/') == type.npos ? Type::Unknown : Type::Other;
}

}  // namespace

std::string html_from_plain(View text) {
  std::string out;
  append_plain(text, out);
  return out;
}

std::string feed_text(const Node& element) {
  if (has_elements(element)) {
    std::string out;
    append_inline(element, out);
    return out;
  }
  std::string text = markup::text_of(&element);
  const Type type = type_of(element.attribute("type"));
  const std::string mode = lower(trimmed(element.attribute("mode")));
  if (mode == "base64" || (mode.empty() && type == Type::Other)) {
    auto decoded = decode_base64(text);
    // Pictures and sound come in Base64, too.
    if (!decoded || decoded->find('\0') != decoded->npos) return {};
    text = text::to_utf8(*decoded);
    return type == Type::Plain ? html_from_plain(text) : text;
  }
  const bool plain = type == Type::Plain || type == Type::Markup;
  return plain && mode != "escaped" ? html_from_plain(text) : text;
}

}  // namespace morgue::formats
