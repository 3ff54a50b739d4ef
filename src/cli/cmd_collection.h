// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/intake_options.h"

namespace morgue::cli {

/// `morgue collection`: the sets of dumps that the scheduled job reads.
class CollectionCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  int add(Context& context);
  int list(Context& context) const;
  int show(Context& context) const;
  int remove(Context& context) const;

  CLI::App* add_ = nullptr;
  CLI::App* list_ = nullptr;
  CLI::App* show_ = nullptr;
  CLI::App* remove_ = nullptr;
  std::string name_;
  std::vector<std::string> paths_;
  std::vector<std::string> excludes_;
  IntakeArguments reading_;
  bool files_ = false;
  std::string output_ = "text";
};

}  // namespace morgue::cli
