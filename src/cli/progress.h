// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace morgue::cli {

enum class ProgressMode {
  Off,
  Line,   ///< one line, overwritten ten times a second: for a terminal
  Plain,  ///< a line of its own every second: for a log
};

/// From `--progress auto|always|never` and -q: auto is a Line on a terminal and Off elsewhere and with -q.
ProgressMode progress_mode(const std::string& option, bool quiet, bool terminal);
/// The same for standard error.
ProgressMode progress_mode(const std::string& option, bool quiet);

/// Says how far a long command is. Call it as often as is convenient: it writes at its own pace.
class Progress {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;

  /// On standard error, as wide as that is.
  explicit Progress(ProgressMode mode);
  Progress(ProgressMode mode, int file_descriptor, std::size_t columns, Clock clock);
  /// Clears the line.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Bytes are those of the dumps as they lie on disk; the total is unknown for standard input.
  void reading(std::int64_t records, std::int64_t rejected, std::uint64_t bytes, std::optional<std::uint64_t> total);
  void indexing(std::int64_t done, std::int64_t total);
  void copying(std::int64_t bytes, std::int64_t total);
  /// Takes the line away, so that something else can be written; the next call draws it again.
  void clear();

 private:
  enum class Stage { None, Reading, Indexing, Copying };

  /// Whether it is time to write. A new stage starts its own clock and is shown at once.
  bool due(Stage stage, double already_done);
  /// Units a second since the stage began; 0 while that is too short to tell.
  [[nodiscard]] double rate(double done) const;
  void show(const std::string& text);
  void write(const std::string& text) const;

  ProgressMode mode_;
  int file_descriptor_;
  std::size_t columns_;
  Clock clock_;
  Stage stage_ = Stage::None;
  double first_done_ = 0;
  std::chrono::steady_clock::time_point stage_began_;
  std::chrono::steady_clock::time_point last_shown_;
  std::size_t shown_columns_ = 0;
};

}  // namespace morgue::cli
