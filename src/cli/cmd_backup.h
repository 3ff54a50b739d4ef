// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "cli/command.h"

namespace morgue::cli {

/// `morgue backup DIR`: a copy of the archive as it is now, which can be searched, too.
class BackupCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  std::string folder_;
  bool quick_ = false;
  bool force_ = false;
  std::string output_ = "text";
};

/// `morgue restore DIR`: an archive again from such a copy.
class RestoreCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  std::string folder_;
  bool force_ = false;
  std::string output_ = "text";
};

}  // namespace morgue::cli
