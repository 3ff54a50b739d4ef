// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/feed_context.h"

#include <algorithm>
#include <utility>

#include "formats/feed_address.h"
#include "formats/feed_element.h"
#include "formats/feed_name.h"
#include "formats/feed_text.h"
#include "formats/reject.h"

namespace morgue::formats {
namespace {

using markup::Node;

/// Writers and categories of one export; more is not a site.
constexpr std::size_t kMostNames = 100000;

std::string lower(std::string_view text) {
  std::string out(text.substr(text.find(':') + 1));
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

void set(std::string& value, std::string found) {
  if (value.empty()) value = std::move(found);
}

void read_writer(const Node& element, std::map<std::string, std::string>& writers) {
  const FeedElement parts(element);
  const std::string login = parts.text("wp:author_login");
  std::string name = parts.text("wp:author_display_name");
  const std::string first = parts.text("wp:author_first_name");
  const std::string last = parts.text("wp:author_last_name");
  // Who never set a name to be shown is shown by the login; the full name is what a byline would say.
  if ((name.empty() || name == login) && !first.empty() && !last.empty()) name = first + " " + last;
  if (!login.empty() && !name.empty() && writers.size() < kMostNames) writers.try_emplace(login, std::move(name));
}

void read_term(const Node& element, std::map<std::string, std::string>& terms) {
  const FeedElement parts(element);
  const std::string number = parts.text("wp:term_id");
  std::string name = parts.text("wp:cat_name");
  if (!number.empty() && !name.empty() && terms.size() < kMostNames) terms.try_emplace(number, std::move(name));
}

}  // namespace

bool is_feed_frame(std::string_view name) {
  const std::string own = lower(name);
  return own == "rss" || own == "rdf" || own == "channel" || own == "feed";
}

bool is_feed_entry(std::string_view name) {
  const std::string own = lower(name);
  return own == "item" || own == "entry";
}

void FeedContext::read_frame(const Node& root) {
  const Node* frame = is_feed_frame(root.name) ? &root : nullptr;
  while (frame != nullptr) {
    const std::string_view inner = feed_attribute(*frame, "xml:base");
    const std::string_view own = inner.empty() ? feed_attribute(*frame, "base") : inner;
    if (!own.empty()) base = resolve_address(base, own);
    if (const std::string_view declared = feed_attribute(*frame, "xml:lang"); !declared.empty()) language = declared;
    if (lower(frame->name) == "channel") set(link, resolve_address(base, feed_attribute(*frame, "href")));
    const Node* next = frame->first_child;
    while (next != nullptr && !(next->is_element() && is_feed_frame(next->name))) next = next->next;
    frame = next;
  }
}

void FeedContext::read(const Node& element) {
  const std::string name = feed_name(element);
  if (name == "title") {
    set(source, feed_text(element));
  } else if (name == "link") {
    const std::string target = resolve_address(base, link_target(element));
    if (link_kind(element) == "alternate" && is_absolute_address(target)) set(link, target);
  } else if (name == "language" || name == "dc:language") {
    set(language, feed_plain(element));
  } else if (name == "author" && FeedElement(element).first("name") != nullptr) {
    if (authors.size() < kMostNames) authors.push_back(person_name(element));
  } else if (name == "wp:author") {
    read_writer(element, writers);
  } else if (name == "wp:category") {
    read_term(element, terms);
  } else if (name == "wp:base_blog_url") {
    set(link, feed_plain(element));
  }
}

}  // namespace morgue::formats
