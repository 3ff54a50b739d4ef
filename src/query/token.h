// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/ast.h"

namespace morgue::query {

enum class TokenKind : std::uint8_t {
  Word,
  Wildcard,   ///< a word with `*` or `?` in it
  Fuzzy,      ///< a word that ends in `~` or `~` and a number
  Proximity,  ///< `w/10`, `pre/2`, `NEAR/10`, `ADJ/2`, with whatever stands for the number; `NEAR`, `ADJ`
  Quoted,     ///< text: without marks and escapes, blanks collapsed
  Star,       ///< `*` alone
  Field,      ///< text: the name as typed, without the colon; the value follows at once
  Equals,     ///< `=` before a word, a quotation or a group that follows at once
  Minus,      ///< `-` before what it excludes
  Open,
  Close,
  And,
  Or,
  Not,
  End,
};

struct Token {
  TokenKind kind = TokenKind::End;
  std::string text;
  Span span;
  std::vector<std::size_t> wildcards;  ///< Quoted: bytes in text of `*` and `?` that are meant as wildcards
};

/// What a bare word is, by its shape alone. Operators count only where `operators` is set: not in the value of a field.
TokenKind word_kind(std::string_view word, bool operators);
/// Bytes of the name that stands before a colon at the start of `text`; 0 if none does. A name is made of letters, `_`
/// and `-`; `http://` and `https://` are no names.
std::size_t field_name_length(std::string_view text);
/// Bytes of the field separator at the start of `text`: an ASCII or a full-width colon, else 0.
std::size_t colon_length(std::string_view text);
/// Bytes up to the first blank, quotation mark or parenthesis.
std::size_t word_length(std::string_view text);
/// Whether `word` can be written without quotation marks and is read back as a Word: after `field:` or `=`, or (for
/// `operators`) anywhere.
bool is_bare_word(std::string_view word, bool operators);
/// ASCII letters in lower case.
std::string ascii_lower(std::string_view text);

}  // namespace morgue::query
