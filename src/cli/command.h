// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "archive/indexer.h"
#include "archive/layout.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "core/timestamp.h"
#include "query/parser.h"
#include "render/text_parts.h"

namespace CLI {
class App;
}

namespace morgue::cli {

/// Options that every command takes, as typed.
struct GlobalOptions {
  std::string archive;
  std::string colour = "auto";
  std::string progress = "auto";
  bool quiet = false;
  bool verbose = false;
  bool no_pager = false;
};

/// What a command may use of the world.
struct Context {
  GlobalOptions options;
  Output& out;
  std::string command_line;  ///< for the run log and the lock
  std::string timezone;      ///< that relative dates of queries count in; one that there is

  [[nodiscard]] archive::Layout layout() const;
  /// Today in UTC.
  [[nodiscard]] static Day today();
  /// Today in the archive's time zone, what relative dates of queries count from.
  [[nodiscard]] Day query_day() const;
  /// How queries are read: dates count from today, and saved searches are those of the archive.
  [[nodiscard]] query::ParseOptions parsing() const;
  /// One line for the person, on standard error; silent with -q.
  void note(const std::string& line) const;
  /// Like note, but said even with -q.
  static void warn(const std::string& line);
};

/// A subcommand: its options, its help and what it does, in one file pair.
class Command {
 public:
  virtual ~Command() = default;
  /// Adds the subcommand and its options; opens nothing.
  virtual CLI::App* declare(CLI::App& app) = 0;
  /// Returns an ExitCode.
  virtual int run(Context& context) = 0;
};

/// --jobs as given, else one a core.
unsigned jobs_or_cores(unsigned jobs);

/// --builder bulk|api.
void add_builder_option(CLI::App& command, std::string& builder);
archive::BuilderKind builder_of(const std::string& builder);

using render::grouped;

}  // namespace morgue::cli
