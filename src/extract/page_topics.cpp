// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/page_topics.h"

#include <algorithm>

#include "extract/page_furniture.h"
#include "extract/page_marks.h"
#include "text/normalise.h"

namespace morgue::extract {
namespace {

using View = std::string_view;
using Topics = std::vector<std::string>;

constexpr std::size_t kLongest = 60;

void add(Topics& topics, View topic) {
  while (topic.starts_with('#') || topic.starts_with(' ')) topic.remove_prefix(1);
  while (topic.ends_with('.') || topic.ends_with(' ')) topic.remove_suffix(1);
  std::string clean = text::clean_line(topic);
  const bool letters = std::ranges::any_of(clean, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
  if (!letters || clean.size() > kLongest || std::ranges::find(topics, clean) != topics.end()) return;
  topics.push_back(std::move(clean));
}

void add_list(Topics& topics, View list) {
  const bool hashes = list.find('#') != View::npos && list.find(',') == View::npos;
  std::string even(list);
  for (const View sign : {"\xE2\x80\xA2", "\xC2\xB7", ";", "|", "\xE3\x80\x81", " / "}) {
    for (std::size_t at = even.find(sign); at != std::string::npos; at = even.find(sign, at))
      even.replace(at, sign.size(), ",");
  }
  if (hashes) std::ranges::replace(even, '#', ',');
  for (std::size_t begin = 0; begin <= even.size();) {
    const std::size_t end = std::min(even.find(',', begin), even.size());
    add(topics, View(even).substr(begin, end - begin));
    begin = end + 1;
  }
}

/// An entry of a list of topics that stands on a line of its own.
bool is_entry(const PageLine& line) {
  constexpr std::uint32_t kMostWords = 5;
  return line.kind == LineKind::Label && line.words <= kMostWords && line.text.size() <= kLongest &&
         !line.ends_sentence && line.text.find_first_of("@:|") == View::npos && !is_role_line(line);
}

}  // namespace

Topics find_topics(const PageLines& page, const Headline& headline, const Body& body) {
  constexpr std::size_t kBehind = 25;  // further down it is the site's own list
  constexpr std::size_t kMostEntries = 15;
  Topics topics;
  const std::size_t to = std::min(page.lines.size(), body.end + kBehind);
  for (std::size_t i = headline.last + 1; i < to; ++i) {
    if (i == body.begin && body.end > body.begin) i = body.end - 1;
    const PageLine& line = page.lines[i];
    if (line.text.starts_with("\xC2\xA9")) break;
    const std::size_t heading = topics_heading(line.text);
    if (heading == 0) continue;
    if (heading < line.text.size()) {
      add_list(topics, line.text.substr(heading));
      return topics;
    }
    Topics found;
    for (std::size_t entry = i + 1; entry < page.lines.size() && is_entry(page.lines[entry]); ++entry) {
      add_list(found, page.lines[entry].text);
      if (found.size() > kMostEntries) return {};
    }
    // One line may hold them all.
    if (found.empty() && i + 1 < page.lines.size() && page.lines[i + 1].text.find_first_of(",|#") != View::npos &&
        !page.lines[i + 1].ends_sentence && page.lines[i + 1].words <= 30) {
      add_list(found, page.lines[i + 1].text);
    }
    if (!found.empty()) return found;
  }
  return topics;
}

}  // namespace morgue::extract
