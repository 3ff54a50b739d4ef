// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/loose_json.h"

#include <cstddef>
#include <cstdint>

#include "text/utf8.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;

constexpr std::size_t kLargest = 8U << 20U;
constexpr std::size_t kMostValues = 200000;
constexpr int kDeepest = 64;

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v';
}

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '+' || c == '.' || c == '$' || c == '@' || static_cast<unsigned char>(c) >= 0x80;
}

class Reader {
 public:
  explicit Reader(View text) : text_(text) {}

  JsonValue read_all() {
    JsonValue all;
    all.kind = JsonValue::Kind::List;
    while (skip_filling(), pos_ < text_.size()) {
      const std::size_t before = pos_;
      JsonValue value = read_value(0);
      if (value.is_object() || value.is_list()) all.items.push_back(std::move(value));
      if (pos_ == before) ++pos_;
    }
    if (all.items.empty()) return {};
    if (all.items.size() == 1) return std::move(all.items.front());
    return all;
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return pos_ + ahead < text_.size() ? text_[pos_ + ahead] : '\0';
  }

  /// Skips `opening` and what follows up to `closing` (inclusive), when it stands here.
  bool skip_between(View opening, View closing) {
    if (text_.compare(pos_, opening.size(), opening) != 0) return false;
    const std::size_t end = text_.find(closing, pos_ + opening.size());
    pos_ = end == View::npos ? text_.size() : end + closing.size();
    return true;
  }

  bool skip_word(View word) {
    if (text_.compare(pos_, word.size(), word) != 0) return false;
    pos_ += word.size();
    return true;
  }

  /// White space, comments and the wrappers that hide scripts from old readers.
  void skip_filling() {
    while (pos_ < text_.size()) {
      if (is_blank(text_[pos_])) {
        ++pos_;
      } else if (!(skip_word("<![CDATA[") || skip_word("//<![CDATA[") || skip_word("//]]>") || skip_word("]]>") ||
                   skip_word("<!--") || skip_word("-->") || skip_word("\xEF\xBB\xBF") || skip_word("\xC2\xA0") ||
                   skip_between("/*", "*/") || skip_between("//", "\n"))) {
        return;
      }
    }
  }

  JsonValue read_value(int depth) {
    skip_filling();
    if (++values_ > kMostValues || depth > kDeepest) {
      pos_ = text_.size();
      return {};
    }
    switch (peek()) {
      case '{':
        return read_object(depth);
      case '[':
        return read_list(depth);
      case '"':
      case '\'': {
        JsonValue value;
        value.kind = JsonValue::Kind::Scalar;
        value.text = read_string();
        return value;
      }
      default:
        return read_bare();
    }
  }

  JsonValue read_object(int depth) {
    JsonValue object;
    object.kind = JsonValue::Kind::Object;
    ++pos_;
    while (skip_filling(), pos_ < text_.size()) {
      const char c = peek();
      if (c == '}') {
        ++pos_;
        break;
      }
      if (c == ']') break;  // belongs to a list around: the brace is missing
      if (c == ',' || c == ';' || c == ':') {
        ++pos_;
        continue;
      }
      std::string name;
      if (c == '"' || c == '\'') {
        name = read_string();
      } else if (is_word_char(c)) {
        name = read_bare().text;
      } else {
        ++pos_;
        continue;
      }
      skip_filling();
      if (peek() != ':') continue;  // a name without a value
      ++pos_;
      object.members.push_back({std::move(name), read_value(depth + 1)});
    }
    return object;
  }

  JsonValue read_list(int depth) {
    JsonValue list;
    list.kind = JsonValue::Kind::List;
    ++pos_;
    while (skip_filling(), pos_ < text_.size()) {
      const char c = peek();
      if (c == ']') {
        ++pos_;
        break;
      }
      if (c == '}') break;  // the bracket is missing
      if (c == ',' || c == ';' || c == ':') {
        ++pos_;
        continue;
      }
      const std::size_t before = pos_;
      list.items.push_back(read_value(depth + 1));
      if (pos_ == before) ++pos_;
    }
    return list;
  }

  JsonValue read_bare() {
    const std::size_t begin = pos_;
    while (pos_ < text_.size() && is_word_char(text_[pos_])) ++pos_;
    JsonValue value;
    const View word = text_.substr(begin, pos_ - begin);
    if (word.empty() || word == "null" || word == "undefined") return value;
    value.kind = JsonValue::Kind::Scalar;
    value.text = std::string(word);
    return value;
  }

  /// A quotation mark ends a string when what JSON asks for stands behind it; else it is one of the text's own.
  [[nodiscard]] bool ends_string(std::size_t at) const {
    const auto skip = [&](std::size_t from) {
      while (from < text_.size() && is_blank(text_[from])) ++from;
      return from;
    };
    const std::size_t next = skip(at + 1);
    if (next >= text_.size()) return true;
    const char c = text_[next];
    if (c == ':' || c == '}' || c == ']' || c == '"' || c == '/' || c == '\'') return true;
    if (c != ',') return false;
    if (text_[at] == '\'') return true;  // bare names may follow
    const std::size_t behind = skip(next + 1);
    if (behind >= text_.size()) return true;
    const char d = text_[behind];
    return d == '"' || d == '\'' || d == '{' || d == '[' || d == '}' || d == ']' || d == ',' || d == '/' || d == '-' ||
           (d >= '0' && d <= '9') || text_.compare(behind, 4, "null") == 0 || text_.compare(behind, 4, "true") == 0 ||
           text_.compare(behind, 5, "false") == 0;
  }

  std::string read_string() {
    const char quote = text_[pos_++];
    std::string out;
    while (pos_ < text_.size()) {
      const char c = text_[pos_];
      if (c == quote && ends_string(pos_)) {
        ++pos_;
        break;
      }
      if (c == '\\' && pos_ + 1 < text_.size()) {
        read_escape(out);
        continue;
      }
      out += c;
      ++pos_;
    }
    return out;
  }

  [[nodiscard]] bool read_hex(std::size_t at, char32_t& value) const {
    if (at + 4 > text_.size()) return false;
    value = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
      const char c = text_[i];
      const int digit = c >= '0' && c <= '9'   ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : -1;
      if (digit < 0) return false;
      value = value * 16 + static_cast<char32_t>(digit);
    }
    return true;
  }

  void read_escape(std::string& out) {
    const char c = text_[pos_ + 1];
    pos_ += 2;
    switch (c) {
      case 'n':
        out += '\n';
        return;
      case 'r':
      case 't':
      case 'f':
        out += ' ';
        return;
      case 'b':
        return;
      case 'u':
        break;
      default:
        out += c;
        return;
    }
    char32_t unit = 0;
    if (!read_hex(pos_, unit)) {
      out += 'u';
      return;
    }
    pos_ += 4;
    char32_t low = 0;
    const bool high = unit >= 0xD800 && unit < 0xDC00;
    if (high && text_.compare(pos_, 2, "\\u") == 0 && read_hex(pos_ + 2, low) && low >= 0xDC00 && low < 0xE000) {
      pos_ += 6;
      unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
    }
    if (unit >= 0xD800 && unit < 0xE000) unit = 0xFFFD;
    if (unit != 0) text::append_utf8(out, unit);
  }

  View text_;
  std::size_t pos_ = 0;
  std::size_t values_ = 0;
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
  for (const auto& [key, value] : members) {
    if (key == name) return &value;
  }
  return nullptr;
}

JsonValue read_loose_json(std::string_view text) {
  return Reader(text.substr(0, kLargest)).read_all();
}

}  // namespace morgue::webpage
