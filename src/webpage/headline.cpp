// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/headline.h"

#include <algorithm>
#include <array>

#include "text/name_parts.h"
#include "text/normalise.h"
#include "webpage/plain_text.h"
#include "webpage/trail_headline.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;

/// A spelling of the headline with the trust in it.
struct Candidate {
  std::string text;
  std::string key;
  double weight = 0;
  const MarkedNode* node = nullptr;
  bool printed = false;  ///< the text is that of an element
};

/// One key holds the other as one piece.
bool overlaps(View a, View b) {
  if (a.empty() || b.empty()) return false;
  return a.size() <= b.size() ? b.find(a) != View::npos : a.find(b) != View::npos;
}

/// Share of the words of `text` that `other` has too.
double shared_words(View text, View other) {
  const std::string folded = " " + text::fold_value(other) + " ";
  const auto words = text::words_of(text);
  std::size_t shared = 0;
  std::size_t counted = 0;
  for (const std::string& word : words) {
    const std::string key = letters_of(word);
    if (key.size() < 3) continue;
    ++counted;
    if (folded.find(key) != std::string::npos) ++shared;
  }
  return counted == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(counted);
}

/// `rest` of a title behind or before a headline is the outlet, the section, the date: short, and set off by a sign.
bool is_set_off(View longer, View shorter) {
  constexpr std::size_t kLongestRest = 70;
  if (longer.size() <= shorter.size() || longer.size() - shorter.size() > kLongestRest ||
      !longer.starts_with(shorter)) {
    return false;
  }
  const View rest = text::trim(longer.substr(shorter.size()), " ");
  if (rest.empty()) return true;
  const auto first = static_cast<unsigned char>(rest.front());
  return first >= 0x80 || View("-|*/_<>").find(rest.front()) != View::npos || longer[shorter.size()] == ' ';
}

bool is_behind_bar(View longer, View shorter) {
  return longer.starts_with(shorter) && longer.substr(shorter.size()).starts_with(" | ");
}

/// `Headline` of `Kicker - Headline` and `Another kicker: Headline`; else empty.
std::string without_kickers(View one, View other) {
  constexpr std::size_t kShortest = 20;
  constexpr std::array<View, 5> kSigns = {":", " -", " \u2013", " \u2014", " |"};
  const auto ends_with_sign = [&](View kicker) {
    return std::ranges::any_of(kSigns,
                               [&](View sign) { return kicker.size() > sign.size() && kicker.ends_with(sign); });
  };
  const auto same = std::mismatch(one.rbegin(), one.rend(), other.rbegin(), other.rend());
  if (same.first == one.rend() || same.second == other.rend()) return {};
  // Two spellings of one kicker say nothing about it.
  if (letters_of(one.substr(0, one.find(' '))) == letters_of(other.substr(0, other.find(' ')))) return {};
  const View shared = one.substr(static_cast<std::size_t>(one.rend() - same.first));
  const std::size_t blank = shared.find(' ');
  if (blank == View::npos || shared.size() - blank < kShortest) return {};
  const View headline = shared.substr(blank + 1);
  const std::size_t rest = headline.size() + 1;
  if (!ends_with_sign(one.substr(0, one.size() - rest)) || !ends_with_sign(other.substr(0, other.size() - rest)))
    return {};
  return std::string(headline);
}

std::size_t punctuation(View text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return c == ':' || c == '-' || c == '.' || c == ','; }));
}

class Ballot {
 public:
  void add(std::string text, double weight, const MarkedNode* node = nullptr) {
    text = std::string(text::trim(text, " |"));
    if (text.ends_with(" -")) text.resize(text.size() - 2);
    if (text.empty() || text.size() > kLongestHeadline) return;
    std::string key = letters_of(text);
    if (key.empty()) return;
    for (Candidate& known : all_) {
      if (known.key != key) continue;
      known.weight += weight;
      if (node != nullptr) known.node = node;
      // Punctuation between kicker and headline is lost where the page sets them on two lines.
      if (known.printed || node != nullptr) {
        const bool loose = known.text.find(" : ") != std::string::npos && text.find(" : ") == std::string::npos;
        if (text != known.text && text::count_cjk(text) == 0 &&
            (loose || punctuation(text) > punctuation(known.text))) {
          known.text = std::move(text);
        }
        known.printed = false;
      }
      return;
    }
    all_.push_back({std::move(text), std::move(key), weight, node, node != nullptr});
  }

  /// Gives votes of spellings with something around the headline to the headline itself: `Headline - Section` to
  /// `Headline`; and `Kicker Headline` of the h1 to the `Headline` of OpenGraph.
  void settle(View open_graph, double h1_weight) {
    constexpr std::size_t kShortestKey = 12;
    for (Candidate& candidate : all_) {
      if (candidate.key.size() < kShortestKey) continue;
      for (Candidate& other : all_) {
        if (&other == &candidate || other.key.size() <= candidate.key.size()) continue;
        const bool declared = candidate.key == open_graph;
        const bool kicker = other.node != nullptr && declared && other.key.ends_with(candidate.key) &&
                            other.key.size() < candidate.key.size() * 2;
        if (kicker) {
          candidate.weight += h1_weight;
          other.weight -= h1_weight;
          if (candidate.node == nullptr) candidate.node = other.node;
        } else if ((other.node == nullptr || (declared && is_behind_bar(other.text, candidate.text))) &&
                   candidate.weight >= (h1_weight > 0 ? 2.0 : 0.8) && is_set_off(other.text, candidate.text)) {
          candidate.weight += other.weight;
          other.weight = 0;
        }
      }
    }
  }

  [[nodiscard]] const Candidate* best() const {
    const auto found = std::ranges::max_element(all_, {}, &Candidate::weight);
    return found == all_.end() ? nullptr : &*found;
  }

 private:
  std::vector<Candidate> all_;
};

}  // namespace

PageHeadline choose_headline(const PageMarks& marks, const LinkedData& linked, const Outlet& outlet) {
  Ballot ballot;
  const auto clean = [&](const std::string& text) { return outlet.without_name(text); };
  const std::string title = clean(marks.title);
  const std::string open_graph = clean(marks.content({"og:title"}));
  const std::string linked_headline = clean(linked.headline);
  std::vector<std::string> keys = {letters_of(title), letters_of(open_graph), letters_of(linked.headline)};

  // Of several h1 the one that other evidence speaks of; else the first that is not in the page's furniture.
  const MarkedNode* h1 = nullptr;
  std::string h1_text;
  int h1_points = -1;
  for (const MarkedNode& node : marks.h1) {
    const std::string text = visible_line(node.node, kLongestHeadline);
    const std::string key = letters_of(text);
    if (key.empty() || (outlet.is_named(text) && h1 != nullptr)) continue;
    // `Headline | Site` of the title, the headline declared and the site printed.
    if (!keys[1].empty() && keys[0] == keys[1] + key) continue;
    int points = node.apart ? 0 : 1;
    if (outlet.is_named(text)) points -= 1;
    for (const std::string& other : keys) points += key == other ? 4 : overlaps(key, other) && key.size() > 8 ? 2 : 0;
    if (points > h1_points) {
      h1_points = points;
      h1 = &node;
      h1_text = text;
    }
  }
  // An h1 that speaks of the same things as the other evidence is the headline as printed, even where that differs.
  double h1_weight = 0;
  if (h1 != nullptr && h1_points > 0) {
    double shared = 0;
    for (const std::string& other : {title, open_graph, linked.headline}) {
      shared = std::max({shared, shared_words(h1_text, other), shared_words(other, h1_text)});
    }
    const bool named = h1->node->attribute("itemprop") == "headline";
    h1_weight = shared >= 0.3 && text::words_of(h1_text).size() > 2 ? 6.0
                : text::count_cjk(h1_text) > 8 || named             ? 4.0
                                                                    : 2.0;
    if (const auto printed = headline_behind_trail(*h1, marks, {open_graph, linked_headline});
        printed && letters_of(printed->text) != letters_of(h1_text)) {
      ballot.add(printed->text, 6.0, printed->node);
      h1_weight = 2.0;
    }
    ballot.add(h1_text, h1_weight, h1);
    const std::string bare = without_kickers(h1_text, open_graph);
    if (!bare.empty()) ballot.add(bare, 10.0, h1);
  }
  // What a publisher declares twice in the same words is the headline, also where the page prints it in others.
  const bool twice = !open_graph.empty() && letters_of(open_graph) == letters_of(linked_headline);
  ballot.add(linked_headline, twice ? 4.5 : 3);
  ballot.add(open_graph, 2.5);
  ballot.add(clean(marks.content({"twitter:title"})), 1.2);
  ballot.add(title, 1);
  for (const View name : {"parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline", "title",
                          "cxenseparse:title", "dc.title.main"}) {
    ballot.add(clean(marks.content({name})), 0.8);
  }
  ballot.add(clean(linked.name), linked.headline.empty() ? 1.0 : 0.5);
  ballot.add(clean(linked.alternative), 0.3);
  ballot.settle(letters_of(open_graph), h1_weight);
  PageHeadline headline;
  const Candidate* best = ballot.best();
  if (best == nullptr) return headline;
  headline.text = best->text;
  headline.node = best->node;
  if (headline.node == nullptr && h1 != nullptr && h1_points >= 2) headline.node = h1;
  if (headline.node == nullptr) {
    // A title with more around it than the page prints: `Headline | Name of a site that says so nowhere else`.
    for (const MarkedNode& node : marks.titles) {
      const std::string text = visible_line(node.node, kLongestHeadline);
      const std::string key = letters_of(text);
      if (key != best->key && (node.apart || key.size() < 10 || outlet.is_named(text) ||
                               !(best->key.starts_with(key) || best->key.ends_with(key)))) {
        continue;
      }
      headline.node = &node;
      if (key != best->key && best->weight < 5) headline.text = text;
      break;
    }
  }
  if (headline.node == nullptr && h1 != nullptr) headline.node = h1;
  return headline;
}

}  // namespace morgue::webpage
