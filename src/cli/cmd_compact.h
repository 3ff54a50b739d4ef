// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "cli/command.h"

namespace morgue::cli {

/// `morgue compact`: makes the archive as small as it can be.
class CompactCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  unsigned jobs_ = 0;
  std::string builder_ = "bulk";
  std::string output_ = "text";
};

}  // namespace morgue::cli
