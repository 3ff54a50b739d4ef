// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/topic_list.h"

#include <algorithm>
#include <array>

#include "text/name_parts.h"
#include "text/normalise.h"
#include "webpage/plain_text.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;

constexpr std::size_t kMostTopics = 60;
constexpr std::size_t kLongestTopic = 100;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// `section:sport`, `Category: Sport`, `type|story`, `nx_article_42`, a UUID, `key=value`: for machines, not readers.
bool is_code(View topic) {
  if (topic.find_first_of("|=<>{}\\") != View::npos || topic.find("://") != View::npos) return true;
  const std::size_t colon = topic.find(':');
  if (colon != View::npos && colon + 1 < topic.size()) {
    if (topic[colon + 1] != ' ' && topic.find(' ') > colon) return true;
    constexpr std::array<View, 10> kKinds = {"category", "section",  "type", "channel", "tag",
                                             "keyword",  "template", "nlp",  "content", "format"};
    const std::string kind = ascii_lower(topic.substr(0, topic.find_first_of(" :")));
    if (std::ranges::find(kKinds, View(kind)) != kKinds.end()) return true;
  }
  const bool blank = topic.find(' ') != View::npos;
  if (!blank && topic.find('_') != View::npos) return true;
  const auto digits = static_cast<std::size_t>(std::ranges::count_if(topic, is_digit));
  if (!blank && topic.size() == 36 && std::ranges::count(topic, '-') == 4) return true;
  return !blank && digits > 4 && digits * 2 > topic.size();
}

bool is_agency_code(View topic) {
  constexpr std::size_t kLongestCode = 8;
  return topic.size() <= kLongestCode &&
         std::ranges::all_of(topic, [](char c) { return (c >= 'A' && c <= 'Z') || is_digit(c); });
}

}  // namespace

void TopicList::add(std::string_view topic) {
  while (topic.starts_with('#')) topic.remove_prefix(1);
  topic = text::trim(topic, " \t,;");
  if (topic.size() < 2 || topic.size() > kLongestTopic || topics_.size() >= kMostTopics) return;
  if (is_code(topic) || outlet_->is_named(topic)) return;
  std::string key = text::fold_value(topic);
  if (std::ranges::find(keys_, key) != keys_.end()) return;
  keys_.push_back(std::move(key));
  topics_.emplace_back(topic);
}

void TopicList::add_list(std::string_view value) {
  const char separator = value.find(';') != View::npos && value.find(',') == View::npos ? ';' : ',';
  for (std::size_t begin = 0; begin <= value.size();) {
    std::size_t end = begin;
    std::size_t width = 1;
    for (; end < value.size(); ++end) {
      if (value[end] == separator) break;
      if (value.compare(end, 3, "\u3001") == 0 || value.compare(end, 3, "\uff0c") == 0) {
        width = 3;
        break;
      }
    }
    add(value.substr(begin, end - begin));
    begin = end + width;
  }
}

std::size_t TopicList::shared_with(const TopicList& other) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      keys_, [&](const std::string& key) { return std::ranges::find(other.keys_, key) != other.keys_.end(); }));
}

std::size_t TopicList::mentioned_in(std::string_view lower_text) const {
  return static_cast<std::size_t>(std::ranges::count_if(topics_, [&](const std::string& topic) {
    const std::string lower = ascii_lower(topic);
    return lower_text.find(View(lower).substr(0, lower.find(' '))) != View::npos;
  }));
}

bool TopicList::is_coded() const {
  constexpr std::size_t kFewest = 8;
  const auto codes = static_cast<std::size_t>(std::ranges::count_if(topics_, is_agency_code));
  return topics_.size() >= kFewest && codes * 2 > topics_.size();
}

void TopicList::clear() {
  topics_.clear();
  keys_.clear();
}

}  // namespace morgue::webpage
