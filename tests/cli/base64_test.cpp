// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/base64.h"

#include <gtest/gtest.h>

namespace morgue::cli {
namespace {

/// The test vectors of RFC 4648.
TEST(Base64, PadsWhatIsNoMultipleOfThree) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foo"), "Zm9v");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
}

TEST(Base64, TakesAnyByte) {
  EXPECT_EQ(base64(std::string("\x00\xFF\xFE", 3)), "AP/+");
  EXPECT_EQ(base64("ü"), "w7w=");
}

}  // namespace
}  // namespace morgue::cli
