// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "archive/intake.h"

namespace CLI {
class App;
}

namespace morgue::cli {

/// What `ingest` and `extract` share: which dumps, and how to read them.
struct IntakeArguments {
  std::vector<std::string> paths;
  std::string format;
  std::vector<std::string> maps;
  std::string source;
  std::int64_t limit = 0;

  void declare(CLI::App& command);
  [[nodiscard]] archive::IntakeOptions resolve() const;
};

/// `FILE:RECORD: reason`, safe for a terminal.
std::string reject_line(const Reject& reject);

}  // namespace morgue::cli
