// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::jobs {

struct ProgramResult {
  int exit_code = 0;  ///< 128 + N when signal N ended it; 127: there is no such program
  std::string out;
  std::string err;
};

enum class Output : unsigned char {
  Kept,      ///< in the result
  Inherited  ///< goes where ours goes
};

/// Runs a program found by PATH, without a shell, with `input` on its standard input, and waits for it to end. One that
/// does not read its input is no worse for it. Throws Error{Io} only when nothing can be started at all.
ProgramResult run_program(const std::vector<std::string>& arguments, std::string_view input = {},
                          Output output = Output::Kept);

/// A command of the user, by sh -c: its output goes where ours goes, and $MORGUE_ARCHIVE names the archive it is about.
/// Returns its exit code.
int run_hook(const std::string& command, const std::filesystem::path& archive, std::string_view input);

}  // namespace morgue::jobs
