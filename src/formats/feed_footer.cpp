// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/feed_footer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "formats/reject.h"

namespace morgue::formats {
namespace {

using View = std::string_view;

/// Letters and digits alone, without tags, references and typographic signs, which the two places write differently.
std::string bare_words(View html) {
  std::string out;
  for (std::size_t pos = 0; pos < html.size(); ++pos) {
    const char c = html[pos];
    if (c == '<' || c == '&') {
      const std::size_t end = html.find(c == '<' ? '>' : ';', pos);
      constexpr std::size_t kLongestReference = 10;
      if (end != View::npos && (c == '<' || end - pos <= kLongestReference)) pos = end;
    } else if (html.substr(pos, 2) == "\xE2\x80") {
      pos += 2;
    } else if (static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      out += c;
    } else if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c - 'A' + 'a');
    }
  }
  return out;
}

}  // namespace

void remove_feed_footer(std::string& html, View title, View source) {
  constexpr std::size_t kLongest = 4096;
  const std::size_t begin = html.rfind("<p");
  if (begin == html.npos || html.size() - begin > kLongest) return;
  const View last = View(html).substr(begin);
  std::size_t links = 0;
  for (std::size_t pos = last.find("<a "); pos != View::npos; pos = last.find("<a ", pos + 1)) ++links;
  if (links < 2) return;
  const std::string words = bare_words(last);
  const std::string own = bare_words(title);
  const std::string feed = bare_words(source);
  constexpr std::size_t kLongestPhrase = 60;
  if (own.empty() || feed.empty() || words.size() > own.size() + feed.size() + kLongestPhrase) return;
  const std::size_t at = words.find(own);
  if (at == words.npos || words.find(feed, at + own.size()) == words.npos) return;
  html.resize(begin);
}

std::string unescape_twice_escaped(std::string text) {
  constexpr auto kReferences = std::to_array<std::pair<View, char>>({{"&lt;", '<'},
                                                                     {"&gt;", '>'},
                                                                     {"&quot;", '"'},
                                                                     {"&#34;", '"'},
                                                                     {"&#39;", '\''},
                                                                     {"&apos;", '\''},
                                                                     {"&amp;", '&'}});
  const View start = trimmed(text);
  constexpr View kOpen = "&lt;";
  if (!start.starts_with(kOpen) || start.size() < 6 || start[4] < 'A' || start[4] > 'z') return text;
  if (text.find('<') != text.npos || text.find("&gt;") == text.npos) return text;
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const View rest = View(text).substr(pos);
    const auto* found = std::find_if(kReferences.begin(), kReferences.end(),
                                     [&](const auto& reference) { return rest.starts_with(reference.first); });
    out += found == kReferences.end() ? rest[0] : found->second;
    pos += found == kReferences.end() ? 1 : found->first.size();
  }
  return out;
}

}  // namespace morgue::formats
