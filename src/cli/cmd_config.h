// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/command.h"

namespace morgue::cli {

/// `morgue config list|get|set|unset`: the settings of files, and where each value comes from.
class ConfigCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  int list(Context& context) const;
  int get(Context& context) const;
  int set(Context& context);
  int unset(Context& context);
  [[nodiscard]] std::filesystem::path file(const Context& context) const;

  CLI::App* app_ = nullptr;
  CLI::App* list_ = nullptr;
  CLI::App* get_ = nullptr;
  CLI::App* set_ = nullptr;
  CLI::App* unset_ = nullptr;
  std::string key_;
  std::vector<std::string> values_;
  std::string output_ = "text";
  std::string in_ = "user";
  bool origin_ = false;
  bool all_ = false;
};

}  // namespace morgue::cli
