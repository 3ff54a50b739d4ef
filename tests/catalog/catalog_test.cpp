// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/catalog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <vector>

#include "catalog/connection.h"
#include "catalog/migrations.h"
#include "tests/catalog/catalog_fixture.h"

namespace morgue::catalog {
namespace {

using testing::HasSubstr;

class CatalogOpen : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "catalog.db"; }
  [[nodiscard]] std::string bytes() const {
    std::ifstream in(file(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void raw(const std::string& sql) const { Connection(file(), Connection::Mode::Write).execute(sql); }
  [[nodiscard]] Error refusal(Catalog::Mode mode) const {
    return error_of([&] { Catalog catalog(file(), mode); });
  }

  test::TempDir folder_;
};

TEST_F(CatalogOpen, FreshOneIsOursAndUpToDate) {
  Catalog catalog(file(), Catalog::Mode::Write);
  Connection& connection = catalog.connection();
  EXPECT_EQ(connection.integer("PRAGMA application_id"), kApplicationId);
  EXPECT_EQ(connection.integer("PRAGMA user_version"), static_cast<std::int64_t>(embedded_migrations().size()));
  EXPECT_EQ(connection.integer("PRAGMA foreign_keys"), 1);
  EXPECT_EQ(connection.integer("SELECT journal_mode = 'wal' FROM pragma_journal_mode"), 1);
  EXPECT_EQ(connection.integer("PRAGMA synchronous"), 2);
  EXPECT_EQ(connection.integer("PRAGMA trusted_schema"), 0);
  EXPECT_EQ(connection.integer("PRAGMA secure_delete"), 1);
}

TEST_F(CatalogOpen, FilesArePrivate) {
  const mode_t before = ::umask(0);
  Catalog catalog(file(), Catalog::Mode::Write);
  ::umask(before);
  for (const char* suffix : {"", "-wal", "-shm"}) {
    struct stat status {};
    ASSERT_EQ(::stat((file().string() + suffix).c_str(), &status), 0) << suffix;
    EXPECT_EQ(status.st_mode & 0777U, 0600U) << suffix;
  }
}

TEST_F(CatalogOpen, OpensAgainForBothModes) {
  { Catalog catalog(file(), Catalog::Mode::Write); }
  { Catalog catalog(file(), Catalog::Mode::Write); }
  Catalog catalog(file(), Catalog::Mode::Read);
  EXPECT_EQ(ArticleStore(catalog).count(), 0);
}

TEST_F(CatalogOpen, ReadModeCannotWrite) {
  { Catalog catalog(file(), Catalog::Mode::Write); }
  Catalog catalog(file(), Catalog::Mode::Read);
  EXPECT_EQ(error_of([&] { RunLog(catalog).start("ingest", 1); }).code(), ErrorCode::Io);
}

TEST_F(CatalogOpen, MissingOneCannotBeRead) {
  const Error error = refusal(Catalog::Mode::Read);
  EXPECT_EQ(error.code(), ErrorCode::Input);
  EXPECT_THAT(error.message(), HasSubstr(file().string()));
  EXPECT_THAT(error.hint(), HasSubstr("morgue ingest"));
  EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(CatalogOpen, EmptyFileIsNoArchiveToReadButWritable) {
  (void)folder_.write("catalog.db", "");
  EXPECT_EQ(refusal(Catalog::Mode::Read).code(), ErrorCode::Input);
  EXPECT_EQ(bytes(), "");
  Catalog catalog(file(), Catalog::Mode::Write);
  EXPECT_EQ(ArticleStore(catalog).count(), 0);
}

TEST_F(CatalogOpen, NewerOneIsRefused) {
  { Catalog catalog(file(), Catalog::Mode::Write); }
  raw("PRAGMA user_version = 4711");
  for (const auto mode : {Catalog::Mode::Read, Catalog::Mode::Write}) {
    const Error error = refusal(mode);
    EXPECT_EQ(error.code(), ErrorCode::Version);
    EXPECT_THAT(error.message(), HasSubstr("4711"));
    EXPECT_THAT(error.message(), HasSubstr(std::to_string(embedded_migrations().size())));
    EXPECT_NE(error.hint(), "");
  }
}

TEST_F(CatalogOpen, ImpossibleVersionsAreRefused) {
  for (const char* version : {"0", "-3"}) {
    { Catalog(file(), Catalog::Mode::Write).connection().execute(std::string("PRAGMA user_version = ") + version); }
    EXPECT_EQ(refusal(Catalog::Mode::Read).code(), ErrorCode::Inconsistent) << version;
    EXPECT_EQ(refusal(Catalog::Mode::Write).code(), ErrorCode::Inconsistent) << version;
    std::filesystem::remove(file());
  }
}

TEST_F(CatalogOpen, ForeignDatabaseIsRefusedAndLeftAlone) {
  for (const char* sql :
       {"CREATE TABLE recipes (name TEXT)", "PRAGMA application_id = 77", "PRAGMA user_version = 1"}) {
    raw(sql);
    const std::string before = bytes();
    EXPECT_EQ(refusal(Catalog::Mode::Read).code(), ErrorCode::Inconsistent) << sql;
    EXPECT_EQ(refusal(Catalog::Mode::Write).code(), ErrorCode::Inconsistent) << sql;
    EXPECT_EQ(bytes(), before) << sql;
    std::filesystem::remove(file());
  }
}

TEST_F(CatalogOpen, WhatIsNoDatabaseIsRefusedAndLeftAlone) {
  for (const std::string& contents : {std::string("just a note, no database"), std::string(5000, 'x'),
                                      std::string("SQLite format 3\0", 16) + std::string(4080, '\xFF')}) {
    (void)folder_.write("catalog.db", contents);
    for (const auto mode : {Catalog::Mode::Read, Catalog::Mode::Write}) {
      const Error error = refusal(mode);
      EXPECT_EQ(error.code(), ErrorCode::Inconsistent) << error.message();
      EXPECT_THAT(error.message(), HasSubstr(file().string()));
      EXPECT_NE(error.hint(), "");
    }
    EXPECT_EQ(bytes(), contents);
  }
}

TEST_F(CatalogOpen, FolderInItsPlaceIsRefused) {
  std::filesystem::create_directory(file());
  EXPECT_EQ(refusal(Catalog::Mode::Read).code(), ErrorCode::Inconsistent);
  EXPECT_EQ(refusal(Catalog::Mode::Write).code(), ErrorCode::Inconsistent);
}

TEST_F(CatalogOpen, MissingFolderIsAnIoError) {
  const Error error = error_of([&] { Catalog(folder_.path() / "none" / "catalog.db", Catalog::Mode::Write); });
  EXPECT_EQ(error.code(), ErrorCode::Io);
  EXPECT_THAT(error.message(), HasSubstr("none/catalog.db"));
}

TEST_F(CatalogOpen, DamagedPageIsInconsistent) {
  { Catalog catalog(file(), Catalog::Mode::Write); }
  std::filesystem::remove(file().string() + "-wal");
  std::fstream out(file(), std::ios::binary | std::ios::in | std::ios::out);
  out.seekp(100);
  out << std::string(3000, '\xA5');
  out.close();
  EXPECT_EQ(refusal(Catalog::Mode::Read).code(), ErrorCode::Inconsistent);
}

TEST_F(CatalogOpen, MissingTableIsInconsistent) {
  Catalog catalog(file(), Catalog::Mode::Write);
  catalog.connection().execute("DROP TABLE pending");
  ArticleStore store(catalog);
  const std::int64_t run = RunLog(catalog).start("ingest", 1);
  Transaction transaction(catalog, Transaction::Kind::Write);
  EXPECT_EQ(error_of([&] { store.put(make_article("k", "h", "b"), run); }).code(), ErrorCode::Inconsistent);
}

TEST_F(CatalogOpen, OddFileNamesAreJustNames) {
  for (const char* name : {":memory:", "file:x?mode=memory", "caf\xC3\xA9 100%.db", "\xFF.db"}) {
    const auto odd = folder_.path() / name;
    { Catalog catalog(odd, Catalog::Mode::Write); }
    EXPECT_TRUE(std::filesystem::is_regular_file(odd)) << name;
    Catalog catalog(odd, Catalog::Mode::Read);
    EXPECT_EQ(ArticleStore(catalog).count(), 0);
  }
}

TEST_F(CatalogOpen, ManyProcessesMayCreateItAtOnce) {
  constexpr int kProcesses = 8;
  for (int round = 0; round < 5; ++round) {
    std::filesystem::remove(file());
    std::filesystem::remove(file().string() + "-wal");
    std::filesystem::remove(file().string() + "-shm");
    std::vector<pid_t> children;
    for (int i = 0; i < kProcesses; ++i) {
      const pid_t child = ::fork();
      ASSERT_GE(child, 0);
      if (child == 0) {
        try {
          Catalog catalog(file(), Catalog::Mode::Write);
          RunLog(catalog).start("ingest", i);
        } catch (...) {
          ::_exit(1);
        }
        ::_exit(0);
      }
      children.push_back(child);
    }
    for (const pid_t child : children) {
      int status = -1;
      ASSERT_EQ(::waitpid(child, &status, 0), child);
      EXPECT_EQ(status, 0);
    }
    Catalog catalog(file(), Catalog::Mode::Read);
    EXPECT_EQ(RunLog(catalog).recent(100).size(), static_cast<std::size_t>(kProcesses));
  }
}

class Migrations : public CatalogOpen {
 protected:
  static constexpr Migration kSteps[] = {
      {1, "0001_a.sql", "CREATE TABLE a (x INTEGER) STRICT;"},
      {2, "0002_b.sql", "CREATE TABLE b (x INTEGER) STRICT; INSERT INTO b SELECT x FROM a;"},
      {3, "0003_broken.sql", "INSERT INTO b VALUES (5); INSERT INTO nowhere VALUES (1);"},
  };
};

TEST_F(Migrations, ApplyOnlyWhatIsMissing) {
  Connection connection(file(), Connection::Mode::Write);
  const std::span all(kSteps);
  migrate(connection, all.first(1));
  connection.execute("INSERT INTO a VALUES (7)");
  migrate(connection, all.first(2));
  migrate(connection, all.first(2));
  EXPECT_EQ(connection.integer("SELECT sum(x) FROM b"), 7);
  EXPECT_EQ(connection.integer("PRAGMA user_version"), 2);
}

TEST_F(Migrations, FailedOneLeavesNothing) {
  Connection connection(file(), Connection::Mode::Write);
  const std::span all(kSteps);
  migrate(connection, all.first(2));
  EXPECT_THROW(migrate(connection, all), Error);
  EXPECT_FALSE(connection.in_transaction());
  EXPECT_EQ(connection.integer("PRAGMA user_version"), 2);
  EXPECT_EQ(connection.integer("SELECT count(*) FROM b"), 0);
}

TEST_F(Migrations, EmbeddedNumbersHaveNoGap) {
  int expected = 0;
  for (const Migration& migration : embedded_migrations()) EXPECT_EQ(migration.number, ++expected) << migration.name;
  EXPECT_GE(expected, 1);
}

}  // namespace
}  // namespace morgue::catalog
