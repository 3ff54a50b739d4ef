// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "jobs/watch.h"

namespace morgue::cli {

/// `morgue watch`: what is new, changed and withdrawn among the matches of watched searches.
class WatchCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  /// Throws Error{Usage} for a name that is not one of a watched search. Returns how many are watched.
  std::size_t check_names(const Context& context) const;
  [[nodiscard]] bool wants(const catalog::SavedSearch& search) const;
  [[nodiscard]] jobs::WatchOptions options(const Context& context) const;
  /// In text or JSON Lines, or through the command.
  jobs::Delivery deliver(Context& context, const archive::WatchReport& report, archive::Reader& reader);
  int conclude(Context& context, const std::vector<jobs::WatchOutcome>& outcomes) const;

  std::vector<std::string> names_;
  std::string output_ = "text";
  std::string command_;
  bool dry_run_ = false;
  bool since_start_ = false;
  double wait_ = 60;
  bool first_ = true;
};

}  // namespace morgue::cli
