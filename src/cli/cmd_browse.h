// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "cli/command.h"
#include "cli/query_options.h"

namespace morgue::cli {

/// `morgue browse`: searching and reading on a full screen.
class BrowseCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  QueryArguments query_;
};

}  // namespace morgue::cli
