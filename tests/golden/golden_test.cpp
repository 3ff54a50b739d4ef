// SPDX-License-Identifier: GPL-2.0-or-later
// Every transcript below this folder against the real program. README.md describes them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

#include "tests/golden/run_transcript.h"
#include "tests/golden/update.h"

namespace morgue::golden {
namespace {

/// Paths of transcripts from the folder of the golden tests.
std::vector<std::string> find_transcripts() {
  std::vector<std::string> found;
  const std::filesystem::path root = MORGUE_GOLDEN_DIR;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() == ".test") found.push_back(entry.path().lexically_relative(root).string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// `search/errors.test` is the case `search_errors`.
std::string case_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param.substr(0, info.param.rfind('.'));
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, Matches) {
  const std::filesystem::path path = std::filesystem::path(MORGUE_GOLDEN_DIR) / GetParam();
  const std::string before = read_file(path);
  const Transcript transcript = parse(before);
  ASSERT_FALSE(transcript.steps.empty()) << path << ": no commands";
  const TranscriptResult result = run_transcript(transcript, {MORGUE_BINARY, MORGUE_FIXTURES_DIR});
  if (!update_wanted()) {
    for (const std::string& failure : result.failures)
      ADD_FAILURE() << "tests/golden/" << GetParam() << ", " << failure;
    return;
  }
  update_file(path, before, print(result.updated));
}

INSTANTIATE_TEST_SUITE_P(Transcript, Golden, testing::ValuesIn(find_transcripts()), case_name);

}  // namespace
}  // namespace morgue::golden
