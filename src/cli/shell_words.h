// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace morgue::cli {

/// A word of a command line that is still being typed.
struct TypedWord {
  std::string text;          ///< without quotation marks and backslashes
  char open = 0;             ///< the quotation mark that is not closed yet, ' or "
  std::size_t break_at = 0;  ///< bytes of `text` up to its last : or = that stands outside of quotation marks
};

/// As bash reads it. Variables and other expansions stay as they are.
TypedWord read_shell_word(std::string_view raw);

/// What bash is to put in the place of the typed word, of which it replaces only what follows the last word break, so
/// that the shell reads `text`; nothing where that cannot be.
std::optional<std::string> bash_replacement(const TypedWord& typed, std::string_view text);

/// `text` as one word for any POSIX shell, as short as can be: as it is, else in single quotes.
std::string shell_quoted(std::string_view text);

}  // namespace morgue::cli
