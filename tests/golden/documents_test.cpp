// SPDX-License-Identifier: GPL-2.0-or-later
// The sessions shown in README.md and GUIDE.md, typed again in a folder where `fixtures` is what it is in a clone.
#include <gtest/gtest.h>

#include "tests/golden/document.h"
#include "tests/golden/run_transcript.h"
#include "tests/golden/update.h"

namespace morgue::golden {
namespace {

class Documents : public testing::TestWithParam<std::string> {};

TEST_P(Documents, ShowWhatComesOut) {
  const auto path = std::filesystem::path(MORGUE_DOCUMENTS_DIR) / (GetParam() + ".md");
  const std::string before = read_file(path);
  Transcript transcript = read_document(before);
  ASSERT_FALSE(transcript.steps.empty()) << path << ": no commands";
  Step enter;
  enter.command = "ln -s \"$FIXTURES\" fixtures";
  transcript.steps.insert(transcript.steps.begin(), enter);
  Settings settings{MORGUE_BINARY, MORGUE_FIXTURES_DIR};
  settings.folder_name = "/home/ada/news";
  settings.any_moment = true;
  TranscriptResult result = run_transcript(transcript, settings);
  if (!update_wanted()) {
    for (const std::string& failure : result.failures) ADD_FAILURE() << GetParam() << ".md, " << failure;
    return;
  }
  result.updated.steps.erase(result.updated.steps.begin());
  update_file(path, before, rewrite_document(before, result.updated));
}

INSTANTIATE_TEST_SUITE_P(Of, Documents, testing::Values("README", "GUIDE"),
                         [](const auto& of) { return of.param; });

}  // namespace
}  // namespace morgue::golden
