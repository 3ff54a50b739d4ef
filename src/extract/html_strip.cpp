// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/html_strip.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "extract/html_entities.h"

namespace morgue::extract {
namespace {

using View = std::string_view;

constexpr View kBlock[] = {"p",       "div",     "h1",      "h2",     "h3",      "h4",     "h5",    "h6",
                           "ul",      "ol",      "li",      "table",  "tr",      "thead",  "tbody", "blockquote",
                           "section", "article", "aside",   "header", "footer",  "figure", "dl",    "dt",
                           "dd",      "pre",     "hr",      "main",   "nav",     "form",   "body",  "html",
                           "head",    "title",   "address", "center", "fieldset"};
constexpr View kInline[] = {"a",     "b",     "i",       "em",      "strong", "span",  "u",     "s",      "small",
                            "big",   "sub",   "sup",     "font",    "img",    "br",    "td",    "th",     "code",
                            "q",     "cite",  "abbr",    "time",    "mark",   "del",   "ins",   "strike", "wbr",
                            "label", "input", "picture", "source",  "video",  "audio", "svg",   "path",   "embed",
                            "param", "link",  "meta",    "acronym", "tt",     "nobr",  "button"};
/// Elements whose content is no text of the article.
constexpr View kDropped[] = {"script", "style", "figcaption", "iframe", "noscript", "template", "object", "select"};

constexpr std::size_t kLongestTag = 8192;

bool contains(std::span<const View> names, View name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_known(View name) {
  return contains(kBlock, name) || contains(kInline, name) || contains(kDropped, name);
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_alphanumeric(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
}

struct Tag {
  std::string name;  ///< lower case
  bool closing = false;
  bool lower_case = false;
  bool attributes = false;
  std::size_t end = 0;  ///< behind the `>`
};

/// The end of a tag that began before `pos`: the `>` outside quotes, within reach.
std::optional<std::size_t> tag_end(View text, std::size_t pos) {
  const std::size_t limit = std::min(text.size(), pos + kLongestTag);
  char quote = 0;
  for (std::size_t at = pos; at < limit; ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && at > pos && text[at - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    } else if (c == '<') {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<Tag> read_tag(View text, std::size_t pos) {
  Tag tag;
  std::size_t at = pos + 1;
  if (at < text.size() && text[at] == '/') {
    tag.closing = true;
    ++at;
  }
  const std::size_t name_begin = at;
  constexpr std::size_t kLongestName = 12;
  while (at < text.size() && is_alphanumeric(text[at]) && at - name_begin <= kLongestName)
    tag.name += lower(text[at++]);
  if (!is_known(tag.name)) return std::nullopt;
  tag.lower_case = text.substr(name_begin, tag.name.size()) == tag.name;
  if (at >= text.size() || (text[at] != '>' && text[at] != '/' && text[at] != ' ' && text[at] != '\n' &&
                            text[at] != '\t' && text[at] != '\r')) {
    return std::nullopt;
  }
  const auto end = tag_end(text, at);
  if (!end) return std::nullopt;
  tag.attributes = text.substr(at, *end - at).find('=') != View::npos;
  tag.end = *end;
  return tag;
}

/// Finds the ends of comments and dropped elements; once one of a kind is missing it is not looked for again, so that
/// a text of a million unclosed `<script>` takes no quadratic time.
class Skipper {
 public:
  explicit Skipper(View text) : text_(text) {}

  std::optional<std::size_t> comment_end(std::size_t pos) {
    if (no_comment_) return std::nullopt;
    const std::size_t end = text_.find("-->", pos);
    no_comment_ = end == View::npos;
    return no_comment_ ? std::nullopt : std::optional(end + 3);
  }

  std::optional<std::size_t> element_end(View name, std::size_t pos) {
    if (std::find(missing_.begin(), missing_.end(), name) != missing_.end()) return std::nullopt;
    for (std::size_t at = text_.find("</", pos); at != View::npos; at = text_.find("</", at + 2)) {
      std::size_t i = 0;
      while (i < name.size() && at + 2 + i < text_.size() && lower(text_[at + 2 + i]) == name[i]) ++i;
      if (i < name.size()) continue;
      const std::size_t close = text_.find('>', at);
      return close == View::npos ? text_.size() : close + 1;
    }
    missing_.push_back(std::string(name));
    return std::nullopt;
  }

 private:
  View text_;
  bool no_comment_ = false;
  std::vector<std::string> missing_;
};

/// One ends a line, two in a row end a paragraph.
void break_line(std::string& out) {
  while (!out.empty() && out.back() == ' ') out.pop_back();
  if (!out.empty() && !out.ends_with("\n\n")) out += '\n';
}

void break_to(std::string& out, View separator) {
  while (!out.empty() && out.back() == ' ') out.pop_back();
  if (!out.empty() && !out.ends_with(separator)) out += separator;
}

}  // namespace

bool looks_like_html(View text) {
  for (std::size_t pos = 0; pos < text.size(); ++pos) {
    if (text[pos] != '<' && text[pos] != '&') continue;
    if (text[pos] == '&') {
      std::string ignored;
      std::size_t at = pos;
      if (read_entity(text, at, ignored)) return true;
      continue;
    }
    const auto tag = read_tag(text, pos);
    if (!tag) continue;
    if (tag->closing || tag->attributes || (tag->lower_case && (tag->name == "br" || tag->name == "p"))) return true;
  }
  return false;
}

std::string strip_html(View text) {
  std::string out;
  out.reserve(text.size());
  Skipper skipper(text);
  // In HTML a line break is a blank; in plain text with a few references it is a line break.
  bool has_blocks = false;
  for (std::size_t pos = text.find('<'); pos != View::npos && !has_blocks; pos = text.find('<', pos + 1)) {
    const auto tag = read_tag(text, pos);
    has_blocks = tag && (tag->name == "p" || tag->name == "br" || tag->name == "div" || tag->name == "li");
  }
  for (std::size_t pos = 0; pos < text.size();) {
    const char c = text[pos];
    if (c == '&' && read_entity(text, pos, out)) continue;
    if (has_blocks && (c == '\n' || c == '\r' || c == '\t')) {
      if (!out.empty() && out.back() != ' ' && out.back() != '\n') out += ' ';
      ++pos;
      continue;
    }
    if (c != '<') {
      out += c;
      ++pos;
      continue;
    }
    if (text.substr(pos, 4) == "<!--") {
      if (const auto end = skipper.comment_end(pos)) {
        pos = *end;
        continue;
      }
    }
    const auto tag = read_tag(text, pos);
    if (!tag) {
      out += c;
      ++pos;
      continue;
    }
    pos = tag->end;
    if (!tag->closing && contains(kDropped, tag->name)) pos = skipper.element_end(tag->name, pos).value_or(pos);
    if (tag->name == "br") break_line(out);
    if (contains(kBlock, tag->name) || tag->name == "figcaption") break_to(out, "\n\n");
    if (tag->name == "td" || tag->name == "th") out += ' ';
  }
  return out;
}

}  // namespace morgue::extract
