// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/golden/run_transcript.h"

#include <algorithm>
#include <cstdlib>

#include "tests/golden/compare.h"
#include "tests/golden/normalise.h"
#include "tests/golden/run_command.h"
#include "tests/support/temp_dir.h"

namespace morgue::golden {
namespace {

std::vector<std::string> environment_for(const std::filesystem::path& folder, const Settings& settings) {
  const std::string home = (folder / "home").string();
  std::string path = "/usr/local/bin:/usr/bin:/bin";
  if (!settings.program.empty()) path = settings.program.parent_path().string() + ":" + path;
  std::vector<std::string> variables = {
      "PATH=" + path,
      "TMP=" + folder.string(),
      "TMPDIR=" + folder.string(),
      "FIXTURES=" + settings.fixtures.string(),
      "HOME=" + home,
      "XDG_DATA_HOME=" + home + "/.local/share",
      "XDG_CONFIG_HOME=" + home + "/.config",
      "XDG_CACHE_HOME=" + home + "/.cache",
      "XDG_STATE_HOME=" + home + "/.local/state",
      "MORGUE_ARCHIVE=" + (folder / "archive").string(),
      "TZ=UTC",
      "LANG=C.UTF-8",
      "COLUMNS=80",
  };
  for (const char* name : {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name)) variables.push_back(std::string(name) + "=" + value);
  }
  return variables;
}

/// Hand-written expectations may hold durations and paths as they came.
Outcome normalised(const Outcome& outcome, const Normaliser& normaliser) {
  return {normaliser.apply(outcome.out), normaliser.apply(outcome.err), outcome.exit_code};
}

/// Lines that say the same but for what is normalised stay as somebody wrote them.
std::vector<std::string> as_written(const std::vector<std::string>& written, const std::vector<std::string>& normalised,
                                    std::vector<std::string> updated) {
  for (std::size_t i = 0; i < std::min(written.size(), updated.size()); ++i) {
    if (normalised[i] == updated[i]) updated[i] = written[i];
  }
  return updated;
}

}  // namespace

TranscriptResult run_transcript(const Transcript& transcript, const Settings& settings) {
  const test::TempDir folder;
  std::filesystem::create_directory(folder.path() / "home");
  const auto environment = environment_for(folder.path(), settings);
  const Normaliser normaliser(
      {{folder.path().string(), settings.folder_name}, {settings.fixtures.string(), "$FIXTURES"}}, settings.any_moment);
  TranscriptResult result;
  result.updated = transcript;
  for (Step& step : result.updated.steps) {
    const CommandResult ran = run_command(step.command, folder.path(), environment, settings.time_limit);
    const Outcome actual = normalised({split_output(ran.out), split_output(ran.err), ran.exit_code}, normaliser);
    const Outcome expected = normalised(step.expected, normaliser);
    std::string failure = difference(expected, actual);
    if (ran.timed_out) failure += "the command took too long and was killed\n";
    if (!failure.empty()) {
      result.failures.push_back("line " + std::to_string(step.line) + ": $ " + step.command + "\n" + failure);
    }
    const Outcome updated = merged(step.expected, actual);
    step.expected = {as_written(step.expected.out, expected.out, updated.out),
                     as_written(step.expected.err, expected.err, updated.err), updated.exit_code};
  }
  return result;
}

}  // namespace morgue::golden
