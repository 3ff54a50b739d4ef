// SPDX-License-Identifier: GPL-2.0-or-later
// Names of members of zip and tar that mean to leave the folder, to forge lines, or to reach the terminal: they make no
// file anywhere, and no output has a byte of theirs that could be taken for anything but a name.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "tests/io/packing.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace morgue::hostile {
namespace {

namespace fs = std::filesystem;

/// Stands for a byte that libarchive does not write into a name.
constexpr std::string_view kNul = "nul@";

std::vector<std::string> evil_names(const fs::path& root) {
  return {"../../escaped.jsonl",
          (root / "escaped-absolute.jsonl").string(),
          "a/../../../escaped-between.jsonl",
          "..\\..\\escaped-backslash.jsonl",
          "C:\\escaped-drive.jsonl",
          "\\\\host\\share\\escaped.jsonl",
          std::string(kNul) + "/../../escaped-nul-" + std::string(120, 'n') + ".jsonl",
          "red\x1B[31m\x1B]0;title\x07.jsonl",
          "line\nmorgue: forged\r.jsonl",
          "bidi\xE2\x80\xAEgnitset\xE2\x81\xA6.jsonl",
          "c1\xC2\x9B"
          "31m.jsonl",
          "bad\xFF\xFE.jsonl",
          "$(touch escaped-shell).jsonl",
          "`touch escaped-ticks`.jsonl",
          "'; touch escaped-quote; '.jsonl",
          "--output=escaped-option.jsonl",
          std::string(300, 'n') + ".jsonl",
          std::string(3000, 'l') + "/" + std::string(3000, 'm') + ".jsonl"};
}

test::Members members(const fs::path& root) {
  test::Members all;
  int number = 0;
  for (const std::string& name : evil_names(root)) {
    const std::string n = std::to_string(++number);
    all.emplace_back(name, R"({"headline":"Member )" + n + R"(","body":"Words of member number )" + n +
                               "\"}\n{\"headline\":\"Broken\n");
  }
  return all;
}

std::string with_nuls(std::string bytes) {
  for (std::size_t at = bytes.find(kNul); at != std::string::npos; at = bytes.find(kNul, at)) {
    bytes[at + kNul.size() - 1] = '\0';
  }
  return bytes;
}

/// What a terminal would take for more than text, or a reader for another line; empty: nothing.
std::string unsafe_in(const std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::string two = text.substr(i, 2);
    const std::string three = text.substr(i, 3);
    const bool control =
        (byte < 0x20 && byte != '\n') || byte == 0x7F || (two[0] == '\xC2' && two >= "\xC2\x80" && two < "\xC2\xA0");
    const bool bidi =
        (three >= "\xE2\x80\xAA" && three <= "\xE2\x80\xAE") || (three >= "\xE2\x81\xA6" && three <= "\xE2\x81\xA9");
    if (control || bidi) return "byte " + std::to_string(i) + " of: " + text.substr(i < 60 ? 0 : i - 60, 120);
  }
  return {};
}

class MemberNames : public ::testing::Test {
 protected:
  test::Finished morgue(std::vector<std::string> arguments) {
    fs::create_directories(dir_.path() / "scratch");
    arguments.insert(arguments.begin(), {MORGUE_BINARY, "--archive", (dir_.path() / "archive").string()});
    const auto end = test::run(arguments, dir_.path() / "scratch");
    EXPECT_EQ(unsafe_in(end.out), "") << arguments[3];
    EXPECT_EQ(unsafe_in(end.err), "") << arguments[3];
    // A cell of CSV may have lines, in quotation marks.
    const bool cells = arguments.back() == "csv" || arguments.back() == "tsv";
    EXPECT_TRUE(cells || end.out.find("\nmorgue: forged") == std::string::npos) << arguments[3];
    EXPECT_EQ(end.err.find("\nmorgue: forged"), std::string::npos) << arguments[3];
    return end;
  }

  /// Paths outside of the archive.
  std::set<std::string> others() const {
    std::set<std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(dir_.path())) {
      const std::string path = fs::relative(entry.path(), dir_.path()).string();
      if (!path.starts_with("archive") && !path.starts_with("scratch")) all.insert(path);
    }
    return all;
  }

  static std::set<std::string> escaped_near(const fs::path& folder) {
    std::set<std::string> all;
    for (const auto& entry : fs::directory_iterator(folder)) {
      const std::string name = entry.path().filename().string();
      if (name.find("escaped") != std::string::npos) all.insert(entry.path().string());
    }
    return all;
  }

  void check(const std::string& file, const std::string& bytes, std::size_t articles) {
    const fs::path dump = dir_.write("in/" + file, bytes);
    const auto before = others();
    const auto near = escaped_near(dir_.path().parent_path());
    const auto here = escaped_near(fs::current_path());
    const auto end = morgue({"ingest", dump.string()});
    EXPECT_TRUE(end.exit_code == 2 || end.exit_code == 3) << end.exit_code << end.err;
    EXPECT_EQ(morgue({"count", "headline:member"}).out, std::to_string(articles) + "\n") << end.err;
    morgue({"extract", dump.string()});
    morgue({"rejects"});
    for (const char* as : {"json", "csv", "tsv"}) morgue({"rejects", "-o", as});
    for (const char* as : {"text", "json", "jsonl", "csv"}) {
      morgue({"search", "member", "-n", "100", "--fields", "id,headline,dump,record", "-o", as});
    }
    morgue({"show", "1", "2", "3", "8", "9", "10", "11", "12"});
    morgue({"status"});
    morgue({"verify"});
    EXPECT_EQ(others(), before);
    EXPECT_EQ(escaped_near(dir_.path().parent_path()), near);
    EXPECT_EQ(escaped_near(fs::current_path()), here);
    EXPECT_EQ(escaped_near("/"), std::set<std::string>());
  }

  test::TempDir dir_;
};

TEST_F(MemberNames, InTar) {
  // The form that keeps any name, however long.
  // One is hidden, as its name begins with a dot; two are left out with a message: a name that is too long, and a NUL
  // that makes the checksum of a header wrong.
  const std::size_t articles = evil_names(dir_.path()).size() - 3;
  check("evil.tar",
        with_nuls(test::pack(archive_write_set_format_pax, archive_write_add_filter_none, members(dir_.path()))),
        articles);
}

TEST_F(MemberNames, InZip) {
  // Backslashes are slashes in a zip, so that none is hidden.
  check("evil.zip", with_nuls(test::zip(members(dir_.path()))), evil_names(dir_.path()).size() - 1);
}

/// Lines about members whose names are as long as can be stay lines.
TEST_F(MemberNames, TooLongAreSaidSo) {
  const std::string name = std::string(5000, 'x') + ".jsonl";
  const fs::path dump =
      dir_.write("in/long.tar", test::pack(archive_write_set_format_pax, archive_write_add_filter_none,
                                           {{name, "{\"headline\":\"Member\",\"body\":\"Words\"}\n"},
                                            {"short.jsonl", "{\"headline\":\"Other\",\"body\":\"Words\"}\n"}}));
  const auto end = morgue({"ingest", dump.string()});
  EXPECT_EQ(end.exit_code, 2);
  EXPECT_NE(end.err.find("member name is longer than"), std::string::npos) << end.err;
  EXPECT_EQ(morgue({"count", "*"}).out, "1\n");
}

/// libarchive looks for the next sound header without a word.
TEST_F(MemberNames, OfADamagedHeaderIsMissed) {
  const std::string record = R"({"headline":"Member","body":"Words"})";
  std::string tar =
      test::tar({{"first.jsonl", record}, {"second.jsonl", record + " "}, {"third.jsonl", record + "\n"}});
  tar[tar.find("second.jsonl")] = 'S';
  const auto end = morgue({"ingest", dir_.write("in/damaged.tar", tar).string()});
  EXPECT_EQ(end.exit_code, 2);
  EXPECT_NE(end.err.find("a member is left out, as its header is damaged"), std::string::npos) << end.err;
  EXPECT_EQ(end.err.find("header is damaged"), end.err.rfind("header is damaged")) << "once";
  EXPECT_NE(end.err.find("2 records"), std::string::npos) << end.err;
}

}  // namespace
}  // namespace morgue::hostile
