// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::text {

using NameWords = std::vector<std::string>;

/// The words of a name, between blanks; and the reverse.
NameWords words_of(std::string_view text);
std::string join(std::span<const std::string> words);
/// Without any of `characters` (ASCII) at both ends.
std::string_view trim(std::string_view text, std::string_view characters);
/// A word in lower case without punctuation around it, as the vocabulary has it.
std::string bare(std::string_view word);
/// Ideographs, kana and Hangul in a text.
std::size_t count_cjk(std::string_view text);
/// An e-mail address, a web address or a domain.
bool looks_like_address(std::string_view word);
/// A newsroom's collective credit: the outlet's name before a plural (`Herald Editors`).
bool is_desk(std::span<const std::string> words);

}  // namespace morgue::text
