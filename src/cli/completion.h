// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/outline.h"

namespace morgue::cli {

struct Candidate {
  std::string text;
  std::string help;
};

/// What could stand in the place of the word that is being typed.
struct Completion {
  enum class Kind { Words, Files, Folders };
  Kind kind = Kind::Words;
  std::vector<Candidate> words;
};

/// What kind of name an archive is asked for: `author`, `topic`, `source` and the other fields of queries that hold
/// names, `saved`, `collection`.
struct NamesWanted {
  std::string archive;  ///< value of --archive on the line; empty: the usual one
  std::string kind;
  std::string prefix;
};
using NameSource = std::function<std::vector<std::string>(const NamesWanted&)>;

/// `words` are those behind the program's name, the last one up to the cursor. Never throws for what is typed.
Completion complete(const CommandOutline& program, const std::vector<std::string>& words, const NameSource& names);

}  // namespace morgue::cli
