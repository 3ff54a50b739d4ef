// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/shell_words.h"

namespace morgue::cli {
namespace {

constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:,=+@%^";

bool is_plain(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || kPlain.find(c) != std::string_view::npos;
}

std::string escaped(std::string_view text, char open) {
  std::string out;
  for (const char c : text) {
    if (open == '\'') {
      out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    } else {
      const bool special = open == '"' ? std::string_view("\"\\$`").find(c) != std::string_view::npos : !is_plain(c);
      if (special) out += '\\';
      out += c;
    }
  }
  return out;
}

}  // namespace

TypedWord read_shell_word(std::string_view raw) {
  TypedWord word;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const char c = raw[i];
    if (word.open == 0 && (c == '\'' || c == '"')) {
      word.open = c;
    } else if (c == word.open && word.open != 0) {
      word.open = 0;
    } else if (c == '\\' && word.open != '\'' && i + 1 < raw.size()) {
      const char next = raw[++i];
      if (word.open == '"' && std::string_view("\"\\$`").find(next) == std::string_view::npos) word.text += c;
      word.text += next;
    } else {
      word.text += c;
      if (word.open == 0 && (c == ':' || c == '=')) word.break_at = word.text.size();
    }
  }
  return word;
}

std::optional<std::string> bash_replacement(const TypedWord& typed, std::string_view text) {
  // Within quotation marks nothing breaks a word, and bash leaves the opening one where it is.
  if (typed.open != 0) return escaped(text, typed.open);
  if (text.substr(0, typed.break_at) != std::string_view(typed.text).substr(0, typed.break_at)) return std::nullopt;
  return escaped(text.substr(typed.break_at), 0);
}

std::string shell_quoted(std::string_view text) {
  bool plain = !text.empty();
  for (const char c : text) plain = plain && is_plain(c);
  return plain ? std::string(text) : "'" + escaped(text, '\'') + "'";
}

}  // namespace morgue::cli
