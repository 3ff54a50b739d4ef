// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command.h"

namespace morgue::cli {

/// `morgue note`: the researcher's own note on an article.
class NoteCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  int show(const Context& context) const;
  int change(const Context& context) const;

  std::int64_t id_ = 0;
  std::vector<std::string> words_;
  bool replace_ = false;
  bool remove_ = false;
  double wait_ = 0;
};

}  // namespace morgue::cli
