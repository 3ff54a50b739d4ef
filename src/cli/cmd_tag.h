// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "core/article.h"

namespace morgue::cli {

/// `morgue tag`: the researcher's own tags.
class TagCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  int list(const Context& context) const;
  int show(const Context& context, const std::vector<ArticleId>& ids) const;
  int change(const Context& context, const std::vector<ArticleId>& ids) const;

  std::vector<std::string> ids_;
  std::vector<std::string> add_;
  std::vector<std::string> remove_;
  double wait_ = 0;
  std::string output_ = "text";
};

}  // namespace morgue::cli
