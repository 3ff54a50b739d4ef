// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "archive/coverage.h"
#include "cli/command.h"
#include "cli/query_options.h"

namespace morgue::cli {

/// `morgue coverage`: of which sources and times the archive has articles, and of which not.
class CoverageCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  void write(Context& context, const archive::Coverage& found, const std::string& query) const;
  void note_rest(const Context& context, const archive::Coverage& found) const;
  [[nodiscard]] std::size_t shown(const archive::Coverage& found) const;

  QueryArguments query_;
  std::string by_;
  std::optional<std::size_t> limit_;
  std::string output_ = "text";
};

}  // namespace morgue::cli
