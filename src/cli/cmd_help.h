// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "cli/command.h"

namespace morgue::cli {

/// `morgue help [TOPIC]`: the commands and topics, the help of a command, or the query language.
class HelpCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  [[nodiscard]] std::string overview() const;
  [[nodiscard]] std::string text() const;

  const CLI::App* app_ = nullptr;
  std::string topic_;
  bool manual_ = false;
};

}  // namespace morgue::cli
