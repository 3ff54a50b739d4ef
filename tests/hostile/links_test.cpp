// SPDX-License-Identifier: GPL-2.0-or-later
// Links in an archive folder, in the place of each file that a command writes: what they lead to stays as it is, and
// the command does its work or says which name is a link.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace morgue::hostile {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirst =
    R"({"headline":"Last ferry sails","body":"The last ferry left the quay at dawn on Tuesday.","date":"2025-06-24"})"
    "\n";
constexpr std::string_view kSecond =
    R"({"headline":"A lantern is lit","body":"Quartz shone in its light.","date":"2025-06-25"})"
    "\n";

class Links : public ::testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    dir_.write("in/a.jsonl", kFirst);
    dir_.write("in/b.jsonl", kSecond);
    dir_.write("outside/file", "precious");
    dir_.write("outside/folder/seg-000001/postlist.glass", "precious");
    dir_.write("outside/folder/current", "precious");
    fs::create_directories(dir_.path() / "scratch");
    ASSERT_EQ(morgue("ingest in/a.jsonl").exit_code, 0);
    before_ = outside();
  }

  /// By way of a shell, so that commands may name the process that they become.
  test::Finished morgue(const std::string& arguments, const std::string& first = "true") {
    const std::string command =
        "cd '" + dir_.path().string() + "' && " + first + " && exec " MORGUE_BINARY " --archive archive " + arguments;
    return test::run({"/bin/sh", "-c", command}, dir_.path() / "scratch");
  }

  /// All that lies outside of the archive, with contents and modes.
  std::map<std::string, std::string> outside() const {
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(dir_.path() / "outside")) {
      struct stat status {};
      stat(entry.path().c_str(), &status);
      all[entry.path().string()] =
          std::to_string(status.st_mode) + (entry.is_regular_file() ? test::read_file(entry.path()) : "");
    }
    return all;
  }

  static bool folder_of_segment() { return GetParam().find("seg-") != std::string::npos; }
  fs::path archive() const { return dir_.path() / "archive"; }

  /// Puts the link there, and what was there out of the way.
  void link(const std::string& name, const fs::path& to) const {
    fs::remove_all(archive() / name);
    fs::create_directories((archive() / name).parent_path());
    fs::create_symlink(to, archive() / name);
  }

  void expect_unharmed(const test::Finished& end, const std::string& what) {
    EXPECT_EQ(outside(), before_) << what << " wrote outside of the archive; " << end.err;
    // 2: without a catalog there is no archive.
    EXPECT_TRUE(end.exit_code <= 2 || end.exit_code == 4 || end.exit_code == 5)
        << what << ": " << end.exit_code << end.err;
    if (end.exit_code < 4) return;
    // `verify` speaks of segments by number.
    const std::string said = end.err + end.out;
    const bool named = said.find(fs::path(GetParam()).filename().string()) != std::string::npos ||
                       (folder_of_segment() && said.find("segment 1") != std::string::npos);
    EXPECT_TRUE(named) << what << " names no file: " << said;
  }

  test::TempDir dir_;
  std::map<std::string, std::string> before_;
};

const std::vector<std::string> kCommands = {
    "ingest in/b.jsonl",
    "reindex --full",
    "reindex",
    "verify --repair",
    "verify --deep",
    "compact",
    "takedown 1 --reason Court",
    "takedown 1 --reason Court --purge",
    "saved add quay 'quay ferry'",
    "count ferry",
    "status",
};

/// No command writes through a link, whichever of them comes upon it first.
TEST_P(Links, AreNotWrittenThrough) {
  const bool folder = GetParam() == "index" || folder_of_segment();
  for (const std::string& command : kCommands) {
    for (const bool dangling : {false, true}) {
      fs::remove_all(archive());
      ASSERT_EQ(morgue("ingest in/a.jsonl").exit_code, 0);
      const fs::path there = dir_.path() / "outside" / (folder ? "folder" : "file");
      link(GetParam(), dangling ? dir_.path() / "outside" / "none" : there);
      expect_unharmed(morgue(command), command + (dangling ? ", dangling" : ""));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Names, Links,
                         ::testing::Values("catalog.db", "catalog.db-wal", "catalog.db-shm", "catalog.db-journal",
                                           "lock", "watch.lock", "index", "index/current", "index/seg-000001",
                                           "index/seg-000002"),
                         [](const auto& one) {
                           std::string name = one.param;
                           for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
                           return name;
                         });

using LinkInPlace = Links;

/// The stub is ours: a link in its place is replaced, not followed.
TEST_F(LinkInPlace, OfTheStubIsReplaced) {
  link("index/current", dir_.path() / "outside" / "file");
  const auto end = morgue("ingest in/b.jsonl");
  EXPECT_EQ(end.exit_code, 0) << end.err;
  EXPECT_EQ(outside(), before_);
  EXPECT_TRUE(fs::is_regular_file(fs::symlink_status(archive() / "index/current")));
  EXPECT_NE(test::read_file(archive() / "index/current").find("glass seg-"), std::string::npos);
}

/// Nor is one that lies where the new stub is written first.
TEST_F(LinkInPlace, OfATemporaryNameIsReplaced) {
  const auto end = morgue("ingest in/b.jsonl", "ln -s ../../outside/file archive/index/current.tmp$$");
  EXPECT_EQ(end.exit_code, 0) << end.err;
  EXPECT_EQ(outside(), before_);
  EXPECT_EQ(morgue("count quartz").out, "1\n");
}

TEST_F(LinkInPlace, OfTheLogIsRefusedByName) {
  link("catalog.db-wal", dir_.path() / "outside" / "file");
  const auto end = morgue("ingest in/b.jsonl");
  EXPECT_EQ(end.exit_code, 4);
  EXPECT_NE(end.err.find("catalog.db-wal: is a link"), std::string::npos) << end.err;
}

/// What an export replaces is what its own user named; beside it nothing is written through.
TEST_F(LinkInPlace, BesideAnExportIsReplaced) {
  const auto end =
      morgue("export ferry --to csv --output out.csv", "ln -s outside/file out.csv.tmp$$ && ls out.csv.tmp$$");
  EXPECT_EQ(end.exit_code, 0) << end.err;
  EXPECT_EQ(outside(), before_);
  EXPECT_NE(test::read_file(dir_.path() / "out.csv").find("Last ferry"), std::string::npos);
}

}  // namespace
}  // namespace morgue::hostile
