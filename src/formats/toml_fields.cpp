// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/toml_fields.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "formats/reject.h"
#include "text/utf8.h"

namespace morgue::formats {
namespace {

using View = std::string_view;

/// Every function returns false after a failure, which is then in `problem_`.
class Reader {
 public:
  Reader(View text, const ReaderLimits& limits, std::vector<Field>& fields)
      : text_(text), limits_(limits), fields_(fields) {}

  std::optional<std::string> run() {
    while (true) {
      skip(true);
      if (done()) return std::nullopt;
      if (!(peek() == '[' ? table() : pair()) || !line_end()) {
        return problem_ + " (line " + std::to_string(1 + std::count(text_.begin(), text_.begin() + pos_, '\n')) + ")";
      }
    }
  }

 private:
  [[nodiscard]] bool done() const { return pos_ >= text_.size(); }
  [[nodiscard]] char peek() const { return done() ? '\0' : text_[pos_]; }
  bool fail(std::string problem) {
    problem_ = std::move(problem);
    return false;
  }

  /// Passes blanks and, if lines do not matter, line ends and comments.
  void skip(bool over_lines) {
    while (!done()) {
      const char c = peek();
      if (c == '#' && over_lines) {
        pos_ = std::min(text_.find('\n', pos_), text_.size());
      } else if (c == ' ' || c == '\t' || (over_lines && (c == '\n' || c == '\r'))) {
        ++pos_;
      } else {
        return;
      }
    }
  }

  bool line_end() {
    skip(false);
    if (peek() == '\r') ++pos_;
    return done() || peek() == '\n' || peek() == '#' || fail("there is more on the line than a value");
  }

  /// `a.b."c d"`, appended to the path.
  bool key() {
    constexpr std::size_t kLongestPath = 1024;
    while (true) {
      skip(false);
      std::string name;
      if (peek() == '"' || peek() == '\'') {
        if (!string(name)) return false;
      } else {
        const std::size_t end = std::min(text_.find_first_of(" \t\r\n=.]#\"'[{},", pos_), text_.size());
        name = text_.substr(pos_, end - pos_);
        pos_ = end;
      }
      if (name.empty()) return fail("a name is missing");
      if (!path_.empty()) path_ += '.';
      path_ += name;
      if (path_.size() > kLongestPath) return fail("a name is longer than " + size_words(kLongestPath));
      skip(false);
      if (peek() != '.') return true;
      ++pos_;
    }
  }

  bool table() {
    const std::size_t brackets = text_.substr(pos_).starts_with("[[") ? 2 : 1;
    pos_ += brackets;
    path_.clear();
    if (!key()) return false;
    if (!text_.substr(pos_).starts_with(View("]]").substr(0, brackets)))
      return fail("the name of a table is not closed");
    pos_ += brackets;
    return true;
  }

  bool pair() {
    const std::size_t prefix = path_.size();
    if (!key()) return false;
    if (peek() != '=') return fail("there is no = behind a name");
    ++pos_;
    skip(false);
    if (!value(0)) return false;
    path_.resize(prefix);
    return true;
  }

  bool value(int depth) {
    if (depth > limits_.nesting)
      return fail("values are nested deeper than " + std::to_string(limits_.nesting) + " levels");
    if (peek() == '"' || peek() == '\'') {
      std::string text;
      return string(text) && add(std::move(text), Field::Kind::Text);
    }
    if (peek() == '[') return list(depth);
    if (peek() == '{') return inline_table(depth);
    const std::size_t end = std::min(text_.find_first_of("\r\n#,]}", pos_), text_.size());
    const View bare = trimmed(text_.substr(pos_, end - pos_));
    pos_ = end;
    if (bare.empty()) return fail("a value is missing");
    return add(std::string(bare), bare == "true" || bare == "false" ? Field::Kind::Boolean : Field::Kind::Text);
  }

  bool list(int depth) {
    ++pos_;
    while (true) {
      skip(true);
      if (done()) return fail("a list is not closed");
      if (peek() == ']') break;
      if (!value(depth + 1)) return false;
      skip(true);
      if (peek() == ',') {
        ++pos_;
      } else if (!done() && peek() != ']') {
        return fail("a list has no comma between its values");
      }
    }
    ++pos_;
    return true;
  }

  bool inline_table(int depth) {
    ++pos_;
    while (true) {
      skip(true);
      if (done()) return fail("an inline table is not closed");
      if (peek() == '}') break;
      const std::size_t prefix = path_.size();
      if (!key()) return false;
      if (peek() != '=') return fail("there is no = behind a name");
      ++pos_;
      skip(false);
      if (!value(depth + 1)) return false;
      path_.resize(prefix);
      skip(true);
      if (peek() == ',') {
        ++pos_;
      } else if (!done() && peek() != '}') {
        return fail("an inline table has no comma between its values");
      }
    }
    ++pos_;
    return true;
  }

  bool string(std::string& out) {
    const char quote = peek();
    const bool many_lines = text_.substr(pos_).starts_with(quote == '"' ? R"(""")" : "'''");
    pos_ += many_lines ? 3 : 1;
    // A line end right behind the quotes is for the eye.
    if (many_lines && peek() == '\r') ++pos_;
    if (many_lines && peek() == '\n') ++pos_;
    for (; !done(); ++pos_) {
      const char c = peek();
      if (c == quote && (!many_lines || text_.substr(pos_, 3) == std::string(3, quote))) {
        pos_ += many_lines ? 3 : 1;
        // Quotes may stand at the very end of the text.
        for (; many_lines && peek() == quote; ++pos_) out += quote;
        return true;
      }
      if (c == '\n' && !many_lines) break;
      if (c == '\\' && quote == '"') {
        if (!escape(out)) return false;
      } else {
        out += c;
      }
    }
    return fail("a string is not closed");
  }

  /// At a backslash; ends at the last character of the escape.
  bool escape(std::string& out) {
    ++pos_;
    constexpr View kNames = "btnfre\"\\";
    constexpr View kMeant = "\b\t\n\f\r\x1B\"\\";
    const char c = peek();
    if (const std::size_t at = kNames.find(c); at != View::npos && c != '\0') {
      out += kMeant[at];
      return true;
    }
    if (c == '\n' || c == '\r' || c == ' ' || c == '\t') {
      pos_ = std::min(text_.find_first_not_of(" \t\r\n", pos_), text_.size()) - 1;
      return true;
    }
    const std::size_t digits = c == 'u' ? 4 : c == 'U' ? 8 : 0;
    const View hex = text_.substr(std::min(pos_ + 1, text_.size()), digits);
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
    if (digits == 0 || error != std::errc() || end != hex.data() + digits)
      return fail("a string has an unknown escape");
    text::append_utf8(out, static_cast<char32_t>(code));
    pos_ += digits;
    return true;
  }

  bool add(std::string value, Field::Kind kind) {
    if (value.empty()) return true;
    if (fields_.size() >= limits_.fields) return fail("it has more than " + counted(limits_.fields, "value"));
    fields_.push_back({path_, std::move(value), kind});
    return true;
  }

  View text_;
  const ReaderLimits& limits_;
  std::vector<Field>& fields_;
  std::size_t pos_ = 0;
  std::string path_;
  std::string problem_;
};

}  // namespace

std::optional<std::string> toml_fields(View toml, const ReaderLimits& limits, std::vector<Field>& fields) {
  return Reader(toml, limits, fields).run();
}

}  // namespace morgue::formats
