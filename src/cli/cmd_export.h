// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "cli/as_of.h"
#include "cli/command.h"
#include "cli/query_options.h"
#include "cli/receipt_option.h"

namespace morgue::cli {

/// `morgue export`: every match, newest first, for other programs or for reading.
class ExportCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  QueryArguments query_;
  AsOfOption as_of_;
  ReceiptOption receipt_;
  std::string format_;
  std::string fields_;
  std::string file_;
  bool revisions_ = false;
  bool body_ = false;
};

}  // namespace morgue::cli
