// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/boilerplate.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "webpage/boilerplate_words.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;

/// Without what sites put around a label: `12 Comments`, `Related:`, `Read more »`.
View bare(View line) {
  constexpr View kAround = " :.->+()[]|/*#!0123456789\n";
  constexpr std::array<View, 10> kWide = {"\u00bb", "\u203a", "\u2192", "\u2026", "\u2013",
                                          "\u2014", "\u25ba", "\u25b6", "\u2022", "\uff1a"};
  for (bool again = true; again && !line.empty();) {
    again = false;
    const std::size_t begin = line.find_first_not_of(kAround);
    if (begin == View::npos) return {};
    line = line.substr(begin, line.find_last_not_of(kAround) + 1 - begin);
    for (const View sign : kWide) {
      if (line.starts_with(sign)) {
        line.remove_prefix(sign.size());
        again = true;
      }
      if (line.ends_with(sign)) {
        line.remove_suffix(sign.size());
        again = true;
      }
    }
  }
  return line;
}

/// `phrases` sorted: only those with the text's first byte are tried.
bool opens_with_any(View text, std::span<const View> phrases) {
  const char first = text.front();
  const auto begin = std::lower_bound(phrases.begin(), phrases.end(), View(&first, 1));
  for (auto at = begin; at != phrases.end() && at->front() == first; ++at) {
    if (text.starts_with(*at)) return true;
  }
  return false;
}

bool holds_any(View text, std::span<const View> phrases) {
  return std::ranges::any_of(phrases, [text](View phrase) { return text.find(phrase) != View::npos; });
}

bool ends_sentence(View text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("\u3002");
}

}  // namespace

bool is_boilerplate(View folded, double link_share) {
  constexpr std::size_t kLabel = 60;
  constexpr std::size_t kOpening = 220;
  constexpr std::size_t kNotice = 450;
  const View label = bare(folded);
  if (label.empty()) return !folded.empty();
  if (label.size() <= kLabel && std::ranges::binary_search(boilerplate_labels(), label)) return true;
  if (folded.size() > kNotice) return false;
  if (folded.size() <= kOpening || link_share > 0.4) {
    if (opens_with_any(label, boilerplate_openings())) return true;
    const bool line = link_share > 0.3 || !ends_sentence(folded);
    if (line && opens_with_any(label, boilerplate_loose_openings())) return true;
  }
  if (holds_any(folded, boilerplate_phrases())) return true;
  return std::ranges::count_if(boilerplate_weak_phrases(),
                               [folded](View phrase) { return folded.find(phrase) != View::npos; }) >= 3;
}

bool is_teaser(View folded) {
  constexpr std::size_t kLongest = 400;
  constexpr auto kEnds = std::to_array<View>(
      {" more",    " read more", " mehr",       " weiterlesen", " weiter",     " lire la suite", " leer mas",
       " ver mas", " leia mais", " saiba mais", " leggi tutto", " lees meer",  " las mer",       " les mer",
       " wiecej",  " devami",    " подробнее",  " далее",       " hier lesen", " zum artikel",   " continue reading"});
  if (folded.size() > kLongest) return false;
  while (!folded.empty() && View(" .]>)\xbb\xc2").find(folded.back()) != View::npos) folded.remove_suffix(1);
  return std::ranges::any_of(kEnds, [folded](View end) { return folded.ends_with(end); });
}

}  // namespace morgue::webpage
