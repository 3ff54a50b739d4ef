// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/query_options.h"

namespace morgue::cli {

/// `morgue facets`: how matches spread over authors, topics, months ...
class FacetsCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  std::string field_;
  QueryArguments query_;
  std::string output_ = "text";
  std::size_t limit_ = 20;
};

}  // namespace morgue::cli
