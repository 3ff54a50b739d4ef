// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command.h"

namespace morgue::cli {

/// `morgue rejects`: records that a run could not make articles of.
class RejectsCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  std::int64_t run_ = 0;
  std::string output_ = "text";
};

}  // namespace morgue::cli
