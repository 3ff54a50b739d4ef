// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "archive/takedown.h"
#include "cli/command.h"

namespace morgue::cli {

/// `morgue takedown`: articles are withheld, or removed for ever.
class TakedownCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  [[nodiscard]] archive::TakedownRequest request(const Context& context) const;
  [[nodiscard]] archive::TakedownOptions options(Context& context) const;
  int rehearse(const Context& context) const;
  int undo(Context& context) const;
  int take_down(Context& context) const;
  /// Throws Error{Usage} when somebody should have been asked, and Error{Interrupted} when the answer is no.
  void confirm(const archive::TakedownPlan& plan) const;
  /// Purges that an earlier run began; whether all are proved.
  static int report_finished(const Context& context, const std::vector<archive::PurgeResult>& finished);

  std::vector<std::string> what_;
  std::string reason_;
  std::string ref_;
  std::string until_;
  std::int64_t undo_ = 0;
  bool purge_ = false;
  bool family_ = false;
  bool dry_run_ = false;
  bool yes_ = false;
  double wait_ = 0;
  std::string output_ = "text";
};

}  // namespace morgue::cli
