// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace morgue::cli {

/// `morgue complete --shell SHELL -- WORD...`, for the scripts of cli/completion_script.h: the first line says what the
/// others are (words, nospace, files, folders), the others are candidates, for zsh and fish with a tab and a help text.
class CompleteCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  const CLI::App* app_ = nullptr;
  std::string shell_ = "bash";
  std::vector<std::string> words_;
};

}  // namespace morgue::cli
