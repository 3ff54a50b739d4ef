// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/feed_content.h"

#include <string>
#include <string_view>
#include <utility>

#include "formats/feed_footer.h"
#include "formats/feed_text.h"
#include "formats/reject.h"

namespace morgue::formats {
namespace {

using markup::Node;
using View = std::string_view;

/// Bytes outside tags.
std::size_t text_size(View html) {
  std::size_t size = 0;
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    if (!in_tag) ++size;
    if (c == '>') in_tag = false;
  }
  return size;
}

bool is_blank(View text) {
  return trimmed(text).empty();
}

/// Of several elements of a name (Atom 0.3 gives one content in several shapes) the longest.
std::string longest(const FeedElement& entry, View name) {
  std::string best;
  for (const Node* node : entry.all(name)) {
    std::string text = feed_text(*node);
    if (text_size(text) > text_size(best) || is_blank(best)) best = std::move(text);
  }
  return best;
}

}  // namespace

void read_feed_content(const FeedElement& entry, const FeedContext& feed, FeedFields& out) {
  std::string body;
  for (const View name : {"content:encoded", "content", "xhtml:body", "body", "fullitem", "encoded"}) {
    if (body = longest(entry, name); !is_blank(body)) break;
  }
  std::string summary;
  for (const auto& [name, node] : entry.children()) {
    if (name != "description" && name != "summary" && name != "abstract") continue;
    std::string text = feed_text(*node);
    if (is_blank(text)) continue;
    if (is_blank(summary)) {
      summary = std::move(text);
    } else if (is_blank(body)) {
      body = std::move(text);  // whoever gives both has the short one first
    }
  }
  for (const View name : {"dc:description", "dcterms:abstract", "itunes:summary", "itunes:subtitle", "prism:teaser",
                          "media:description"}) {
    if (!is_blank(summary)) break;
    summary = longest(entry, name);
  }
  body = unescape_twice_escaped(std::move(body));
  summary = unescape_twice_escaped(std::move(summary));
  const std::string title = entry.text("title");
  remove_feed_footer(body, title, feed.source);
  remove_feed_footer(summary, title, feed.source);
  constexpr std::size_t kWholeText = 1500;
  if (is_blank(body) && text_size(summary) >= kWholeText) body = std::exchange(summary, {});
  out.add("summary", std::move(summary));
  out.add("body", std::move(body));
}

}  // namespace morgue::formats
