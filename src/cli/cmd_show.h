// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command.h"

namespace morgue::cli {

/// `morgue show`: whole articles.
class ShowCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  std::vector<std::int64_t> ids_;
  std::string output_ = "text";
  bool revisions_ = false;
};

}  // namespace morgue::cli
