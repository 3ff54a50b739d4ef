// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "cli/command.h"

namespace morgue::cli {

/// `morgue receipt verify`: what became of the answer that a receipt was written of.
class ReceiptCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  std::string file_;
  std::string output_ = "text";
};

}  // namespace morgue::cli
