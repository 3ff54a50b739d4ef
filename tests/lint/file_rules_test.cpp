// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/lint/file_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace morgue::lint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kNotice = "SPDX-License-Identifier: GPL-2.0-or-later\n";

TEST(Licences, AreNamedAtTheTop) {
  const test::TempDir tree;
  tree.write("src/core/a.cpp", "// " + kNotice);
  tree.write("scripts/check", "#!/usr/bin/env bash\n# " + kNotice);
  tree.write("tests/golden/a.test", "$ true\n");
  tree.write("schema/README.md", "prose\n");
  EXPECT_THAT(check_licences(tree.path()), IsEmpty());
}

TEST(Licences, AreMissedInEveryKindOfFile) {
  for (const char* path :
       {"src/core/a.cpp", "src/core/a.h", "src/cli/version.h.in", "src/core/CMakeLists.txt", "tests/core/a_test.cpp",
        "scripts/check", "scripts/cmake/Rooms.cmake", "schema/0001_a.sql"}) {
    const test::TempDir tree;
    tree.write(path, "\n\n\n// " + kNotice);
    EXPECT_THAT(check_licences(tree.path()), testing::SizeIs(1)) << path;
  }
  const test::TempDir tree;
  tree.write(".ci/run", "#!/bin/sh\n# SPDX-License-Identifier: MIT\n");
  tree.write("src/core/empty.h", "");
  EXPECT_THAT(check_licences(tree.path()), testing::SizeIs(2));
}

TEST(Lengths, HaveALimit) {
  const test::TempDir tree;
  std::string text;
  for (std::size_t i = 0; i < kMostLines; ++i) text += "\n";
  tree.write("src/core/long.cpp", text);
  tree.write("tests/golden/long.test", text + text);
  EXPECT_THAT(check_lengths(tree.path()), IsEmpty());
  tree.write("src/core/long.cpp", text + "\n");
  tree.write("tests/core/long_test.cpp", text + "\n");
  EXPECT_THAT(check_lengths(tree.path()), ElementsAre("src/core/long.cpp:401: 401 lines: more than one idea?",
                                                      "tests/core/long_test.cpp:401: 401 lines: more than one idea?"));
}

TEST(HeaderGuards, AreDemandedOfHeadersOnly) {
  const test::TempDir tree;
  tree.write("src/core/a.h", "#pragma once\n");
  tree.write("src/core/a.cpp", "\n");
  EXPECT_THAT(check_header_guards(tree.path()), IsEmpty());
  tree.write("src/core/b.h", "// #pragma once is what this lacks\n");
  EXPECT_THAT(check_header_guards(tree.path()), ElementsAre("src/core/b.h:1: no #pragma once"));
}

TEST(FolderCalls, OfTheStandardLibraryAreFoundInSources) {
  const test::TempDir tree;
  tree.write("src/io/a.cpp", "// In place of directory_iterator and remove_all.\n");
  tree.write("tests/io/a_test.cpp", "for (auto& e : std::filesystem::directory_iterator(path)) {}\n");
  EXPECT_THAT(check_folder_calls(tree.path()), IsEmpty());
  tree.write("src/io/b.cpp", "\nstd::filesystem::remove_all(path);\nfs::recursive_directory_iterator(path);\n");
  EXPECT_THAT(check_folder_calls(tree.path()),
              ElementsAre(testing::StartsWith("src/io/b.cpp:2: "), testing::StartsWith("src/io/b.cpp:3: ")));
}

}  // namespace
}  // namespace morgue::lint
