// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "jobs/watch.h"

namespace morgue::cli {

/// `morgue saved`: queries that are kept by name, for `saved:NAME` and `morgue watch`.
class SavedCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  int add(Context& context);
  int list(Context& context) const;
  int show(Context& context) const;
  int remove(Context& context) const;
  int watch(Context& context) const;

  void store(const Context& context, const std::string& query) const;
  void start_watching(const Context& context) const;

  CLI::App* add_ = nullptr;
  CLI::App* list_ = nullptr;
  CLI::App* show_ = nullptr;
  CLI::App* remove_ = nullptr;
  CLI::App* watch_ = nullptr;
  std::string name_;
  std::vector<std::string> words_;
  std::optional<std::string> note_;
  std::string command_;
  std::string on_or_off_;
  bool replace_ = false;
  bool watched_ = false;
  std::string output_ = "text";
};

}  // namespace morgue::cli
