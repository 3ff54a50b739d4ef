// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/receipt_check.h"

#include <gmock/gmock.h>

namespace morgue::render {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

ReceiptHeading sample() {
  return {"ferry",
          "ferry",
          {"2026-11-01T08:00:00Z", "0.1.0", "a", 4000, 1, 4000, 1200, "x"},
          {"2026-12-01T08:00:00Z", "0.2.0", "a", 4001, 2, 4002, 1199, "y"},
          false,
          1,
          0,
          2};
}

TEST(ReceiptCheck, NamesBothStates) {
  EXPECT_EQ(receipt_check_text(sample(), {}, {}),
            "ferry: 1,200 matches then, 1,199 now: 1 added, 2 withdrawn\n"
            "Then  2026-11-01T08:00:00Z  4,000 articles, run 1, change 4000, morgue 0.1.0\n"
            "Now   2026-12-01T08:00:00Z  4,001 articles, run 2, change 4002, morgue 0.2.0\n");
}

TEST(ReceiptCheck, TheSameIsTheSame) {
  ReceiptHeading heading = sample();
  heading.same = true;
  heading.now.total = 1;
  EXPECT_THAT(receipt_check_text(heading, {}, {}), StartsWith("ferry: the same 1 match\n"));
}

TEST(ReceiptCheck, AnotherOrderIsSaid) {
  ReceiptHeading heading = sample();
  heading.added = heading.withdrawn = 0;
  EXPECT_THAT(receipt_check_text(heading, {}, {}), HasSubstr("1,199 now: in another order\n"));
}

/// The file may have been made by anybody.
TEST(ReceiptCheck, NothingInItSteersTheTerminal) {
  ReceiptHeading heading = sample();
  heading.query = heading.tree = heading.then.morgue = heading.then.time = "\x1b[31mred\n";
  const std::vector<WatchedArticle> articles = {{WatchedAs::Withdrawn, "removed", 7, {}}};
  const std::string text = receipt_check_text(heading, articles, {});
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_THAT(text, HasSubstr("\nWithdrawn\nid:7  no longer in the archive\n"));
  EXPECT_EQ(receipt_check_json(heading, articles).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace morgue::render
