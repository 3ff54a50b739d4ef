// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/query_options.h"
#include "index/searcher.h"
#include "render/results.h"

namespace morgue::cli {

/// `morgue search`: articles that match, for people and for programs.
class SearchCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  [[nodiscard]] std::string render(const Context& context, const render::Results& results) const;

  QueryArguments query_;
  std::size_t limit_ = 10;
  std::size_t offset_ = 0;
  std::string sort_;
  std::string output_ = "text";
  std::string fields_;
  bool body_ = false;
  bool no_snippets_ = false;
};

}  // namespace morgue::cli
