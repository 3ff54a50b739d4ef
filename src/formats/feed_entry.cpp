// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/feed_entry.h"

#include <string_view>
#include <utility>

#include "formats/feed_address.h"
#include "formats/feed_content.h"
#include "formats/feed_element.h"
#include "formats/feed_fields.h"
#include "formats/feed_text.h"
#include "formats/wordpress_item.h"

namespace morgue::formats {
namespace {

using markup::Node;
using View = std::string_view;

bool is_web_address(View text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

/// Reads an entry of any feed but a WordPress export.
class EntryReader {
 public:
  EntryReader(const FeedElement& entry, const FeedContext& feed, FeedFields& out)
      : entry_(entry),
        feed_(feed),
        out_(out),
        base_(resolve_address(feed.base, feed_attribute(entry.node(), "xml:base"))) {
    if (base_.empty()) base_ = feed.base;
  }

  void read() {
    out_.add("key", first_plain({"id", "guid", "dc:identifier"}, feed_attribute(entry_.node(), "about")));
    out_.add("headline", first_text({"title", "dc:title", "itunes:title", "media:title"}));
    out_.add("url", address());
    read_authors();
    read_dates();
    read_source();
    read_topics();
    read_language();
    read_feed_content(entry_, feed_, out_);
  }

 private:
  [[nodiscard]] std::string first_plain(std::initializer_list<View> names, View otherwise = {}) const {
    for (const View name : names) {
      if (std::string text = entry_.text(name); !text.empty()) return text;
    }
    return std::string(otherwise);
  }

  [[nodiscard]] std::string first_text(std::initializer_list<View> names) const {
    for (const View name : names) {
      if (const Node* found = entry_.first(name)) return feed_text(*found);
    }
    return {};
  }

  [[nodiscard]] std::string resolved(View address, const Node& where) const {
    const View own = feed_attribute(where, "xml:base");
    std::string base = own.empty() ? base_ : resolve_address(base_, own);
    // What a feed leaves relative is relative to its site.
    if (!is_absolute_address(base)) base = resolve_address(feed_.link, base.empty() ? View(feed_.link) : View(base));
    return resolve_address(base, address);
  }

  [[nodiscard]] std::string address() const {
    if (std::string original = entry_.text("feedburner:origlink"); !original.empty()) return original;
    if (std::string found = linked(); !found.empty()) return found;
    const Node* guid = entry_.first("guid");
    if (guid != nullptr && feed_attribute(*guid, "ispermalink") != "false") {
      if (std::string text = feed_plain(*guid); is_web_address(text)) return text;
    }
    if (const View about = feed_attribute(entry_.node(), "about"); is_web_address(about)) return std::string(about);
    if (const View href = feed_attribute(entry_.node(), "href"); !href.empty()) return resolved(href, entry_.node());
    for (const View name : {"a", "content"}) {
      const auto found = entry_.all(name);
      if (found.empty()) continue;
      const View target = feed_attribute(*found.front(), name == "a" ? "href" : "src");
      if (!target.empty()) return resolved(target, *found.front());
    }
    return {};
  }

  /// The page before other shapes of the entry.
  [[nodiscard]] std::string linked() const {
    std::string other;
    for (const Node* link : entry_.all("link")) {
      if (link_kind(*link) != "alternate") continue;
      std::string target = link_target(*link);
      if (target.empty()) continue;
      const View type = feed_attribute(*link, "type");
      target = resolved(target, *link);
      if (type.empty() || type.find("html") != View::npos) return target;
      if (other.empty()) other = std::move(target);
    }
    return other;
  }

  bool add_people(const FeedElement& element, View name) {
    for (const Node* person : element.all(name)) out_.add("authors", person_name(*person));
    return out_.has("authors");
  }

  void read_authors() {
    for (const View name : {"author", "dc:creator", "dc:author", "itunes:author"}) {
      if (add_people(entry_, name)) return;
    }
    for (const Node* credit : entry_.all("media:credit")) {
      if (feed_attribute(*credit, "role") == "author") out_.add("authors", person_name(*credit));
    }
    if (out_.has("authors")) return;
    if (const Node* source = entry_.first("source")) {
      if (add_people(FeedElement(*source), "author")) return;
    }
    for (const std::string& name : feed_.authors) out_.add("authors", name);
  }

  void add_dates(View path, std::initializer_list<View> names) {
    for (const View name : names) {
      const auto dates = entry_.all(name);
      // Of several, the last was meant to replace the others.
      for (auto date = dates.rbegin(); date != dates.rend(); ++date) out_.add(path, feed_plain(**date));
    }
  }

  void read_dates() {
    add_dates("published", {"published", "issued", "pubdate", "dcterms:issued", "prism:publicationdate", "dc:date",
                            "date", "dcterms:created", "created", "dcterms:date"});
    const auto updates = {View("updated"), View("modified"), View("dcterms:modified"), View("prism:modificationdate")};
    add_dates("updated", updates);
    const std::string touched(feed_attribute(entry_.node(), "lastmod"));
    if (!out_.has("updated")) out_.add("updated", touched);
    // An entry with one date only has it from its publication on.
    if (out_.has("published")) return;
    add_dates("published", updates);
    if (!out_.has("published")) out_.add("published", touched);
  }

  void read_source() {
    if (const Node* source = entry_.first("source")) {
      const FeedElement parts(*source);
      const Node* title = parts.first("title");
      if (title != nullptr) return out_.add("source", feed_text(*title));
      if (parts.children().empty()) return out_.add("source", feed_text(*source));
    }
    const std::string declared = first_text({"prism:publicationname", "dc:publisher"});
    out_.add("source", declared.empty() ? feed_.source : declared);
  }

  void add_category(const Node& category) {
    const View label = feed_attribute(category, "label");
    const View term = label.empty() ? feed_attribute(category, "term") : label;
    const std::string text = term.empty() ? feed_text(category) : html_from_plain(term);
    if (!is_web_address(text)) out_.add("topics", text);
  }

  void add_podcast_category(const Node& category, int depth) {
    constexpr int kDeepest = 8;
    out_.add("topics", html_from_plain(feed_attribute(category, "text")));
    for (const Node* child = category.first_child; child != nullptr && depth < kDeepest; child = child->next) {
      if (child->is_element(category.name)) add_podcast_category(*child, depth + 1);
    }
  }

  void read_topics() {
    for (const Node* tags : entry_.all("tags")) out_.add_list("topics", feed_plain(*tags));
    for (const Node* category : entry_.all("category")) add_category(*category);
    for (const Node* subject : entry_.all("dc:subject")) out_.add("topics", feed_text(*subject));
    for (const Node* category : entry_.all("itunes:category")) add_podcast_category(*category, 0);
    out_.add_list("topics", entry_.text("itunes:keywords"));
    if (!out_.has("topics")) {
      for (const Node* category : entry_.all("media:category")) add_category(*category);
    }
    if (!out_.has("topics")) out_.add_list("topics", entry_.text("media:keywords"));
    out_.add("section", first_text({"prism:section"}));
    for (const View name : {"georss:featurename", "dcterms:spatial"}) {
      for (const Node* place : entry_.all(name)) out_.add("places", feed_text(*place));
    }
  }

  void read_language() {
    std::string language;
    for (const View name :
         {"content", "content:encoded", "xhtml:body", "fullitem", "summary", "description", "title"}) {
      const Node* part = language.empty() ? entry_.first(name) : nullptr;
      if (part != nullptr) language = feed_attribute(*part, "xml:lang");
    }
    if (language.empty()) language = feed_attribute(entry_.node(), "xml:lang");
    if (language.empty()) language = entry_.text("dc:language");
    out_.add("language", language.empty() ? feed_.language : language);
  }

  const FeedElement& entry_;
  const FeedContext& feed_;
  FeedFields& out_;
  std::string base_;
};

/// Exports of weblogs as Atom keep everything in entries and say which kind each is.
std::string kind_of(const FeedElement& entry) {
  constexpr View kKinds = "/2008/kind#";
  for (const Node* category : entry.all("category")) {
    const View term = feed_attribute(*category, "term");
    const std::size_t at = term.find(kKinds);
    if (at == View::npos || !feed_attribute(*category, "scheme").ends_with("#kind")) continue;
    const View kind = term.substr(at + kKinds.size());
    if (kind != "post" && kind != "page") return std::string(kind);
  }
  return entry.text("app:draft") == "yes" ? "draft" : std::string();
}

}  // namespace

FeedEntry read_feed_entry(const Node& node, const FeedContext& feed) {
  FeedEntry out;
  FeedFields fields(out.fields);
  const FeedElement entry(node);
  if (is_wordpress_item(entry)) {
    out.kind = wordpress_kind(entry);
    if (out.kind.empty()) read_wordpress_item(entry, feed, fields);
    return out;
  }
  out.kind = kind_of(entry);
  if (out.kind.empty()) EntryReader(entry, feed, fields).read();
  return out;
}

}  // namespace morgue::formats
