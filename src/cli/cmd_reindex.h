// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cli/command.h"

namespace morgue::cli {

/// `morgue reindex`: the index brought up to date with the catalog, or built again from it.
class ReindexCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  bool full_ = false;
  unsigned jobs_ = 0;
};

}  // namespace morgue::cli
