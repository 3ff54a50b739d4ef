// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/as_of.h"
#include "cli/command.h"
#include "cli/query_options.h"
#include "cli/receipt_option.h"

namespace morgue::cli {

/// `morgue count`: how many articles match, exactly.
class CountCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  QueryArguments query_;
  AsOfOption as_of_;
  ReceiptOption receipt_;
};

}  // namespace morgue::cli
