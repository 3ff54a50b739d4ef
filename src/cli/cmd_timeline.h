// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "cli/as_of.h"
#include "cli/command.h"
#include "cli/query_options.h"

namespace morgue::cli {

/// `morgue timeline`: how matches spread over time, beside what the archive holds of each period.
class TimelineCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  QueryArguments query_;
  AsOfOption as_of_;
  std::string by_;
  std::string output_ = "text";
  bool normalised_ = false;
};

}  // namespace morgue::cli
