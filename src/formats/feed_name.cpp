// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/feed_name.h"

#include <array>
#include <utility>

namespace morgue::formats {
namespace {

using View = std::string_view;

std::string lower(View text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// Parts of namespace names, in lower case, and the prefix they stand for; none: the feed's own elements. The first
/// that fits counts: modules stand before what they extend.
constexpr auto kSpaces = std::to_array<std::pair<View, View>>({
    {"purl.org/rss/1.0/modules/content", "content:"},
    {"purl.org/rss/1.0/modules/", "?"},
    {"purl.org/rss/1.0", ""},
    {"netscape.com/rdf", ""},
    {"backend.userland.com/rss", ""},
    {"law.harvard.edu/", ""},
    {"purl.org/atom/app", "app:"},
    {"w3.org/2007/app", "app:"},
    {"purl.org/atom", ""},
    {"w3.org/2005/atom", ""},
    {"purl.org/echo", ""},
    {"cdf", ""},
    {"purl.org/dc/elements", "dc:"},
    {"purl.org/dc/terms", "dcterms:"},
    {"podcast-1.0.dtd", "itunes:"},
    {"search.yahoo.com/mrss", "media:"},
    {"wordpress.org/export", "wp:"},
    {"w3.org/1999/xhtml", "xhtml:"},
    {"rssnamespace.org/feedburner", "feedburner:"},
    {"georss.org", "georss:"},
    {"prismstandard.org", "prism:"},
});

/// What is meant by a prefix that the feed does not declare.
View prefix_for(View undeclared) {
  constexpr auto kUsual = std::to_array<View>({"content:", "dc:", "dcterms:", "itunes:", "media:", "wp:", "excerpt:",
                                               "xhtml:", "feedburner:", "georss:", "prism:", "app:"});
  for (const View usual : kUsual) {
    if (undeclared == usual) return usual;
  }
  return undeclared == "rss:" || undeclared == "atom:" ? View("") : View("?");
}

View prefix_of(View space, View own) {
  if (space.empty()) return "";
  const std::string folded = lower(space);
  if (folded.find("wordpress.org/export") != folded.npos && folded.find("excerpt") != folded.npos) return "excerpt:";
  for (const auto& [part, prefix] : kSpaces) {
    if (folded.find(part) != folded.npos) return prefix;
  }
  return space == own ? "" : "?";
}

}  // namespace

std::string feed_name(const markup::Node& element, View own) {
  View name = element.name;
  View prefix = prefix_of(element.space, own);
  if (const std::size_t colon = name.find(':'); colon != name.npos) {
    prefix = prefix_for(lower(name.substr(0, colon + 1)));
    name.remove_prefix(colon + 1);
  }
  if (prefix == "?") return {};
  return std::string(prefix) + lower(name);
}

}  // namespace morgue::formats
