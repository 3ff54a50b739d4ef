// SPDX-License-Identifier: GPL-2.0-or-later
// Every transcript below this folder against the real program. README.md describes them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include "tests/golden/run_transcript.h"

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

bool update_wanted() {
  const char* value = std::getenv("MORGUE_UPDATE_GOLDEN");
  return value != nullptr && std::string(value) == "1";
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, Matches) {
  const std::filesystem::path path = std::filesystem::path(MORGUE_GOLDEN_DIR) / GetParam();
  std::ifstream in(path, std::ios::binary);
  ASSERT_TRUE(in) << path;
  const std::string before{std::istreambuf_iterator<char>(in), {}};
  const Transcript transcript = parse(before);
  ASSERT_FALSE(transcript.steps.empty()) << path << ": no commands";
  const TranscriptResult result = run_transcript(transcript, {MORGUE_BINARY, MORGUE_FIXTURES_DIR});
  if (!update_wanted()) {
    for (const std::string& failure : result.failures)
      ADD_FAILURE() << "tests/golden/" << GetParam() << ", " << failure;
    return;
  }
  const std::string after = print(result.updated);
  if (after == before) return;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << after;
  out.close();
  ASSERT_TRUE(out) << path;
  std::cout << "updated " << GetParam() << "\n";
}

INSTANTIATE_TEST_SUITE_P(Transcript, Golden, testing::ValuesIn(find_transcripts()), case_name);

}  // namespace
}  // namespace morgue::golden
