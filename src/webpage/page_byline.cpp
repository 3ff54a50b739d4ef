// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/page_byline.h"

#include <algorithm>

#include "text/name_parts.h"
#include "text/name_words.h"
#include "text/normalise.h"
#include "webpage/credits.h"
#include "webpage/plain_text.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;
using Names = std::vector<std::string>;

constexpr std::size_t kMostAuthors = 30;

Names from_linked(const LinkedData& linked) {
  Names names;
  for (const LinkedCredit& credit : linked.authors) {
    if (names.size() < kMostAuthors) add_names(names, declared_names(credit.name));
  }
  return names;
}

Names from_metas(const PageMarks& marks, const Outlet& outlet) {
  for (const View name : {"article:author_name",
                          "article:author",
                          "og:article:author",
                          "author",
                          "articleauthor",
                          "parsely-author",
                          "sailthru.author",
                          "cxenseparse:author",
                          "dc.creator",
                          "dcterms.creator",
                          "dc:creator",
                          "byl",
                          "article:byline",
                          "citation_author",
                          "creator",
                          "authors",
                          "author_name",
                          "og:author",
                          "rnews:author",
                          "article.author",
                          "dcsext.author",
                          "shareaholic:article_author_name",
                          "vr:author",
                          "twitter:data1"}) {
    if (name == "twitter:data1") {
      const std::string label = ascii_lower(marks.content({"twitter:label1"}));
      if (label.find("written") == std::string::npos && label.find("verfasst") == std::string::npos &&
          label.find("geschrieben") == std::string::npos && label.find("crit") == std::string::npos) {
        continue;
      }
    }
    Names names;
    for (const std::string& value : marks.contents({name})) {
      // `Example News, London`: the outlet with its address.
      const std::string first = value.substr(0, value.find(','));
      const bool address = first.size() < value.size() && outlet.is_named(first);
      if (names.size() < kMostAuthors) add_names(names, declared_names(address ? first : value));
    }
    if (!names.empty()) return names;
  }
  return {};
}

int points_of(const MarkedNode& marked, const PageHeadline& headline) {
  int points = 0;
  if (has_mark(marked.marks, {"author", "authors", "autor", "auteur", "autore", "byline"})) points += 10;
  if (marked.node->name == "a") points += 4;
  if (has_mark(marked.marks, {"name", "fn"})) points += 6;
  if (has_mark(marked.marks, {"image", "avatar", "bio", "biography", "description", "social", "follow", "photo",
                              "credit", "date", "license", "caption", "copyright"}))
    points -= 12;
  if (marked.apart) points -= 40;
  if (has_mark(marked.marks, {"comment", "comments", "commenter"})) points -= 40;
  if (marked.node->attribute("rel") == "author") points += 10;
  if (ascii_lower(marked.node->attribute("itemprop")) == "author") points += 8;
  if (headline.node != nullptr) {
    const auto at = static_cast<int>(headline.node->order);
    const auto here = static_cast<int>(marked.order);
    points += 20 - std::min(here >= at ? (here - at) / 12 : (at - here) / 4 + 2, 40);
  }
  return points;
}

/// A part of the headline is not who wrote it.
bool is_in_headline(View name, const AuthorEvidence& e) {
  return letters_of(e.headline.text).find(letters_of(name)) != std::string::npos;
}

/// The name that a box about the author opens with.
std::string box_heading(const markup::Node& box) {
  constexpr std::size_t kLongestName = 60;
  int steps = 60;
  for (const markup::Node* node = markup::next_node(&box, &box); node != nullptr && steps > 0;
       node = markup::next_node(node, &box), --steps) {
    if (!node->is_element()) continue;
    if (node->name.size() == 2 && node->name[0] == 'h' && node->name[1] >= '2' && node->name[1] <= '6') {
      std::string line = pieces_line(node, kLongestName);
      return line.size() < kLongestName ? line : std::string();
    }
  }
  return {};
}

/// One marked element with the names in it.
struct Marked {
  const MarkedNode* node = nullptr;
  Names names;
  int points = 0;
};

std::vector<Marked> read_marked(const AuthorEvidence& e) {
  constexpr std::size_t kLongestLine = 200;
  constexpr int kFewestPoints = -12;
  std::vector<Marked> all;
  for (const MarkedNode& marked : e.marks.authors) {
    int points = points_of(marked, e.headline);
    if (points < kFewestPoints) continue;
    std::string line = pieces_line(marked.node, kLongestLine);
    if (line.size() >= kLongestLine) line = box_heading(*marked.node);
    if (line.empty()) continue;
    Names names = byline_names(line, true);
    std::erase_if(names, [&](const std::string& name) { return e.outlet.is_named(name) || is_in_headline(name, e); });
    if (names.empty()) continue;
    if (std::ranges::all_of(names, [](const std::string& name) { return name.find(' ') == std::string::npos; }))
      points -= 6;
    all.push_back({&marked, std::move(names), points});
  }
  return all;
}

/// The names in the marked elements nearest to the headline: of the best one, of those like it beside it, and of the
/// byline around it.
Names from_marked(const AuthorEvidence& e, int& points) {
  constexpr std::uint32_t kBeside = 14;
  constexpr std::size_t kMostBeside = 6;
  const std::vector<Marked> all = read_marked(e);
  const auto best = std::ranges::max_element(all, {}, &Marked::points);
  if (best == all.end()) return {};
  points = best->points;
  Names names = best->names;
  std::uint32_t end = best->node->end;
  for (const Marked& other : all) {
    if (&other == &*best || other.points < best->points - 8) continue;
    const bool around = other.node->order < best->node->order && other.node->end >= best->node->end;
    if (around) {
      Names wider = other.names;
      const bool holds = std::ranges::all_of(
          best->names, [&](const std::string& name) { return std::ranges::find(wider, name) != wider.end(); });
      const bool sound =
          std::ranges::all_of(wider, [](const std::string& name) { return name.find(' ') != std::string::npos; });
      if (holds && sound && wider.size() <= 5) names = std::move(wider);
    } else if (names.size() < kMostBeside && other.node->marks == best->node->marks && other.node->order >= end &&
               other.node->order <= end + kBeside) {
      add_names(names, other.names);
      end = other.node->end;
    }
  }
  return names;
}

/// More than one word, all of them as names are written.
bool is_whole_name(const std::string& name) {
  return (name.find(' ') != std::string::npos || text::count_cjk(name) > 1) && looks_like_name(name);
}

/// Words that nothing but a credit opens with.
bool opens_as_credit(View line) {
  const std::string folded = text::fold_value(line.substr(0, 40));
  for (const View lead : {"autor", "author", "written by ", "geschrieben von ", "verfasst von ", "erstellt von ",
                          "veroffentlicht von ", "eingestellt von ", "escrito por ", "scritto da ", "ecrit par "}) {
    if (folded.starts_with(lead)) return true;
  }
  return false;
}

/// The names in a line near the headline that opens as a byline does, or holds a date beside a name.
Names from_lines(const AuthorEvidence& e) {
  constexpr std::size_t kLongestLine = 140;
  constexpr std::size_t kBefore = 6;
  constexpr std::size_t kBehind = 15;
  constexpr std::size_t kClose = 4;
  const auto& blocks = e.lines.blocks();
  const std::size_t headline = e.lines.headline();
  if (headline >= blocks.size()) return {};
  for (std::size_t i = headline > kBefore ? headline - kBefore : 0; i < std::min(blocks.size(), headline + kBehind);
       ++i) {
    const Block& block = blocks[i];
    const bool beside = i + 2 >= headline && i <= headline + 2;
    if (i == headline || block.text.size() > kLongestLine || (!beside && e.lines.is_apart(block))) continue;
    Names names = byline_names(block.text, false);
    if (names.empty() && i + kClose >= headline && i <= headline + kClose)
      names = names_beside_date(block.text, e.day_first);
    if (names.empty() && i > headline && i <= headline + kClose && text::is_agency(ascii_lower(block.text)))
      names = {block.text};
    if (names.empty() && is_byline_label(block.text) && i + 1 < blocks.size() &&
        blocks[i + 1].text.size() < kLongestLine) {
      names = byline_names(blocks[i + 1].text, true);
      std::erase_if(names, [](const std::string& name) { return !is_whole_name(name); });
    }
    std::erase_if(names, [&](const std::string& name) { return e.outlet.is_named(name) || is_in_headline(name, e); });
    if (!names.empty()) return names;
  }
  return {};
}

/// A credit that says so, anywhere: `Author: Jane Doe`, `Geschrieben von Jane Doe`.
Names from_end(const AuthorEvidence& e) {
  constexpr std::size_t kLongestLine = 120;
  const auto& blocks = e.lines.blocks();
  const std::size_t headline = e.lines.headline();
  for (std::size_t i = headline < blocks.size() ? headline : 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    if (block.text.size() > kLongestLine || e.lines.is_apart(block)) continue;
    const std::size_t colon = block.text.find(": ");
    const bool labelled = colon != std::string::npos && is_byline_label(View(block.text).substr(0, colon));
    if (!labelled && !opens_as_credit(block.text)) continue;
    Names names = labelled ? byline_names(View(block.text).substr(colon + 2), true) : byline_names(block.text, false);
    std::erase_if(names, [&](const std::string& name) { return !is_whole_name(name) || e.outlet.is_named(name); });
    if (!names.empty()) return names;
  }
  return {};
}

/// A company or an office, which stands behind a page more often than it wrote it.
bool is_company(View name) {
  const std::string lower = ascii_lower(name);
  for (const View word :
       {"gmbh", " ag", " ltd", " inc", " llc", " kg", "verlag", "e.v.", " media", "publishing", " group"}) {
    const std::size_t at = lower.find(word);
    if (at != std::string::npos &&
        (at + word.size() == lower.size() || lower[at + word.size()] == '.' || lower[at + word.size()] == ' ')) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::string> find_page_authors(const AuthorEvidence& e) {
  const auto is_weak = [&](const std::string& name) {
    return e.outlet.is_named(name) || is_company(name) || is_account(name);
  };
  Names weak;
  bool outlet = false;
  const Names linked = from_linked(e.linked);
  if (!linked.empty() && !std::ranges::all_of(linked, is_weak)) return linked;
  weak = linked;
  Names metas = from_metas(e.marks, e.outlet);
  if (!metas.empty() && !std::ranges::all_of(metas, is_weak)) {
    std::erase_if(metas, is_weak);
    return metas;
  }
  if (weak.empty()) weak = metas;
  outlet = std::ranges::any_of(weak, [&](const std::string& name) { return e.outlet.is_named(name); });
  int points = 0;
  Names names = from_marked(e, points);
  // Where the outlet signs for itself, only a whole name that is marked as the author's says otherwise.
  if (outlet && std::ranges::any_of(names, [](const std::string& name) { return name.find(' ') == std::string::npos; }))
    names.clear();
  if (names.empty() && !outlet) names = from_lines(e);
  if (names.empty()) names = from_end(e);
  return names.empty() ? weak : names;
}

}  // namespace morgue::webpage
