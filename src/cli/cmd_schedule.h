// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "cli/command.h"
#include "jobs/job_command.h"

namespace morgue::cli {

/// `morgue schedule install|show|remove`: the reindex job by the clock, as a systemd timer or a line of the crontab.
class ScheduleCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  int install(Context& context, const jobs::JobCommand& job) const;
  int show(Context& context, const jobs::JobCommand& job) const;

  std::string action_;
  bool systemd_ = false;
  bool cron_ = false;
  std::string at_;
  std::int64_t wait_ = 600;
  std::string on_failure_;
  std::string on_success_;
  std::string output_ = "text";
};

}  // namespace morgue::cli
