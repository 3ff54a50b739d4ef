// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <string_view>
#include <utility>

#include "cli/terminal.h"
#include "core/width.h"

namespace morgue::cli {
namespace {

using std::chrono::steady_clock;

constexpr auto kLinePace = std::chrono::milliseconds(100);
constexpr auto kPlainPace = std::chrono::seconds(1);
// A rate over less time than this is noise, and so is what would be left.
constexpr double kSecondsToTell = 0.5;
constexpr double kMegabyte = 1e6;
constexpr double kLongestEta = 100 * 3600;
constexpr std::string_view kDot = " · ";

/// `0:07`, `1:02:07`
std::string clock_time(double seconds) {
  const std::int64_t whole = std::llround(seconds);
  if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

/// Empty when it cannot be told.
std::string time_left(double done, double total, double rate) {
  if (rate <= 0 || done >= total) return "";
  const double seconds = (total - done) / rate;
  return seconds > kLongestEta ? "" : fmt::format("{}{} left", kDot, clock_time(seconds));
}

}  // namespace

ProgressMode progress_mode(const std::string& option, bool quiet, bool terminal) {
  if (option == "never") return ProgressMode::Off;
  if (option == "always") return terminal ? ProgressMode::Line : ProgressMode::Plain;
  return terminal && !quiet ? ProgressMode::Line : ProgressMode::Off;
}

ProgressMode progress_mode(const std::string& option, bool quiet) {
  return progress_mode(option, quiet, inspect_stream(STDERR_FILENO).terminal);
}

Progress::Progress(ProgressMode mode)
    : Progress(mode, STDERR_FILENO,
               decide_style(inspect_stream(STDERR_FILENO), process_environment(), ColourMode::Never).width,
               [] { return steady_clock::now(); }) {}

Progress::Progress(ProgressMode mode, int file_descriptor, std::size_t columns, Clock clock)
    : mode_(mode), file_descriptor_(file_descriptor), columns_(columns), clock_(std::move(clock)) {}

Progress::~Progress() {
  clear();
}

void Progress::reading(std::int64_t records, std::int64_t rejected, std::uint64_t bytes,
                       std::optional<std::uint64_t> total) {
  const auto done = static_cast<double>(bytes);
  if (!due(Stage::Reading, done)) return;
  std::string line = fmt::format("{} record{}{}{:.1f}", records, records == 1 ? "" : "s", kDot, done / kMegabyte);
  if (total) line += fmt::format(" of {:.1f}", static_cast<double>(*total) / kMegabyte);
  line += " MB";
  const double speed = rate(done);
  if (speed > 0) line += fmt::format("{}{:.1f} MB/s", kDot, speed / kMegabyte);
  if (rejected > 0) line += fmt::format("{}{} rejected", kDot, rejected);
  if (total) line += time_left(done, static_cast<double>(*total), speed);
  show(line);
}

void Progress::indexing(std::int64_t done, std::int64_t total) {
  const auto finished = static_cast<double>(done);
  if (!due(Stage::Indexing, finished)) return;
  const double speed = rate(finished);
  std::string line = fmt::format("indexing {} of {} articles", done, total);
  if (speed > 0) line += fmt::format("{}{:.0f} a second", kDot, speed);
  show(line + time_left(finished, static_cast<double>(total), speed));
}

void Progress::copying(std::int64_t bytes, std::int64_t total) {
  const auto done = static_cast<double>(bytes);
  if (!due(Stage::Copying, done)) return;
  const double speed = rate(done);
  std::string line =
      fmt::format("copying {:.1f} of {:.1f} MB", done / kMegabyte, static_cast<double>(total) / kMegabyte);
  if (speed > 0) line += fmt::format("{}{:.1f} MB/s", kDot, speed / kMegabyte);
  show(line + time_left(done, static_cast<double>(total), speed));
}

void Progress::clear() {
  if (shown_columns_ == 0) return;
  write("\r" + std::string(shown_columns_, ' ') + "\r");
  shown_columns_ = 0;
  last_shown_ = {};
}

bool Progress::due(Stage stage, double already_done) {
  if (mode_ == ProgressMode::Off) return false;
  const auto now = clock_();
  if (stage != stage_) {
    stage_ = stage;
    first_done_ = already_done;
    stage_began_ = now;
    last_shown_ = now;
    return true;
  }
  const steady_clock::duration pace = mode_ == ProgressMode::Line ? steady_clock::duration(kLinePace) : kPlainPace;
  if (now - last_shown_ < pace) return false;
  last_shown_ = now;
  return true;
}

double Progress::rate(double done) const {
  const double seconds = std::chrono::duration<double>(clock_() - stage_began_).count();
  return seconds < kSecondsToTell ? 0 : (done - first_done_) / seconds;
}

void Progress::show(const std::string& text) {
  if (mode_ == ProgressMode::Plain) {
    write(text + "\n");
    return;
  }
  // Blanks and not an escape sequence wipe what is left of a longer line: every terminal knows them. The last column
  // stays free, since writing there may wrap.
  const std::string fitting(fit_columns(text, columns_ > 1 ? columns_ - 1 : 1));
  const std::size_t width = column_width(fitting);
  const std::size_t leftover = shown_columns_ > width ? shown_columns_ - width : 0;
  write("\r" + fitting + std::string(leftover, ' '));
  shown_columns_ = width;
}

void Progress::write(const std::string& text) const {
  std::string_view rest = text;
  while (!rest.empty()) {
    const ssize_t written = ::write(file_descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      return;  // nobody is left to be told that nobody can be told
    }
  }
}

}  // namespace morgue::cli
