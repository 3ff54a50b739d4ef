// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/intake_options.h"

namespace morgue::cli {

/// `morgue ingest`: dumps into the archive.
class IngestCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  int rehearse(Context& context);

  IntakeArguments intake_;
  std::int64_t max_rejects_ = -1;
  unsigned jobs_ = 0;
  std::string builder_ = "bulk";
  bool dry_run_ = false;
  bool retry_ = false;
  std::string output_ = "text";
};

}  // namespace morgue::cli
