// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "catalog/reject_log.h"
#include "cli/command.h"

namespace morgue::cli {

/// `morgue rejects`: records that a run could not make articles of.
class RejectsCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  int list(Context& context, catalog::RejectLog& log) const;
  int count(Context& context, catalog::RejectLog& log) const;

  catalog::RejectFilter filter_;
  bool all_ = false;
  bool remarks_ = false;
  std::string by_;
  std::string output_ = "text";
};

}  // namespace morgue::cli
