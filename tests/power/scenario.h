// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/process.h"

namespace morgue::power {

/// A command with what it may answer.
struct Step {
  std::vector<std::string> arguments;  ///< of morgue; WORLD/ stands for the folder that is recorded
  std::vector<int> exit_codes = {0};
};

/// One command that the power goes out under.
struct Scenario {
  std::string name;
  std::vector<Step> before;         ///< makes the world as it is when the command starts
  Step command;                     ///< what is recorded
  std::vector<Step> again;          ///< what one runs after the power is back
  std::string archive = "archive";  ///< what the command writes to, in the world
  std::string gone = {};            ///< a name that must be in no file once the command has ended, on any disk
};

std::vector<Scenario> all_scenarios();

/// The dumps that scenarios read, in the folder `in` of the world.
void write_dumps(const std::filesystem::path& world);

/// Runs a step in a world, with more settings of the environment (NAME=VALUE).
test::Finished run_step(const Step& step, const std::filesystem::path& world, const std::filesystem::path& scratch,
                        const std::vector<std::string>& environment = {});
/// Nothing, or what is wrong with the answer.
std::string complaint(const Step& step, const test::Finished& end);

/// All that searches find in an archive of the world, and how they ended.
std::string found_in(const std::filesystem::path& world, const std::string& archive,
                     const std::filesystem::path& scratch);

}  // namespace morgue::power
