// SPDX-License-Identifier: GPL-2.0-or-later
// Archives that earlier versions wrote (fixtures/archives) open, are brought up to date, and are then no different from
// one that the present program makes of the same dumps. One from a later version is refused and left as it is.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace morgue::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> kept_versions() {
  std::vector<std::string> versions;
  for (const auto& entry : fs::directory_iterator(MORGUE_ARCHIVES)) {
    if (entry.is_directory()) versions.push_back(entry.path().filename().string());
  }
  std::ranges::sort(versions);
  return versions;
}

class OlderArchive : public ::testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    fs::create_directories(old_);
    shell("cd " + old_.string() + " && zstd -dc " + MORGUE_ARCHIVES + "/" + GetParam() +
          "/archive.tar.zst | tar -xf -");
  }

  void shell(const std::string& command) const {
    const Finished end = run({"bash", "-o", "pipefail", "-c", command}, dir_.path());
    ASSERT_EQ(end.exit_code, 0) << command << "\n" << end.err;
  }

  Finished morgue(const fs::path& where, const std::vector<std::string>& arguments) const {
    std::vector<std::string> all = {MORGUE_BINARY, "--archive", (where / "archive").string(), "-q"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return run(all, dir_.path());
  }

  /// All that a user can see, but when it was done.
  std::string contents(const fs::path& where) const {
    static const std::vector<std::vector<std::string>> kQuestions = {
        {"export", "*", "--to", "jsonl", "--revisions"},
        {"search", "*", "--sort", "oldest", "-n", "1000", "-o", "jsonl", "--body"},
        {"search", "ferry OR lamps", "-n", "1000", "-o", "jsonl"},
        {"count", "*"},
        {"count", "\"night ferry\""},
        {"count", "is:revised"},
        {"count", "strik* author:aldous"},
        {"count", "Hafen OR größe OR école"},
        {"count", "tagged:lamps note:forty"},
        {"count", "saved:ferries"},
        {"search", "changed:body", "-o", "ids"},
        {"facets", "source", "*"},
        {"facets", "author", "*"},
        {"timeline", "*", "--by", "year"},
        {"show", "23", "24", "--revisions", "-o", "json"},
        {"show", "26"},
        {"diff", "23"},
        {"tag"},
        {"note", "23"},
        {"saved", "list"},
        {"rejects", "--all", "-o", "json"},
        {"takedowns", "-o", "json"},
    };
    std::string all;
    for (const auto& question : kQuestions) {
      const Finished end = morgue(where, question);
      for (const auto& word : question) all += word + " ";
      all += "[" + std::to_string(end.exit_code) + "]\n" + end.out + end.err;
    }
    static const std::regex kMoment(R"re(("(made|ended|recorded)":"|recorded |since )[0-9TZ:-]+)re");
    return std::regex_replace(std::regex_replace(all, kMoment, "$1"), std::regex(dir_.path().string()), "");
  }

  static void expect_same(const std::string& found, const std::string& expected) {
    const auto [at, other] = std::ranges::mismatch(found, expected);
    const auto line = [](const std::string& all, auto where) {
      const auto begin = all.rfind('\n', static_cast<std::size_t>(where - all.begin()));
      return all.substr(begin == std::string::npos ? 0 : begin, 600);
    };
    EXPECT_TRUE(found == expected) << "found: " << line(found, at) << "\nexpected: " << line(expected, other);
  }

  std::string bytes(const fs::path& where) const {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(where / "archive")) {
      const std::string name = entry.path().filename().string();
      // Who looks has the log and its shared memory; who would write puts a name in the lock.
      const bool passing =
          name == "catalog.db-shm" || name == "lock" || (name == "catalog.db-wal" && entry.file_size() == 0);
      if (!entry.is_regular_file() || passing) continue;
      files[entry.path().lexically_relative(where).string()] = read_file(entry.path());
    }
    std::string all;
    for (const auto& [name, contents] : files) all += name + " " + std::to_string(contents.size()) + "\n" + contents;
    return all;
  }

  TempDir dir_;
  fs::path old_ = dir_.path() / "old";
};

TEST_P(OlderArchive, IsSoundAndEqualsAFreshOne) {
  const fs::path fresh = dir_.path() / "fresh";
  fs::create_directories(fresh);
  for (const char* dumps : {"dumps", "formats"}) fs::copy(old_ / dumps, fresh / dumps, fs::copy_options::recursive);
  shell("cd " + fresh.string() + " && " + MORGUE_ARCHIVES + "/make " + MORGUE_BINARY);
  // What brings an archive of another version up to date.
  const Finished reindex = morgue(old_, {"reindex"});
  ASSERT_EQ(reindex.exit_code, 0) << reindex.err;

  for (const char* how : {"as it was found", "built again"}) {
    SCOPED_TRACE(how);
    const Finished deep = morgue(old_, {"verify", "--deep"});
    EXPECT_EQ(deep.exit_code, 0) << deep.out << deep.err;
    const std::string found = contents(old_);
    ASSERT_GT(found.size(), 20'000U);
    expect_same(found, contents(fresh));
    for (const auto& where : {old_, fresh}) ASSERT_EQ(morgue(where, {"reindex", "--full"}).exit_code, 0);
  }
}

TEST_P(OlderArchive, KnowsItsDumps) {
  const std::string before = contents(old_);
  const std::string texts = before.substr(0, before.find("search * --sort"));
  const Finished again =
      morgue(old_, {"ingest", "-o", "json", (old_ / "dumps").string(), (old_ / "later.jsonl").string()});
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_NE(again.out.find(R"("added":0,"revised":0,)"), std::string::npos) << again.out;
  const std::string after = contents(old_);
  expect_same(after.substr(0, texts.size()), texts);
}

/// There was no version before 0.1.0, but there were catalogs before its last migration, which added tags and notes.
TEST_P(OlderArchive, BeforeTagsIsRefusedToReadersAndMigratedByWriters) {
  if (GetParam() != "0.1.0") GTEST_SKIP() << "made of the archive of 0.1.0";
  ASSERT_EQ(morgue(old_, {"tag", "23", "24", "--remove", "lamps", "--remove", "überprüft"}).exit_code, 0);
  ASSERT_EQ(morgue(old_, {"note", "23", "--remove"}).exit_code, 0);
  ASSERT_EQ(morgue(old_, {"reindex"}).exit_code, 0);
  const std::string expected = contents(old_);
  shell("sqlite3 " + (old_ / "archive/catalog.db").string() +
        " 'DROP TABLE article_tags; DROP TABLE tags; DROP TABLE notes; PRAGMA user_version = 8'");
  const std::string before = bytes(old_);
  const Finished reader = morgue(old_, {"count", "*"});
  EXPECT_EQ(reader.exit_code, 4);
  EXPECT_NE(reader.err.find("catalog version 8 is older"), std::string::npos) << reader.err;
  EXPECT_NE(reader.err.find("`morgue reindex`"), std::string::npos) << reader.err;
  EXPECT_TRUE(bytes(old_) == before);

  ASSERT_EQ(morgue(old_, {"reindex"}).exit_code, 0);
  const Finished deep = morgue(old_, {"verify", "--deep"});
  EXPECT_EQ(deep.exit_code, 0) << deep.out << deep.err;
  expect_same(contents(old_), expected);
  EXPECT_EQ(morgue(old_, {"tag", "23", "--add", "new"}).exit_code, 0);
}

TEST_P(OlderArchive, FromALaterVersionIsRefusedAndLeftAlone) {
  ASSERT_EQ(morgue(old_, {"reindex"}).exit_code, 0);
  shell("sqlite3 " + (old_ / "archive/catalog.db").string() + " 'PRAGMA user_version' | { read v; sqlite3 " +
        (old_ / "archive/catalog.db").string() + " \"PRAGMA user_version = $((v + 1))\"; }");
  const std::string before = bytes(old_);
  ASSERT_GT(before.size(), 100'000U);
  const std::string dump = (old_ / "later.jsonl").string();
  const std::vector<std::vector<std::string>> commands = {{"search", "*"},
                                                          {"count", "ferry"},
                                                          {"show", "1"},
                                                          {"export", "*", "--to", "jsonl"},
                                                          {"status"},
                                                          {"verify"},
                                                          {"verify", "--repair"},
                                                          {"ingest", dump},
                                                          {"reindex"},
                                                          {"reindex", "--full"},
                                                          {"compact"},
                                                          {"takedown", "1", "--yes", "--reason", "asked"},
                                                          {"tag", "1", "--add", "new"},
                                                          {"note", "1", "text"},
                                                          {"saved", "add", "x", "fog"},
                                                          {"backup", (dir_.path() / "copy").string()}};
  for (const auto& command : commands) {
    SCOPED_TRACE(command.front());
    const Finished end = morgue(old_, command);
    EXPECT_EQ(end.exit_code, 4) << end.err;
    EXPECT_NE(end.err.find("newer than this program"), std::string::npos) << end.err << end.out;
    EXPECT_NE(end.err.find("hint: "), std::string::npos) << end.err;
    EXPECT_TRUE(bytes(old_) == before);
  }
  EXPECT_FALSE(fs::exists(dir_.path() / "copy"));
}

INSTANTIATE_TEST_SUITE_P(Kept, OlderArchive, ::testing::ValuesIn(kept_versions()), [](const auto& version) {
  std::string name = version.param;
  std::ranges::replace_if(
      name, [](char c) { return c == '.' || c == '-'; }, '_');
  return name;
});

}  // namespace
}  // namespace morgue::test
