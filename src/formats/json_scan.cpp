// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/json_scan.h"

#include <algorithm>
#include <array>

namespace morgue::formats {
namespace {

constexpr std::array<std::string_view, 10> kListNames = {"articles", "items", "data", "results", "docs",
                                                         "records",  "hits",  "news", "entries", "stories"};
constexpr std::array<std::string_view, 6> kEnvelopeNames = {"response", "data", "hits", "result", "results", "feed"};
/// An object that has one of these is an article itself, whatever lists it holds.
constexpr std::array<std::string_view, 8> kArticleNames = {"body",        "text",     "content", "article",
                                                           "articleBody", "headline", "header",  "content_html"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::size_t skip_blank(std::string_view text, std::size_t pos) {
  return std::min(text.find_first_not_of(" \t\r\n", pos), text.size());
}

}  // namespace

std::optional<std::size_t> JsonScan::end_of(std::string_view text) {
  while (position_ < text.size()) {
    if (in_string_) {
      if (escaped_) {
        escaped_ = false;
        ++position_;
        continue;
      }
      while (position_ < text.size() && text[position_] != '"' && text[position_] != '\\') ++position_;
      if (position_ == text.size()) return std::nullopt;
      escaped_ = text[position_++] == '\\';
      in_string_ = escaped_;
      if (!in_string_ && depth_ == 0) return position_;
      continue;
    }
    const char c = text[position_++];
    if (c == '"') {
      in_string_ = true;
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if ((c == '}' || c == ']') && --depth_ <= 0) {
      return position_;
    }
  }
  return std::nullopt;
}

std::string_view open_end(std::string_view text) {
  JsonScan scan;
  if (scan.end_of(text)) return {};
  if (scan.in_string()) return "inside a string";
  return scan.depth() > 0 ? "inside an object or a list" : "";
}

std::optional<WrappedList> find_wrapped_list(std::string_view head) {
  constexpr int kDeepest = 2;
  std::array<std::string_view, kDeepest + 1> keys{};
  int depth = 0;
  for (std::size_t pos = 0; pos < head.size();) {
    const char c = head[pos];
    if (c == '"') {
      const auto size = JsonScan().end_of(head.substr(pos));
      if (!size) return std::nullopt;
      const std::string_view name = head.substr(pos + 1, *size - 2);
      pos = skip_blank(head, pos + *size);
      if (pos == head.size() || head[pos] != ':') continue;
      if (depth == 1 && is_one_of(kArticleNames, name)) return std::nullopt;
      keys[static_cast<std::size_t>(depth)] = name;
    } else if (c == '[' || (c == '{' && depth == kDeepest)) {
      const std::size_t first = skip_blank(head, pos + 1);
      const bool objects = c == '[' && first < head.size() && head[first] == '{';
      if (objects && is_one_of(kListNames, keys[static_cast<std::size_t>(depth)]) &&
          (depth == 1 || is_one_of(kEnvelopeNames, keys[1]))) {
        return WrappedList{pos, depth};
      }
      const auto size = JsonScan().end_of(head.substr(pos));
      if (!size) return std::nullopt;
      pos += *size;
    } else {
      if (c == '{') ++depth;
      if (c == '}' && --depth <= 0) return std::nullopt;
      ++pos;
    }
  }
  return std::nullopt;
}

}  // namespace morgue::formats
