// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue::golden {

/// What a command gave, or should give. A last line without a line end has ` (no-eol)` behind it. Expected lines may be
/// regular expressions (` (re)` at the end).
struct Outcome {
  std::vector<std::string> out;
  std::vector<std::string> err;
  int exit_code = 0;
};

/// One command of a transcript, with the comments and blank lines above it.
struct Step {
  std::vector<std::string> layout;
  std::string command;
  std::size_t line = 0;  ///< 1-based, of the command
  Outcome expected;
};

struct Transcript {
  std::vector<Step> steps;
  std::vector<std::string> tail;  ///< comments and blank lines at the end
};

/// The format is described in README.md. Throws std::runtime_error for output before the first command.
Transcript parse(std::string_view text);
/// The inverse of parse.
std::string print(const Transcript& transcript);

/// A last line needs no line end.
std::vector<std::string> lines_of(std::string_view text);
/// Output as lines; what has no line end at its end is marked.
std::vector<std::string> split_output(std::string_view text);

}  // namespace morgue::golden
