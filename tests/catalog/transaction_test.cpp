// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "catalog/connection.h"
#include "tests/catalog/catalog_fixture.h"

namespace morgue::catalog {
namespace {

using TransactionTest = CatalogTest;

TEST_F(TransactionTest, RolledBackUnlessCommitted) {
  ArticleId id = 0;
  {
    Transaction transaction(catalog_, Transaction::Kind::Write);
    Article article = make_article("a", "Gale warning", "Boats stay in.");
    article.authors = {"Ada Quill"};
    id = store_.put(article, run_).id;
    EXPECT_TRUE(store_.find(id));
  }
  EXPECT_FALSE(store_.find(id));
  EXPECT_EQ(store_.count(), 0);
  EXPECT_EQ(store_.last_seq(), 0);
}

/// Ids of names learnt in a transaction that failed must not be used in the next.
TEST_F(TransactionTest, NamesOfARolledBackTransactionAreForgotten) {
  Article first = make_article("a", "Gale warning", "Boats stay in.");
  first.authors = {"Ada Quill"};
  first.source = "Vanished Gazette";
  first.section = "Weather";
  Article second = first;
  second.authors = {"Ben Inkwell", "Ada Quill"};
  second.source = "Other Gazette";
  {
    Transaction transaction(catalog_, Transaction::Kind::Write);
    store_.put(first, run_);
  }
  EXPECT_EQ(put(second).outcome, Outcome::Added);
  const auto stored = store_.find(put(first).id);
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->source, "Vanished Gazette");
  EXPECT_EQ(stored->section, "Weather");
  EXPECT_EQ(stored->authors, std::vector<std::string>{"Ada Quill"});
}

TEST_F(TransactionTest, ReaderKeepsItsSnapshotWhileAWriterCommits) {
  const ArticleId id = put(make_article("a", "Old headline", "Old text.")).id;
  Catalog reader(file(), Catalog::Mode::Read);
  ArticleStore reading(reader);
  {
    const Transaction snapshot(reader, Transaction::Kind::Read);
    put(make_article("a", "New headline", "New text."));
    put(make_article("b", "Another", "Text."));
    EXPECT_EQ(reading.find(id)->headline, "Old headline");
    EXPECT_EQ(reading.count(), 1);
    EXPECT_EQ(reading.last_seq(), 1);
  }
  EXPECT_EQ(reading.find(id)->headline, "New headline");
  EXPECT_EQ(reading.count(), 2);
}

TEST_F(TransactionTest, ReaderDoesNotWaitForAnOpenWriter) {
  put(make_article("a", "First", "Text."));
  Transaction writing(catalog_, Transaction::Kind::Write);
  store_.put(make_article("b", "Second", "Text."), run_);
  Catalog reader(file(), Catalog::Mode::Read);
  EXPECT_EQ(ArticleStore(reader).count(), 1);
  writing.commit();
  EXPECT_EQ(ArticleStore(reader).count(), 2);
}

TEST_F(TransactionTest, SecondWriterIsLockedOut) {
  Catalog other(file(), Catalog::Mode::Write);
  other.connection().execute("PRAGMA busy_timeout = 10");
  const Transaction writing(catalog_, Transaction::Kind::Write);
  const Error error = error_of([&] { Transaction(other, Transaction::Kind::Write); });
  EXPECT_EQ(error.code(), ErrorCode::Locked);
  EXPECT_NE(error.hint(), "");
}

TEST_F(TransactionTest, MisuseIsAnInternalError) {
  Transaction transaction(catalog_, Transaction::Kind::Write);
  EXPECT_EQ(error_of([&] { Transaction(catalog_, Transaction::Kind::Read); }).code(), ErrorCode::Internal);
  transaction.commit();
  EXPECT_EQ(error_of([&] { transaction.commit(); }).code(), ErrorCode::Internal);
  EXPECT_EQ(error_of([&] { store_.put(make_article("a", "h", "b"), run_); }).code(), ErrorCode::Internal);
}

}  // namespace
}  // namespace morgue::catalog
