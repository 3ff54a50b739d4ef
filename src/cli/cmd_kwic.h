// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "cli/as_of.h"
#include "cli/command.h"
#include "cli/query_options.h"
#include "render/kwic.h"

namespace morgue::cli {

/// `morgue kwic`: every occurrence of the words of a query, in its context.
class KwicCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  QueryArguments query_;
  AsOfOption as_of_;
  std::size_t width_ = 0;  ///< 0: not given
  std::size_t limit_ = 0;
  std::string sort_ = "date";
  std::string output_ = "text";
};

}  // namespace morgue::cli
