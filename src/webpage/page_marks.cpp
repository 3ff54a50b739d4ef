// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/page_marks.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "text/normalise.h"
#include "webpage/mark_kinds.h"
#include "webpage/plain_text.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;
using markup::Node;

constexpr std::size_t kMostMarked = 2000;
constexpr std::size_t kLongestMarks = 400;

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_word_char(char c) {
  return is_lower(c) || (c >= '0' && c <= '9');
}

/// `articleAuthor` as `article-author`.
void append_marks(std::string& out, View value) {
  if (value.empty() || out.size() > kLongestMarks) return;
  value = value.substr(0, kLongestMarks);
  if (!out.empty()) out += ' ';
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (!is_upper(c)) {
      out += c;
      continue;
    }
    if (i > 0 && is_lower(value[i - 1])) out += '-';
    out += static_cast<char>(c - 'A' + 'a');
  }
}

std::string marks_of(const Node& node) {
  constexpr std::array<View, 10> kSpeaking = {"class",       "id",      "itemprop",  "rel",          "property",
                                              "data-testid", "data-qa", "data-test", "data-element", "data-component"};
  std::string marks;
  for (const markup::Attribute& attribute : node.attributes) {
    if (std::ranges::find(kSpeaking, attribute.name) != kSpeaking.end()) append_marks(marks, attribute.value);
  }
  return marks;
}

/// Parts of a page that speak of other articles.
bool is_apart(const Node& node, View marks, MarkKinds kinds) {
  if (node.name == "nav" || node.name == "footer") return true;
  if (node.name == "body" || node.name == "html" || node.name == "main") return false;
  if ((kinds & mark_kind::kApart) == 0) return false;
  if (node.name == "article") return has_mark(marks, {"teaser", "comment", "related"});
  return (kinds & mark_kind::kOwn) == 0;
}

bool is_hidden(const Node& node) {
  for (const markup::Attribute& attribute : node.attributes) {
    if (attribute.name == "hidden") return true;
    if (attribute.name == "aria-hidden" && attribute.value == "true") return true;
    if (attribute.name == "style" &&
        (attribute.value.find("display:none") != View::npos || attribute.value.find("display: none") != View::npos)) {
      return true;
    }
  }
  return false;
}

bool is_tag_address(View href) {
  constexpr std::array<View, 18> kFolders = {"/tag/",       "/tags/",       "/thema/",     "/themen/",  "/topic/",
                                             "/topics/",    "/tema/",       "/temas/",     "/keyword/", "/sujet/",
                                             "/etiqueta/",  "/etiquetas/",  "/argomenti/", "/emne/",    "/emner/",
                                             "/stichwort/", "/schlagwort/", "/label/"};
  if (href.find("?tag=") != View::npos) return true;
  return std::ranges::any_of(kFolders, [&](View folder) { return href.find(folder) != View::npos; });
}

/// The page of a person.
bool is_author_address(View href) {
  constexpr std::array<View, 12> kFolders = {"/author/",  "/authors/", "/autor/",      "/autoren/",
                                             "/autores/", "/auteur/",  "/auteurs/",    "/autore/",
                                             "/profil/",  "/people/",  "/journalist/", "/redakteur/"};
  return std::ranges::any_of(kFolders, [&](View folder) { return href.find(folder) != View::npos; });
}

class Walk {
 public:
  explicit Walk(PageMarks& marks) : marks_(marks) {}

  void run(const Node* root) {
    const Node* node = root;
    while (node != nullptr) {
      const bool inside = enter(*node);
      if (inside && node->first_child != nullptr) {
        node = node->first_child;
        continue;
      }
      while (node != nullptr) {
        leave(*node);
        if (node == root) return;
        if (node->next != nullptr) break;
        node = node->parent;
      }
      if (node != nullptr) node = node->next;
    }
  }

 private:
  /// False: not to go into.
  bool enter(const Node& node) {
    if (!node.is_element()) return false;
    const std::uint32_t order = marks_.elements++;
    if (node.name == "script") {
      if (ascii_lower(node.attribute("type")).find("ld+json") != std::string::npos) {
        marks_.linked_data.push_back(markup::text_of(&node));
      }
      return false;
    }
    if (node.name == "style" || node.name == "svg" || node.name == "template") return false;
    if (node.name == "meta") {
      read_meta(node);
      return false;
    }
    if (node.name == "link") read_link(node);
    if (node.name == "html") {
      marks_.html_language = std::string(node.attribute("lang"));
      if (marks_.html_language.empty()) marks_.html_language = std::string(node.attribute("xml:lang"));
    }
    if (node.name == "base" && marks_.base.empty()) marks_.base = std::string(node.attribute("href"));
    if (node.name == "title" && marks_.title.empty()) marks_.title = plain_line(markup::text_of(&node));
    const std::string marks = marks_of(node);
    const MarkKinds kinds = kinds_of(marks);
    if (is_apart(node, marks, kinds)) {
      ++apart_;
      apart_nodes_.push_back({&node, marks_.apart.size()});
      marks_.apart.emplace_back(order, 0);
    }
    if (is_hidden(node)) {
      ++hidden_;
      hidden_nodes_.push_back(&node);
    }
    sort(node, marks, kinds, order);
    return true;
  }

  void leave(const Node& node) {
    while (!open_.empty() && open_.back().first == &node) {
      auto& [list, at] = open_.back().second;
      (*list)[at].end = marks_.elements;
      open_.pop_back();
    }
    if (!apart_nodes_.empty() && apart_nodes_.back().first == &node) {
      --apart_;
      marks_.apart[apart_nodes_.back().second].second = marks_.elements;
      apart_nodes_.pop_back();
    }
    if (!hidden_nodes_.empty() && hidden_nodes_.back() == &node) {
      --hidden_;
      hidden_nodes_.pop_back();
    }
  }

  /// Microdata of something else on the page: a quoted work, a comment, a picture.
  static bool is_of_other(const Node& node) {
    if (node.attribute("itemprop").empty()) return false;
    const Node* up = node.parent;
    for (int level = 0; up != nullptr && level < 8; ++level, up = up->parent) {
      const View property = up->attribute("itemprop");
      if (property.empty()) continue;
      return has_mark(ascii_lower(property), {"citation", "comment", "image", "publisher", "haspart", "video", "logo",
                                              "itemreviewed", "review", "itemlistelement"});
    }
    return false;
  }

  void read_meta(const Node& node) {
    if (is_of_other(node)) return;
    const View content = node.attribute("content");
    for (const View attribute : {"property", "name", "itemprop", "http-equiv"}) {
      const View name = node.attribute(attribute);
      if (name.empty() || content.empty()) continue;
      // Several names in one attribute, separated by blanks, each with the same content.
      const std::string lower = ascii_lower(name);
      for (std::size_t begin = 0; begin < lower.size();) {
        const std::size_t end = std::min(lower.find(' ', begin), lower.size());
        if (end > begin) marks_.metas.push_back({lower.substr(begin, end - begin), content});
        begin = end + 1;
      }
    }
    const View value = node.attribute("value");
    const View name = node.attribute("name");
    if (content.empty() && !value.empty() && !name.empty()) marks_.metas.push_back({ascii_lower(name), value});
  }

  void read_link(const Node& node) {
    const std::string rel = ascii_lower(node.attribute("rel"));
    const View href = node.attribute("href");
    if (rel == "canonical" && marks_.canonical.empty()) marks_.canonical = std::string(href);
    if (rel == "amphtml" && marks_.amp.empty()) marks_.amp = std::string(href);
  }

  MarkKinds kinds_of(const std::string& marks) {
    if (marks.empty()) return 0;
    const auto [known, is_new] = known_.try_emplace(marks, MarkKinds{0});
    if (is_new) known->second = mark_kinds(marks);
    return known->second;
  }

  void sort(const Node& node, const std::string& marks, MarkKinds kinds, std::uint32_t order) {
    if (node.name == "h1") {
      if (hidden_ == 0) keep(marks_.h1, node, marks, order);
      return;
    }
    if (node.name == "time" || !node.attribute("datetime").empty()) keep(marks_.times, node, marks, order);
    if (marks.empty()) {
      if (node.name == "h2" && hidden_ == 0) keep(marks_.titles, node, marks, order);
      if (node.name != "a") return;
      const View href = node.attribute("href");
      if (is_tag_address(href)) keep(marks_.tags, node, marks, order);
      if (is_author_address(href)) keep(marks_.authors, node, "href-author", order);
      return;
    }
    const bool link = node.name == "a";
    if ((kinds & mark_kind::kAuthor) != 0 || (link && is_author_address(node.attribute("href")))) {
      keep(marks_.authors, node, marks, order);
    }
    if ((kinds & mark_kind::kDate) != 0) keep(marks_.dates, node, marks, order);
    if ((kinds & mark_kind::kTag) != 0 || (link && is_tag_address(node.attribute("href")))) {
      keep(marks_.tags, node, marks, order);
    }
    const bool heading = node.name == "h2" || node.name == "h3" || node.name == "h4";
    const bool plain = node.name == "p" || node.name == "div" || node.name == "span" || node.name == "header";
    if ((node.name == "h2" || ((heading || plain) && (kinds & mark_kind::kTitle) != 0)) && hidden_ == 0) {
      keep(marks_.titles, node, marks, order);
    }
  }

  void keep(std::vector<MarkedNode>& list, const Node& node, const std::string& marks, std::uint32_t order) {
    if (list.size() >= kMostMarked) return;
    MarkedNode marked;
    marked.node = &node;
    marked.marks = marks;
    marked.order = order;
    marked.apart = apart_ > 0 || hidden_ > 0;
    marked.hidden = hidden_ > 0;
    open_.push_back({&node, {&list, list.size()}});
    list.push_back(std::move(marked));
  }

  PageMarks& marks_;
  std::unordered_map<std::string, MarkKinds> known_;  ///< classes repeat
  std::vector<std::pair<const Node*, std::pair<std::vector<MarkedNode>*, std::size_t>>> open_;
  std::vector<std::pair<const Node*, std::size_t>> apart_nodes_;
  std::vector<const Node*> hidden_nodes_;
  int apart_ = 0;
  int hidden_ = 0;
};

}  // namespace

bool has_mark(std::string_view marks, std::initializer_list<std::string_view> words) {
  for (std::size_t begin = 0; begin < marks.size();) {
    if (!is_word_char(marks[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < marks.size() && is_word_char(marks[end])) ++end;
    const View word = marks.substr(begin, end - begin);
    if (std::ranges::find(words, word) != words.end()) return true;
    begin = end;
  }
  return false;
}

std::vector<std::string> PageMarks::contents(std::initializer_list<std::string_view> names) const {
  std::vector<std::string> out;
  for (const View name : names) {
    for (const MetaTag& meta : metas) {
      if (meta.name != name) continue;
      std::string value = plain_line(meta.content);
      if (!value.empty()) out.push_back(std::move(value));
    }
  }
  return out;
}

std::string PageMarks::content(std::initializer_list<std::string_view> names) const {
  for (const View name : names) {
    for (const MetaTag& meta : metas) {
      if (meta.name != name) continue;
      std::string value = plain_line(meta.content);
      if (!value.empty()) return value;
    }
  }
  return {};
}

void PageMarks::settle(std::uint32_t headline_order) {
  std::erase_if(apart, [&](const auto& part) { return part.first <= headline_order && headline_order < part.second; });
  for (std::vector<MarkedNode>* list : {&h1, &times, &dates, &authors, &tags, &titles}) {
    // Both are in document order; parts nest, so that the furthest end seen so far decides.
    std::size_t next = 0;
    std::uint32_t end = 0;
    for (MarkedNode& node : *list) {
      for (; next < apart.size() && apart[next].first <= node.order; ++next) end = std::max(end, apart[next].second);
      node.apart = node.hidden || node.order < end;
    }
  }
}

PageMarks read_marks(const markup::Tree& page) {
  PageMarks marks;
  if (page.root() != nullptr) Walk(marks).run(page.root());
  return marks;
}

}  // namespace morgue::webpage
