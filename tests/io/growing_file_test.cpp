// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/growing_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "core/error.h"
#include "tests/support/temp_dir.h"

namespace morgue::io {
namespace {

class GrowingFileTest : public ::testing::Test {
 protected:
  [[nodiscard]] std::string contents() const {
    std::ifstream in(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  test::TempDir dir_;
  std::string path_ = (dir_.path() / "file").string();
};

TEST_F(GrowingFileTest, GrowsAndIsCutOff) {
  {
    GrowingFile file(path_, GrowingFile::Mode::New);
    EXPECT_EQ(file.contents(), "");
    file.append("one\n");
    EXPECT_EQ(contents(), "one\n");
    file.append("two");
    file.sync();
  }
  GrowingFile file(path_, GrowingFile::Mode::Continued);
  EXPECT_EQ(file.contents(), "one\ntwo");
  file.cut(4);
  file.append("three\n");
  EXPECT_EQ(contents(), "one\nthree\n");
}

TEST_F(GrowingFileTest, ANewFileIsNotAnOldOne) {
  std::ofstream(path_) << "x";
  EXPECT_THROW(GrowingFile(path_, GrowingFile::Mode::New), Error);
  EXPECT_EQ(contents(), "x");
}

TEST_F(GrowingFileTest, HasOneWriter) {
  const GrowingFile file(path_, GrowingFile::Mode::New);
  EXPECT_THROW(GrowingFile(path_, GrowingFile::Mode::Continued), Error);
}

}  // namespace
}  // namespace morgue::io
