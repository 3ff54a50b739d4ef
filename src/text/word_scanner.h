// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "text/char_reader.h"
#include "text/word_builder.h"

namespace morgue::text {

/// One word or number as it stands in the text; its forms are in the WordBuilder.
struct ScannedWord {
  std::size_t end = 0;   ///< behind its last character
  std::size_t next = 0;  ///< where to go on; behind the apostrophe of an elision
  bool is_number = false;
  bool is_elided = false;  ///< l' of l'état
};

/// Reads the word or number that starts with the letter or digit `first` into `builder`: apostrophes, dots, commas and
/// ampersands inside it by word_rules.h; hyphens and slashes end it.
ScannedWord scan_word(const CharReader& reader, const Char& first, WordBuilder& builder);

}  // namespace morgue::text
