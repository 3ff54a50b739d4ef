// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/statement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "catalog/connection.h"
#include "tests/catalog/catalog_fixture.h"

namespace morgue::catalog {
namespace {

class StatementTest : public testing::Test {
 protected:
  StatementTest() { connection_.execute("CREATE TABLE t (i INTEGER, s TEXT, b BLOB, CHECK (i IS NOT 13)) STRICT"); }

  test::TempDir folder_;
  Connection connection_{folder_.path() / "t.db", Connection::Mode::Write};
  Statement insert_{connection_, "INSERT INTO t (i, s, b) VALUES (?1, ?2, ?3)"};
  Statement select_{connection_, "SELECT i, s, b FROM t ORDER BY rowid"};
};

TEST_F(StatementTest, NullAndEmptyAreDifferent) {
  insert_.run(std::nullopt, std::optional<std::string>(), std::optional<std::int64_t>());
  insert_.run(0, std::string_view(), std::span<const std::byte>());
  Cursor row = select_.query();
  ASSERT_TRUE(row.next());
  for (int column = 0; column < 3; ++column) EXPECT_TRUE(row.is_null(column));
  EXPECT_EQ(row.optional_integer(0), std::nullopt);
  ASSERT_TRUE(row.next());
  for (int column = 0; column < 3; ++column) EXPECT_FALSE(row.is_null(column));
  EXPECT_EQ(row.optional_integer(0), 0);
  EXPECT_EQ(row.text(1), "");
  EXPECT_TRUE(row.blob(2).empty());
  EXPECT_FALSE(row.next());
}

TEST_F(StatementTest, ValuesComeBackAsTheyWere) {
  const std::string text("a\0b\xFF\xC3\x28\0", 7);
  const std::vector<std::byte> bytes = {std::byte{0}, std::byte{255}, std::byte{0}};
  for (const std::int64_t number :
       {std::numeric_limits<std::int64_t>::min(), std::int64_t{-1}, std::numeric_limits<std::int64_t>::max()}) {
    connection_.execute("DELETE FROM t");
    insert_.run(number, text, std::span<const std::byte>(bytes));
    Cursor row = select_.query();
    ASSERT_TRUE(row.next());
    EXPECT_EQ(row.integer(0), number);
    EXPECT_EQ(row.text(1), text);
    EXPECT_THAT(std::vector(row.blob(2).begin(), row.blob(2).end()), bytes);
  }
}

TEST_F(StatementTest, QueryCopiesItsArguments) {
  insert_.run(1, "one", std::nullopt);
  Statement find(connection_, "SELECT i FROM t WHERE s = ?1");
  Cursor row = find.query(std::string("on") + "e");
  ASSERT_TRUE(row.next());
  EXPECT_EQ(row.integer(0), 1);
}

TEST_F(StatementTest, RunsAgainAfterAnError) {
  const Error error = error_of([&] { insert_.run(13, "unlucky", std::nullopt); });
  EXPECT_EQ(error.code(), ErrorCode::Internal);
  EXPECT_THAT(error.message(), testing::HasSubstr(connection_.path()));
  EXPECT_THAT(error.message(), testing::HasSubstr("CHECK"));
  insert_.run(14, "lucky", std::nullopt);
  EXPECT_EQ(connection_.integer("SELECT count(*) FROM t"), 1);
}

TEST_F(StatementTest, AbandonedCursorEndsTheExecution) {
  for (int i = 0; i < 3; ++i) insert_.run(i, "", std::nullopt);
  for (int round = 0; round < 2; ++round) {
    Cursor row = select_.query();
    ASSERT_TRUE(row.next());
    EXPECT_EQ(row.integer(0), 0);
  }
  connection_.execute("DROP TABLE t");
}

TEST_F(StatementTest, FullDiskIsAnIoErrorWithAHint) {
  connection_.execute("PRAGMA max_page_count = 4");
  const Error error = error_of([&] { insert_.run(1, std::string(100000, 'x'), std::nullopt); });
  EXPECT_EQ(error.code(), ErrorCode::Io);
  EXPECT_THAT(error.hint(), testing::HasSubstr("free some space"));
}

}  // namespace
}  // namespace morgue::catalog
