// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/intake_options.h"

namespace morgue::cli {

/// `morgue extract`: what ingest would store, as JSON Lines; opens no archive.
class ExtractCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  IntakeArguments intake_;
  std::string output_ = "jsonl";
};

}  // namespace morgue::cli
