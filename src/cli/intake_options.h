// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "archive/intake.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace morgue::cli {

/// What `ingest` and `extract` share: which dumps, and how to read them.
struct IntakeArguments {
  std::vector<std::string> paths;
  std::string format;
  std::vector<std::string> maps;
  std::string map_file;
  std::string records;
  std::string source;
  std::int64_t limit = 0;

  /// Returns the option PATH, which is required unless the command says otherwise.
  CLI::Option* declare(CLI::App& command);
  /// All but PATH and --limit: how records are read.
  void declare_reading(CLI::App& command);
  [[nodiscard]] archive::IntakeOptions resolve() const;
};

/// `FILE:RECORD: reason`, safe for a terminal.
std::string reject_line(const Reject& reject);
/// `FILE:RECORD: remark`.
std::string remark_line(const Location& where, const std::string& remark);
/// `FILE:RECORD: passed over, a request`.
std::string passed_over_line(const PassedOver& passed);

}  // namespace morgue::cli
