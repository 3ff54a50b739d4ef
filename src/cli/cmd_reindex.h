// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/command.h"
#include "jobs/job.h"

namespace morgue::cli {

/// `morgue reindex`: the scheduled job. What is new in the collections is read, and the index brought up to date.
class ReindexCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  int rehearse(Context& context) const;
  int work(Context& context);
  /// Tells the hook that wants to know.
  void call_hooks(const jobs::JobReport& report, const Error* error, const std::filesystem::path& archive) const;

  std::vector<std::string> collections_;
  std::string where_;
  bool full_ = false;
  bool again_ = false;
  bool dry_run_ = false;
  double wait_ = 0;
  unsigned jobs_ = 0;
  std::string builder_ = "bulk";
  std::string on_success_;
  std::string on_failure_;
  std::string output_ = "text";
};

}  // namespace morgue::cli
