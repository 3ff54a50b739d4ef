// SPDX-License-Identifier: GPL-2.0-or-later
// That the checks do fail: each case plants one file in a tree of its own.
#include "tests/lint/include_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace morgue::lint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Findings findings_in(const std::string& path, const std::string& contents) {
  const test::TempDir tree;
  tree.write(path, contents);
  return check_includes(tree.path());
}

struct Case {
  std::string path;
  std::string include;
};

TEST(Includes, AlongTheArrowsAreFine) {
  const std::vector<Case> cases = {
      {"src/core/a.cpp", "#include \"core/a.h\""},
      {"src/core/a.cpp", "#include <vector>"},
      {"src/text/a.cpp", "#include <unicode/uchar.h>"},
      {"src/index/a.cpp", "#include <xapian.h>  // why"},
      {"src/index/a.cpp", "#include \"query/ast.h\""},
      {"src/catalog/a.cpp", "  #  include <sqlite3.h>"},
      {"src/io/a.cpp", "#include <archive.h>"},
      {"src/io/a.cpp", "#include <sys/stat.h>"},
      {"src/cli/a.cpp", "#include <CLI/App.hpp>"},
      {"src/cli/a.cpp", "#include \"index/searcher.h\""},
      {"src/jobs/a.cpp", "#include \"archive/ingest.h\""},
      {"src/query/a.cpp", "// nothing may #include \"index/searcher.h\" here"},
      {"src/query/notes.md", "#include \"index/searcher.h\""},
      {"tests/query/a.cpp", "#include \"index/searcher.h\""},
  };
  for (const Case& c : cases) EXPECT_THAT(findings_in(c.path, c.include), IsEmpty()) << c.path << " " << c.include;
}

TEST(Includes, AgainstTheArrowsAreFound) {
  const std::vector<Case> cases = {
      {"src/core/a.h", "#include \"text/utf8.h\""},
      {"src/core/a.cpp", "#include <fmt/format.h>"},
      {"src/core/a.cpp", "#include <unistd.h>"},
      {"src/text/a.cpp", "#include \"io/walk.h\""},
      {"src/query/a.cpp", "#include \"index/searcher.h\""},
      {"src/query/a.cpp", "#include <xapian.h>"},
      {"src/archive/a.cpp", "#include <xapian.h>"},
      {"src/archive/a.cpp", "#include <sqlite3.h>"},
      {"src/archive/a.cpp", "#include \"render/results.h\""},
      {"src/catalog/a.cpp", "#include \"index/searcher.h\""},
      {"src/index/a.cpp", "#include \"catalog/catalog.h\""},
      {"src/render/a.cpp", "#include \"text/utf8.h\""},
      {"src/render/a.cpp", "#include <CLI/App.hpp>"},
      {"src/formats/a.cpp", "#include <archive.h>"},
      {"src/formats/a.cpp", "#include <unicode/uchar.h>"},
      {"src/extract/a.cpp", "#include <simdjson.h>"},
      {"src/io/a.cpp", "#include <zstd.h>"},
      {"src/io/a.cpp", "# include\t\"archive/ingest.h\""},
      {"src/io/a.h.in", "#include \"archive/ingest.h\""},
      {"src/io/deep/down/a.cpp", "#include \"archive/ingest.h\""},
      {"src/io/a.cpp", "#include <archive/ingest.h>"},
      {"src/io/a.cpp", "#include \"a.h\""},
      {"src/io/a.cpp", "#include \"../archive/ingest.h\""},
      {"src/io/a.cpp", "#include SOME_MACRO"},
      {"src/io/a.cpp", "#include <boost/any.hpp>"},
      {"src/io/a.cpp", "#include <math.h>"},
      {"src/cellar/a.cpp", "int x;"},
      {"src/a.cpp", "int x;"},
  };
  for (const Case& c : cases) EXPECT_EQ(findings_in(c.path, c.include).size(), 1U) << c.path << " " << c.include;
}

TEST(Includes, AreReportedWithTheirPlace) {
  EXPECT_THAT(findings_in("src/query/parser.cpp", "// one\n#include <string>\n#include <xapian.h>\n"),
              ElementsAre("src/query/parser.cpp:3: query must not use <xapian.h>"));
}

TEST(Links, FollowTheSameTable) {
  const test::TempDir tree;
  tree.write("src/query/CMakeLists.txt",
             "# USES index\nmorgue_room(query\n  SOURCES a.cpp\n  USES core text\n  LIBRARIES x)\n");
  EXPECT_THAT(check_links(tree.path()), IsEmpty());
  tree.write("src/render/CMakeLists.txt", "morgue_room(render SOURCES a.cpp USES core\n  catalog LIBRARIES y)\n");
  tree.write("src/io/CMakeLists.txt",
             "morgue_room(io SOURCES a.cpp)\ntarget_link_libraries(morgue_io PRIVATE morgue_index)\n");
  EXPECT_THAT(check_links(tree.path()),
              ElementsAre("src/io/CMakeLists.txt:2: name rooms after USES, not as morgue_index",
                          "src/render/CMakeLists.txt:2: render must not use catalog"));
}

}  // namespace
}  // namespace morgue::lint
