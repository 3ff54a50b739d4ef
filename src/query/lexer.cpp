// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/lexer.h"

#include <optional>
#include <string>
#include <utility>

#include "query/characters.h"
#include "query/message.h"
#include "query/quotation.h"
#include "text/utf8.h"

namespace morgue::query {
namespace {

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<Token> run() {
    check_characters();
    while (skip_blanks()) read_token();
    push(TokenKind::End, {}, query_.size());
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return query_.substr(pos_); }
  [[nodiscard]] bool at_end() const { return pos_ == query_.size(); }

  /// The character at pos_ and the position after it.
  [[nodiscard]] std::pair<char32_t, std::size_t> peek() const {
    std::size_t next = pos_;
    const char32_t c = text::next_code_point(query_, next);
    return {c, next};
  }

  void push(TokenKind kind, std::string text, std::size_t begin) {
    tokens_.push_back({kind, std::move(text), {begin, pos_}, {}});
  }

  [[noreturn]] void fail_at(std::size_t begin, std::size_t end, std::string message, std::string hint) const {
    fail(query_, {{begin, end}, std::move(message), std::move(hint)});
  }

  void check_characters() const {
    for (std::size_t pos = 0; pos < query_.size();) {
      const std::size_t here = pos;
      const char32_t c = text::next_code_point(query_, pos);
      if (c == 0xFFFD && !query_.substr(here).starts_with("\uFFFD")) {
        fail_at(here, pos, "the query is not valid UTF-8", "check the character set of the terminal (see `locale`)");
      }
      if (is_control(c)) fail_at(here, pos, "a control character in the query", "leave it out");
    }
  }

  bool skip_blanks() {
    while (!at_end()) {
      const auto [c, next] = peek();
      if (!is_blank(c)) return true;
      pos_ = next;
    }
    return false;
  }

  void read_token() {
    const std::size_t begin = pos_;
    const auto [c, next] = peek();
    if (is_open_parenthesis(c) || is_close_parenthesis(c)) {
      pos_ = next;
      push(is_open_parenthesis(c) ? TokenKind::Open : TokenKind::Close, {}, begin);
    } else if (is_quote(c)) {
      read_quoted();
    } else if (c == U'-') {
      read_minus();
    } else if (c == U'=') {
      read_equals();
      read_value(begin);
    } else if (const std::size_t name = field_name_length(rest()); name > 0) {
      read_field(name);
    } else {
      read_word(true);
    }
  }

  void read_minus() {
    const std::size_t begin = pos_++;
    const char32_t c = at_end() ? U' ' : peek().first;
    if (is_blank(c) || is_close_parenthesis(c) || c == U'-') {
      fail_at(begin, pos_, "\"-\" stands alone",
              "put one - directly before what must not occur; leave it out between words");
    }
    push(TokenKind::Minus, "-", begin);
  }

  void read_equals() {
    const std::size_t begin = pos_++;
    push(TokenKind::Equals, "=", begin);
  }

  void read_field(std::size_t name) {
    const std::size_t begin = pos_;
    pos_ += name;
    push(TokenKind::Field, std::string(query_.substr(begin, name)), begin);
    pos_ += colon_length(rest());
    if (rest().starts_with('=')) read_equals();
    read_value(begin);
  }

  /// What stands directly behind `field:` or `=`, which began at `begin`.
  void read_value(std::size_t begin) {
    const std::size_t value = pos_;
    const auto [c, next] = at_end() ? std::pair{U' ', pos_} : peek();
    if (is_open_parenthesis(c)) {
      pos_ = next;
      push(TokenKind::Open, {}, value);
    } else if (is_quote(c)) {
      read_quoted();
    } else if (is_blank(c) || is_close_parenthesis(c)) {
      const std::string_view before = query_.substr(begin, value - begin);
      fail_at(begin, value, "nothing directly after " + shown(before),
              before == "="
                  ? "put = directly before the word, or leave it out"
                  : "put the value behind the colon without a blank; to search for the word, leave the colon out");
    } else if (c == U'-') {
      fail_at(value, next, "\"-\" cannot begin a value",
              "put - before the field to exclude, or quotation marks around the value");
    } else {
      read_word(false);
    }
  }

  void read_word(bool operators) {
    const std::size_t begin = pos_;
    pos_ += word_length(rest());
    const std::string_view word = query_.substr(begin, pos_ - begin);
    push(word_kind(word, operators), std::string(word), begin);
  }

  void read_quoted() {
    const std::size_t begin = pos_;
    const auto [mark, inside] = peek();
    if (closing_quotes(mark).empty()) {
      fail_at(begin, inside, "a closing quotation mark without an opening one", "put one before the phrase, too");
    }
    std::optional<Quotation> quotation = read_quotation(query_, begin);
    if (!quotation) {
      fail_at(begin, inside, "this quotation mark is never closed",
              "close it after the phrase; inside a phrase the sign itself is written \\\"");
    }
    pos_ = quotation->end;
    push(TokenKind::Quoted, std::move(quotation->text), begin);
    tokens_.back().wildcards = std::move(quotation->wildcards);
  }

  std::string_view query_;
  std::size_t pos_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> lex(std::string_view query) {
  return Lexer(query).run();
}

}  // namespace morgue::query
