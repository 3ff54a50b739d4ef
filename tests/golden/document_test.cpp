// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/golden/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace morgue::golden {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kDocument =
    "# Guide\n"
    "\n"
    "```sh\n"
    "$ not this one\n"
    "```\n"
    "\n"
    "```console\n"
    "$ morgue count ferry\n"
    "12\n"
    "\n"
    "$ morgue export \\\n"
    "    --to csv\n"
    "id\n"
    "\n"
    "1\n"
    "```\n"
    "\n"
    "Text.\n"
    "\n"
    "```console\n"
    "$ morgue ingest -q x\n"
    "```\n";

TEST(Document, SessionsAreTaken) {
  const Transcript transcript = read_document(kDocument);
  ASSERT_EQ(transcript.steps.size(), 3U);
  EXPECT_EQ(transcript.steps[0].line, 8U);
  EXPECT_EQ(transcript.steps[0].command, "{ morgue count ferry\n} 2>&1; true");
  EXPECT_THAT(transcript.steps[0].expected.out, ElementsAre("12"));
  EXPECT_EQ(transcript.steps[1].command, "{ morgue export \\\n    --to csv\n} 2>&1; true");
  EXPECT_THAT(transcript.steps[1].expected.out, ElementsAre("id", "", "1"));
  EXPECT_THAT(transcript.steps[2].expected.out, IsEmpty());
}

TEST(Document, OutputsAreReplaced) {
  Transcript transcript = read_document(kDocument);
  EXPECT_EQ(rewrite_document(kDocument, transcript), kDocument);
  transcript.steps[0].expected.out = {"13"};
  transcript.steps[2].expected.out = {"done", "really"};
  std::string expected(kDocument);
  expected.replace(expected.find("12\n"), 3, "13\n");
  expected.replace(expected.rfind("x\n"), 2, "x\ndone\nreally\n");
  EXPECT_EQ(rewrite_document(kDocument, transcript), expected);
}

}  // namespace
}  // namespace morgue::golden
