// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/job_command.h"

#include <algorithm>
#include <cctype>
#include <cstdio>

#include "core/error.h"

namespace morgue::jobs {

std::vector<std::string> JobCommand::arguments() const {
  std::vector<std::string> out = {program.string(), "--archive", archive.string(),    "-q",
                                  "reindex",        "--wait",    std::to_string(wait)};
  if (!on_failure.empty()) out.insert(out.end(), {"--on-failure", on_failure});
  if (!on_success.empty()) out.insert(out.end(), {"--on-success", on_success});
  return out;
}

std::vector<std::pair<std::string, std::string>> JobCommand::environment() const {
  std::vector<std::pair<std::string, std::string>> out = {{"MORGUE_ARCHIVE", archive.string()}};
  if (!path.empty()) out.emplace_back("PATH", path);
  return out;
}

std::uint32_t JobCommand::number() const {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : archive.string()) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

std::string JobCommand::name() const {
  std::string readable = archive.filename().string();
  std::replace_if(
      readable.begin(), readable.end(), [](unsigned char c) { return std::isalnum(c) == 0 && c != '_'; }, '_');
  constexpr std::size_t kLongest = 40;
  char hash[9];
  std::snprintf(hash, sizeof hash, "%08x", number());
  return "morgue-" + readable.substr(0, kLongest) + "-" + hash;
}

void require_one_line(const JobCommand& job) {
  std::vector<std::string> parts = job.arguments();
  parts.push_back(job.path);
  for (const std::string& part : parts) {
    const bool control = std::any_of(part.begin(), part.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    if (!control) continue;
    throw Error(ErrorCode::Usage, "schedule: a path or command holds a line end or control character",
                "units and crontabs are lists of lines; rename the folder, or put the command into a script");
  }
}

}  // namespace morgue::jobs
