// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "cli/command.h"

namespace morgue::cli {

/// `morgue verify`: whether the archive is what it should be, and with --repair, makes it so.
class VerifyCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  bool deep_ = false;
  bool repair_ = false;
  std::int64_t sample_ = 5000;
  unsigned jobs_ = 0;
  std::string output_ = "text";
};

}  // namespace morgue::cli
