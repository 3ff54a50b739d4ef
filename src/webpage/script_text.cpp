// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/script_text.h"

#include <algorithm>
#include <map>
#include <utility>

#include "text/utf8.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;

constexpr std::size_t kShortest = 40;
constexpr std::size_t kLongest = 4U << 20U;  // bytes of one piece of HTML
constexpr std::size_t kMostPieces = 200;
constexpr std::size_t kMostParagraphs = 2000;
constexpr int kDeepest = 3;

/// Four hexadecimal digits, or -1.
int hex4(View text) {
  if (text.size() < 4) return -1;
  int value = 0;
  for (const char c : text.substr(0, 4)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/// A string literal of JSON or JavaScript without its escapes.
std::string unescaped(View raw) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\\' || i + 1 == raw.size()) {
      out += raw[i];
      continue;
    }
    const char c = raw[++i];
    if (c != 'u') {
      out += c == 'n' || c == 'r' ? '\n' : c == 't' ? ' ' : c;
      continue;
    }
    int unit = hex4(raw.substr(i + 1));
    if (unit < 0) continue;
    i += 4;
    if (unit >= 0xD800 && unit < 0xDC00 && raw.substr(i + 1).starts_with("\\u")) {
      const int low = hex4(raw.substr(i + 3));
      if (low >= 0xDC00 && low < 0xE000) {
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        i += 6;
      }
    }
    if (unit == 0 || (unit >= 0xD800 && unit < 0xE000)) unit = 0xFFFD;
    text::append_utf8(out, static_cast<char32_t>(unit));
  }
  return out;
}

std::size_t count_of(View text, View word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != View::npos; at = text.find(word, at + word.size())) ++count;
  return count;
}

bool reads_like_prose(View text) {
  if (text.size() < kShortest || text.find_first_of("<>{}\\") != View::npos || text.find("://") != View::npos)
    return false;
  const auto blanks = static_cast<std::size_t>(std::ranges::count(text, ' '));
  const auto wide = static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0xE0; }));
  return blanks * 12 >= text.size() || wide * 5 >= text.size();
}

class Finder {
 public:
  void script(View text, int depth) {
    std::string key;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '"') continue;
      const std::size_t begin = i + 1;
      for (++i; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\\') ++i;
      }
      if (i >= text.size()) return;
      const View raw = text.substr(begin, i - begin);
      std::size_t next = i + 1;
      while (next < text.size() && text[next] == ' ') ++next;
      if (next < text.size() && text[next] == ':' && raw.size() < kShortest) {
        key = raw;
        continue;
      }
      if (raw.size() >= kShortest) value(raw, key, depth);
    }
  }

  ScriptText finish() {
    using Entry = std::pair<const std::string, std::vector<std::string>>;
    const auto bytes = [](const Entry& entry) {
      std::size_t sum = 0;
      for (const std::string& text : entry.second) sum += text.size();
      return entry.second.size() >= 3 ? sum : 0;
    };
    const auto best = std::ranges::max_element(by_key_, {}, bytes);
    if (best != by_key_.end() && bytes(*best) > 0) found_.paragraphs = std::move(best->second);
    return std::move(found_);
  }

 private:
  void value(View raw, const std::string& key, int depth) {
    const bool html =
        raw.find('<') != View::npos || raw.find("\\u003c") != View::npos || raw.find("\\u003C") != View::npos;
    if (!html && raw.find("\\\"") == View::npos) {
      if (raw.size() > (1U << 16U)) return;
      std::string text = unescaped(raw);
      auto& list = by_key_[key];
      if (reads_like_prose(text) && list.size() < kMostParagraphs && (list.empty() || list.back() != text))
        list.push_back(std::move(text));
      return;
    }
    std::string text = unescaped(raw);
    const bool nested = text.find("\\\"") != std::string::npos || text.find("\\u003") != std::string::npos ||
                        text.find("\":\"") != std::string::npos;
    if (nested) {
      if (depth < kDeepest) script(text, depth + 1);
      return;
    }
    if (text.size() > kLongest) return;
    if (count_of(text, "<p") + count_of(text, "<br") < 2 || found_.html.size() >= kMostPieces) return;
    if (std::ranges::find(found_.html, text) == found_.html.end()) found_.html.push_back(std::move(text));
  }

  ScriptText found_;
  std::map<std::string, std::vector<std::string>> by_key_;
};

}  // namespace

ScriptText find_script_text(const markup::Tree& page) {
  Finder finder;
  for (const markup::Node* at = page.root(); at != nullptr; at = markup::next_node(at, page.root())) {
    if (!at->is_element("script") || at->first_child == nullptr) continue;
    finder.script(at->first_child->text, 0);
  }
  return finder.finish();
}

}  // namespace morgue::webpage
