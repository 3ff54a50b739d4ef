// SPDX-License-Identifier: GPL-2.0-or-later
// Receipts as files: what was written is what is read, and nothing else is.
#include "cli/receipt_file.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/error.h"
#include "tests/support/temp_dir.h"

namespace morgue::cli {
namespace {

archive::Receipt sample() {
  archive::Receipt receipt;
  receipt.query = "„Flut“ \"two words\"\\";
  receipt.filters = {{"author", "Jane \"J\" Doe"}, {"author", "x"}, {"from", "2020"}};
  receipt.tree = "flut author:\"x\"";
  receipt.morgue = "0.1.0";
  receipt.analyser = "a/b";
  receipt.state = {"abc", 5, 2, 7, 1'700'000'000};
  receipt.matches = {{9, 2, 7, false}, {1, 1, 3, true}, {4, 1, 4, false}};
  receipt.ids_hash = archive::hash_of_ids(receipt.matches);
  return receipt;
}

class ReceiptFileTest : public ::testing::Test {
 protected:
  std::string write(const std::string& text) { return dir_.write("receipt.json", text).string(); }
  std::string problem(const std::string& text) {
    try {
      read_receipt(write(text));
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Input);
      return error.message();
    }
    return {};
  }

  test::TempDir dir_;
};

TEST_F(ReceiptFileTest, ComesBackAsItWas) {
  const archive::Receipt before = sample();
  const archive::Receipt after = read_receipt(write(receipt_json(before)));
  EXPECT_EQ(after.query, before.query);
  EXPECT_EQ(after.filters, before.filters);
  EXPECT_EQ(after.tree, before.tree);
  EXPECT_EQ(after.state.time, before.state.time);
  ASSERT_EQ(after.matches.size(), 3U);
  EXPECT_EQ(after.matches[1].id, 1);
  EXPECT_TRUE(after.matches[1].canceled);
  EXPECT_EQ(receipt_json(after), receipt_json(before));
  EXPECT_TRUE(looks_like_receipt(write(receipt_json(before))));
}

TEST_F(ReceiptFileTest, AnAnswerOfNothingIsAnAnswer) {
  archive::Receipt none;
  none.tree = "x";
  none.ids_hash = archive::hash_of_ids({});
  EXPECT_TRUE(read_receipt(write(receipt_json(none))).matches.empty());
}

/// Wherever it was cut off, and whichever byte was changed.
TEST_F(ReceiptFileTest, NoDamageGoesUnnoticed) {
  const std::string whole = receipt_json(sample());
  for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
    EXPECT_NE(problem(whole.substr(0, size)), "") << size;
  }
  for (std::size_t at = 0; at + 1 < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = changed[at] == '1' ? '0' : '1';
    bool refused = false;
    try {
      refused = receipt_json(read_receipt(write(changed))) == whole;
    } catch (const Error&) {
      refused = true;
    }
    EXPECT_TRUE(refused) << at << ": " << changed;
  }
}

TEST_F(ReceiptFileTest, OtherFilesAreNoReceipts) {
  EXPECT_NE(problem(""), "");
  EXPECT_NE(problem("{}"), "");
  EXPECT_NE(problem("[]"), "");
  EXPECT_FALSE(looks_like_receipt(write("{}")));
  EXPECT_FALSE(looks_like_receipt(write("")));
  EXPECT_FALSE(looks_like_receipt("nowhere"));
}

}  // namespace
}  // namespace morgue::cli
