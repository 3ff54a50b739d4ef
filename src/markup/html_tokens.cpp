// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/html_tokens.h"

#include <algorithm>
#include <cstring>

#include "markup/entities.h"

namespace morgue::markup {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool has(std::string_view text, char c) {
  return !text.empty() && std::memchr(text.data(), c, text.size()) != nullptr;
}

}  // namespace

bool HtmlTokens::markup_at(std::size_t pos) const {
  if (pos + 1 >= html_.size()) return false;
  const char next = html_[pos + 1];
  if (is_letter(next) || next == '!' || next == '?') return true;
  return next == '/' && pos + 2 < html_.size();
}

bool HtmlTokens::next() {
  while (pos_ < html_.size()) {
    if (html_[pos_] != '<' || !markup_at(pos_)) {
      read_text();
      if (!text_.empty()) return true;
    } else if (read_markup()) {
      return true;
    }
  }
  return false;
}

void HtmlTokens::read_text() {
  const std::size_t begin = pos_;
  std::size_t end = pos_;
  do {
    end = html_.find('<', end == begin && html_[begin] != '<' ? end : end + 1);
  } while (end != std::string_view::npos && !markup_at(end));
  pos_ = std::min(end, html_.size());
  kind_ = Kind::Text;
  text_ = resolved(html_.substr(begin, pos_ - begin), /*references=*/true, /*in_attribute=*/false);
}

/// True if there is a token in it: not with comments and the like, nor with a tag that the page ends in.
bool HtmlTokens::read_markup() {
  const std::string_view rest = html_.substr(pos_);
  if (is_letter(rest[1])) {
    ++pos_;
    read_tag(Kind::Start);
    return pos_ != std::string_view::npos;
  }
  if (rest[1] == '/') {
    pos_ += 2;
    if (is_letter(rest[2])) {
      read_tag(Kind::End);
      return pos_ != std::string_view::npos;
    }
    skip_past('>');
    return false;
  }
  if (rest.starts_with("<!--")) {
    skip_comment();
    return false;
  }
  constexpr std::string_view kCdata = "<![CDATA[";
  if (cdata_ && rest.starts_with(kCdata)) {
    const std::size_t end = std::min(rest.find("]]>"), rest.size());
    kind_ = Kind::Text;
    text_ = resolved(rest.substr(kCdata.size(), end - kCdata.size()), /*references=*/false, /*in_attribute=*/false);
    pos_ = std::min(pos_ + end + 3, html_.size());
    return !text_.empty();
  }
  skip_past('>');
  return false;
}

void HtmlTokens::skip_past(char c) {
  const std::size_t end = html_.find(c, pos_);
  pos_ = end == std::string_view::npos ? html_.size() : end + 1;
}

void HtmlTokens::skip_comment() {
  pos_ += 4;
  const std::string_view rest = html_.substr(pos_);
  if (rest.starts_with('>') || rest.starts_with("->")) {
    skip_past('>');
    return;
  }
  for (std::size_t at = rest.find("--"); at != std::string_view::npos; at = rest.find("--", at + 1)) {
    const std::string_view behind = rest.substr(at + 2);
    if (!behind.starts_with('>') && !behind.starts_with("!>")) continue;
    pos_ += at;
    skip_past('>');
    return;
  }
  pos_ = html_.size();
}

std::string_view HtmlTokens::lower_case(std::string_view name, std::string& buffer) const {
  if (std::none_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '\0'; })) return name;
  buffer.assign(name);
  std::transform(buffer.begin(), buffer.end(), buffer.begin(), lower);
  std::erase(buffer, '\0');
  return buffer;
}

/// From behind `<` or `</` to behind `>`. A tag that never ends moves to the end of the page and is none.
void HtmlTokens::read_tag(Kind kind) {
  const std::size_t begin = pos_;
  while (pos_ < html_.size() && !is_blank(html_[pos_]) && html_[pos_] != '/' && html_[pos_] != '>') ++pos_;
  kind_ = kind;
  name_ = lower_case(html_.substr(begin, pos_ - begin), name_buffer_);
  attributes_.clear();
  self_closing_ = false;
  while (pos_ < html_.size()) {
    const char c = html_[pos_];
    if (c == '>') {
      ++pos_;
      return;
    }
    if (is_blank(c) || c == '/') {
      ++pos_;
      self_closing_ = c == '/' && pos_ < html_.size() && html_[pos_] == '>';
    } else {
      read_attribute();
    }
  }
  pos_ = std::string_view::npos;
}

void HtmlTokens::read_attribute() {
  const std::size_t begin = pos_;
  // A name may begin with an equals sign.
  ++pos_;
  while (pos_ < html_.size() && !is_blank(html_[pos_]) && html_[pos_] != '/' && html_[pos_] != '>' &&
         html_[pos_] != '=') {
    ++pos_;
  }
  std::string_view name = html_.substr(begin, pos_ - begin);
  while (pos_ < html_.size() && is_blank(html_[pos_])) ++pos_;
  const bool valued = pos_ < html_.size() && html_[pos_] == '=';
  const bool kept = kind_ == Kind::Start && attributes_.size() < kMostAttributes;
  if (valued) ++pos_;
  const std::string_view raw = valued ? read_value() : std::string_view();
  if (!kept) return;
  const std::string_view low = lower_case(name, buffer_);
  if (low.data() == buffer_.data()) {
    name = tree_.keep(low);
  }
  const bool known =
      std::any_of(attributes_.begin(), attributes_.end(), [&](const Attribute& one) { return one.name == name; });
  if (!known) attributes_.push_back({name, resolved(raw, /*references=*/true, /*in_attribute=*/true)});
}

std::string_view HtmlTokens::read_value() {
  while (pos_ < html_.size() && is_blank(html_[pos_])) ++pos_;
  if (pos_ == html_.size()) return {};
  const char quote = html_[pos_];
  if (quote == '"' || quote == '\'') {
    const std::size_t begin = ++pos_;
    const std::size_t end = std::min(html_.find(quote, begin), html_.size());
    pos_ = std::min(end + 1, html_.size());
    return html_.substr(begin, end - begin);
  }
  const std::size_t begin = pos_;
  while (pos_ < html_.size() && !is_blank(html_[pos_]) && html_[pos_] != '>') ++pos_;
  return html_.substr(begin, pos_ - begin);
}

/// Without NUL, with LF for CRLF and CR.
std::string_view HtmlTokens::resolved(std::string_view raw, bool references, bool in_attribute) {
  const bool refers = references && has(raw, '&');
  if (!refers && !has(raw, '\r') && !has(raw, '\0')) return raw;
  buffer_.clear();
  for (std::size_t pos = 0; pos < raw.size();) {
    const char c = raw[pos];
    if (c == '&' && refers && read_entity(raw, pos, buffer_, in_attribute)) continue;
    ++pos;
    if (c == '\0' || (c == '\r' && pos < raw.size() && raw[pos] == '\n')) continue;
    buffer_ += c == '\r' ? '\n' : c;
  }
  return tree_.keep(buffer_);
}

/// Position of `</name` with something behind it that ends the name; the page's size when there is none.
std::size_t HtmlTokens::find_end_tag(std::string_view name, std::size_t from) const {
  for (std::size_t at = html_.find("</", from); at != std::string_view::npos; at = html_.find("</", at + 2)) {
    const std::string_view rest = html_.substr(at + 2);
    if (rest.size() <= name.size()) break;
    const char behind = rest[name.size()];
    if (!is_blank(behind) && behind != '/' && behind != '>') continue;
    if (std::equal(name.begin(), name.end(), rest.begin(), [](char a, char b) { return a == lower(b); })) return at;
  }
  return html_.size();
}

/// Position of `-->`, the page's size when there is none. Remembers what it found: many scripts may ask for one far
/// away.
std::size_t HtmlTokens::find_comment_end(std::size_t from) {
  if (from < comment_end_from_ || from > comment_end_) {
    comment_end_from_ = from;
    comment_end_ = std::min(html_.find("-->", from), html_.size());
  }
  return comment_end_;
}

bool HtmlTokens::has_script_tag(std::size_t from, std::size_t to) const {
  constexpr std::string_view kTag = "<script";
  const std::string_view text = html_.substr(0, to);
  for (std::size_t at = text.find('<', from); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view rest = text.substr(at);
    if (rest.size() <= kTag.size()) return false;
    const char behind = rest[kTag.size()];
    if ((is_blank(behind) || behind == '/' || behind == '>') &&
        std::equal(kTag.begin(), kTag.end(), rest.begin(), [](char a, char b) { return a == lower(b); })) {
      return true;
    }
  }
  return false;
}

/// Inside `<!-- -->` of a script, the end tag that follows a `<script` is its own. A comment that never ends counts as
/// none: a browser would take the rest of the page for script.
std::size_t HtmlTokens::end_of_script(std::size_t from) {
  std::size_t at = from;      // of the next comment, or in front of the one we are in
  std::size_t inside = from;  // where `<script` would count
  for (std::size_t end = find_end_tag("script", from); end < html_.size();) {
    const std::size_t open = html_.substr(0, end).find("<!--", at);
    if (open == std::string_view::npos) return end;
    const std::size_t close = find_comment_end(open + 2);
    if (close == html_.size()) return end;
    if (close < end) {
      at = close + 3;
      continue;
    }
    at = open;
    if (!has_script_tag(std::max(inside, open + 4), end)) return end;
    inside = end + 2;
    end = find_end_tag("script", inside);
  }
  return html_.size();
}

std::string_view HtmlTokens::content_of(std::string_view name, bool references) {
  const std::size_t begin = std::min(pos_, html_.size());
  const std::size_t end = name == "script" ? end_of_script(begin) : find_end_tag(name, begin);
  pos_ = end;
  if (end < html_.size()) {
    pos_ = end + 2;
    read_tag(Kind::End);
    pos_ = std::min(pos_, html_.size());
  }
  return resolved(html_.substr(begin, end - begin), references, /*in_attribute=*/false);
}

}  // namespace morgue::markup
