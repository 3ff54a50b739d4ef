// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/html_tags.h"

#include <algorithm>
#include <array>

namespace morgue::webpage {
namespace {

struct Entry {
  std::string_view name;
  Tag tag;
};

constexpr auto kTags = std::to_array<Entry>({
    {"a", Tag::A},
    {"address", Tag::Block},
    {"annotation", Tag::Unread},
    {"applet", Tag::Unread},
    {"article", Tag::Article},
    {"aside", Tag::Aside},
    {"audio", Tag::Unread},
    {"blockquote", Tag::Blockquote},
    {"body", Tag::Body},
    {"br", Tag::Br},
    {"button", Tag::Button},
    {"canvas", Tag::Unread},
    {"caption", Tag::Block},
    {"center", Tag::Block},
    {"datalist", Tag::Unread},
    {"dd", Tag::Block},
    {"details", Tag::Block},
    {"dialog", Tag::Unread},
    {"dir", Tag::List},
    {"div", Tag::Div},
    {"dl", Tag::Block},
    {"dt", Tag::Block},
    {"embed", Tag::Unread},
    {"fieldset", Tag::Block},
    {"figcaption", Tag::Figcaption},
    {"figure", Tag::Figure},
    {"footer", Tag::Footer},
    {"form", Tag::Form},
    {"frameset", Tag::Unread},
    {"h1", Tag::Heading},
    {"h2", Tag::Heading},
    {"h3", Tag::Heading},
    {"h4", Tag::Heading},
    {"h5", Tag::Heading},
    {"h6", Tag::Heading},
    {"head", Tag::Unread},
    {"header", Tag::Header},
    {"hgroup", Tag::Block},
    {"hr", Tag::Hr},
    {"html", Tag::Html},
    {"iframe", Tag::Unread},
    {"input", Tag::Unread},
    {"legend", Tag::Block},
    {"li", Tag::Li},
    {"link", Tag::Unread},
    {"main", Tag::Main},
    {"map", Tag::Unread},
    {"menu", Tag::List},
    {"meta", Tag::Unread},
    {"nav", Tag::Nav},
    {"noframes", Tag::Unread},
    {"noscript", Tag::Noscript},
    {"object", Tag::Unread},
    {"ol", Tag::List},
    {"option", Tag::Unread},
    {"p", Tag::P},
    {"pre", Tag::Pre},
    {"rp", Tag::Unread},
    {"rt", Tag::Unread},
    {"script", Tag::Unread},
    {"section", Tag::Section},
    {"select", Tag::Unread},
    {"style", Tag::Unread},
    {"summary", Tag::Block},
    {"svg", Tag::Unread},
    {"table", Tag::Table},
    {"tbody", Tag::Block},
    {"td", Tag::Cell},
    {"template", Tag::Unread},
    {"textarea", Tag::Unread},
    {"tfoot", Tag::Block},
    {"th", Tag::Cell},
    {"thead", Tag::Block},
    {"time", Tag::Time},
    {"title", Tag::Unread},
    {"tr", Tag::Row},
    {"ul", Tag::List},
    {"video", Tag::Unread},
});
static_assert(std::ranges::is_sorted(kTags, {}, &Entry::name));

}  // namespace

Tag tag_of(std::string_view name) {
  const auto found = std::ranges::lower_bound(kTags, name, {}, &Entry::name);
  return found != kTags.end() && found->name == name ? found->tag : Tag::Inline;
}

bool breaks_line(Tag tag) {
  return tag != Tag::Inline && tag != Tag::A && tag != Tag::Time && tag != Tag::Button;
}

}  // namespace morgue::webpage
