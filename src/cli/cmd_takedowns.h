// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "cli/command.h"

namespace morgue::cli {

/// `morgue takedowns`: what was withdrawn, when and why.
class TakedownsCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  std::string output_ = "text";
};

}  // namespace morgue::cli
