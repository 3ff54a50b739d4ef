// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/feed_element.h"

#include <algorithm>

#include "formats/feed_name.h"
#include "formats/reject.h"

namespace morgue::formats {
namespace {

using markup::Node;

bool same_letters(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

bool is_blank(const Node& element) {
  for (const Node* child = element.first_child; child != nullptr; child = child->next) {
    if (child->is_element() || !trimmed(child->text).empty()) return false;
  }
  return true;
}

/// Elements that only hold others of the same entry together.
bool is_group(std::string_view name) {
  return name == "media:group" || name == "app:control";
}

}  // namespace

FeedElement::FeedElement(const Node& element) : element_(element) {
  for (const Node* child = element.first_child; child != nullptr; child = child->next) {
    if (!child->is_element()) continue;
    std::string name = feed_name(*child, element.space);
    if (name.empty()) continue;
    const bool group = is_group(name);
    children_.emplace_back(std::move(name), child);
    if (!group) continue;
    for (const Node* inner = child->first_child; inner != nullptr; inner = inner->next) {
      if (!inner->is_element()) continue;
      if (std::string inside = feed_name(*inner, element.space); !inside.empty())
        children_.emplace_back(std::move(inside), inner);
    }
  }
}

std::vector<const Node*> FeedElement::all(std::string_view name) const {
  std::vector<const Node*> found;
  for (const auto& [own, node] : children_) {
    if (own == name) found.push_back(node);
  }
  return found;
}

const Node* FeedElement::first(std::string_view name) const {
  for (const auto& [own, node] : children_) {
    if (own == name && !is_blank(*node)) return node;
  }
  return nullptr;
}

std::string FeedElement::text(std::string_view name) const {
  const Node* found = first(name);
  return found == nullptr ? std::string() : feed_plain(*found);
}

std::string_view feed_attribute(const Node& element, std::string_view name) {
  const bool in_xml = name.starts_with("xml:");
  for (const markup::Attribute& attribute : element.attributes) {
    const std::size_t colon = in_xml ? attribute.name.npos : attribute.name.find(':');
    const std::string_view own = attribute.name.substr(colon == attribute.name.npos ? 0 : colon + 1);
    if (same_letters(own, name)) return trimmed(attribute.value);
  }
  return {};
}

std::string feed_plain(const Node& element) {
  return std::string(trimmed(markup::text_of(&element)));
}

std::string_view link_kind(const Node& link) {
  const std::string_view kind = feed_attribute(link, "rel");
  constexpr std::string_view kRegistry = "http://www.iana.org/assignments/relation/";
  if (kind.empty()) return "alternate";
  return kind.starts_with(kRegistry) ? kind.substr(kRegistry.size()) : kind;
}

std::string link_target(const Node& link) {
  const std::string_view target = feed_attribute(link, "href");
  if (!target.empty()) return std::string(target);
  const std::string text = feed_plain(link);
  return text.find_first_of("<> \n") == text.npos ? text : std::string();
}

std::string person_name(const Node& person) {
  const FeedElement parts(person);
  if (!parts.children().empty()) return parts.text("name");
  std::string text = feed_plain(person);
  if (text.find('@') == text.npos) return text;
  const std::size_t open = text.find_first_of("(<");
  if (open == text.npos) return text.find(' ') == text.npos ? std::string() : text;
  const std::string_view before = trimmed(std::string_view(text).substr(0, open));
  const std::size_t close = std::min(text.find_first_of(")>", open), text.size());
  const std::string_view inside = trimmed(std::string_view(text).substr(open + 1, close - open - 1));
  if (before.find('@') == before.npos) return std::string(before);
  return inside.find('@') == inside.npos ? std::string(inside) : std::string();
}

}  // namespace morgue::formats
