// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "cli/command.h"

namespace morgue::cli {

/// `morgue diff`: what changed between two texts that an article has had.
class DiffCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  std::int64_t id_ = 0;
  int from_ = 0;
  int to_ = 0;
  std::string output_ = "text";
};

}  // namespace morgue::cli
