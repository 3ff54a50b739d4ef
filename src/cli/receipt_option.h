// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "archive/reader.h"
#include "cli/as_of.h"
#include "cli/command.h"
#include "cli/query_options.h"

namespace morgue::cli {

/// `--receipt FILE`: what was asked and what the whole answer was, to be verified later.
struct ReceiptOption {
  std::string file;

  void declare(CLI::App& command);
  /// Throws Error{Usage} for a file that is there and is no receipt, and for a receipt of the past.
  void check(const AsOfOption& as_of) const;
  /// Writes it, if asked for. Checks again: the command may have written the file in between.
  void write(const Context& context, archive::Reader& reader, const QueryArguments& arguments,
             const query::Node& query) const;

 private:
  void check_file() const;
};

}  // namespace morgue::cli
