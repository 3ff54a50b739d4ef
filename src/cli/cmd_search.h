// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "cli/as_of.h"
#include "cli/command.h"
#include "cli/hit_output.h"
#include "cli/query_options.h"
#include "cli/receipt_option.h"

namespace morgue::cli {

/// `morgue search`: articles that match, for people and for programs.
class SearchCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  [[nodiscard]] archive::SearchOptions options(const Context& context) const;
  void explain(const Context& context, archive::Reader& reader, const query::Node& query,
               render::Results& results) const;
  void note_count(const Context& context, const render::Results& results) const;

  QueryArguments query_;
  AsOfOption as_of_;
  ReceiptOption receipt_;
  HitOutput output_;
  std::string sort_;
  bool collapse_ = false;
  bool explain_ = false;
};

}  // namespace morgue::cli
