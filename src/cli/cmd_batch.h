// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "archive/reader.h"
#include "cli/batch_input.h"
#include "cli/batch_output.h"
#include "cli/command.h"

namespace morgue::cli {

/// `morgue batch`: many queries, a row of CSV each.
class BatchCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  struct Tally;
  [[nodiscard]] BatchOutput open_output(Context& context) const;
  static BatchAnswer answer(const Context& context, archive::Reader& reader, const BatchQuery& query);
  Tally answer_all(const Context& context, archive::Reader& reader, BatchInput& input, BatchOutput& output) const;

  std::string file_;
  std::string output_;
  bool resume_ = false;
};

}  // namespace morgue::cli
