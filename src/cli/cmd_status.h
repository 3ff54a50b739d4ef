// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "cli/command.h"

namespace morgue::cli {

/// `morgue status`: how the archive is, and what needs a person.
class StatusCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  std::size_t runs_ = 5;
  std::string output_ = "text";
};

}  // namespace morgue::cli
