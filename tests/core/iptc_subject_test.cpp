// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/iptc_subject.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(IptcSubject, TopLevelNames) {
  EXPECT_EQ(iptc_subject("01000000"), "arts, culture and entertainment");
  EXPECT_EQ(iptc_subject("15039001"), "sport");
  EXPECT_EQ(iptc_subject("17004000"), "weather");
}

TEST(IptcSubject, NothingElse) {
  for (const char* code : {"", "00000000", "18000000", "20000523", "1503900", "150390011", "1503900x", "sport"}) {
    EXPECT_EQ(iptc_subject(code), "") << code;
  }
}

}  // namespace
}  // namespace morgue
