// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/golden/transcript.h"

namespace morgue::golden {

struct Settings {
  std::filesystem::path program;   ///< its folder comes first in PATH; empty: no program of ours
  std::filesystem::path fixtures;  ///< $FIXTURES
  std::chrono::milliseconds time_limit = std::chrono::seconds(60);  ///< of one command
  std::string folder_name = "$TMP";                                 ///< what stands for the folder in output
  bool any_moment = false;  ///< moments of UTC to the second are all the same: what is shown is from another day
};

struct TranscriptResult {
  std::vector<std::string> failures;  ///< one a command that gave something else, with the lines that differ
  Transcript updated;                 ///< the transcript with what came out instead of what was expected
};

/// Runs all commands in a fresh folder, which is removed afterwards.
TranscriptResult run_transcript(const Transcript& transcript, const Settings& settings);

}  // namespace morgue::golden
