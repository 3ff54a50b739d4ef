// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/hit_output.h"

namespace morgue::cli {

/// `morgue similar`: the articles most like one, printed as search prints hits.
class SimilarCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  ArticleId id_ = 0;
  HitOutput output_;
};

}  // namespace morgue::cli
