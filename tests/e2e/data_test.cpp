// SPDX-License-Identifier: GPL-2.0-or-later
// What an archive of real dumps must answer. The numbers were counted from the dumps by other programs.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace morgue::test {
namespace {

class DataTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(MORGUE_DATA)) GTEST_SKIP() << "no real dumps at " MORGUE_DATA;
  }

  static std::string data(const std::string& path) { return std::string(MORGUE_DATA) + "/" + path; }

  Finished morgue(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {MORGUE_BINARY, "--archive", (dir_.path() / "archive").string()});
    return run(arguments, dir_.path());
  }

  /// Ingests and returns the JSON summary.
  std::string ingest(const std::string& path, int expected_exit = 0) const {
    const auto done = morgue({"ingest", "-q", "-o", "json", path});
    EXPECT_EQ(done.exit_code, expected_exit) << done.err;
    return done.out;
  }

  long count(const std::string& query) const { return std::stol("0" + morgue({"count", query}).out); }

  static long number(const std::string& json, const std::string& name) {
    const auto at = json.find("\"" + name + "\":");
    return at == std::string::npos ? -1 : std::stol(json.substr(at + name.size() + 3));
  }

  /// Every segment is sound for Xapian's own checker, and the stub opens for its tools.
  void expect_sound_index() const {
    for (const auto& entry : std::filesystem::directory_iterator(dir_.path() / "archive" / "index")) {
      if (!entry.is_directory()) continue;
      const auto check = run({"xapian-check", entry.path().string()}, dir_.path());
      EXPECT_EQ(check.exit_code, 0) << check.out << check.err;
    }
    const auto delve = run({"xapian-delve", (dir_.path() / "archive" / "index" / "current").string()}, dir_.path());
    EXPECT_EQ(delve.exit_code, 0) << delve.err;
    EXPECT_EQ(delve.out.find("number of documents = 0\n"), std::string::npos) << delve.out;
  }

  TempDir dir_;
};

TEST_F(DataTest, Reuters21578) {
  const std::string summary = ingest(data("reuters21578"));
  EXPECT_EQ(number(summary, "records"), 21578) << summary;
  EXPECT_EQ(number(summary, "added"), 21578) << summary;
  EXPECT_EQ(number(summary, "rejected"), 0) << summary;
  const std::vector<std::pair<std::string, long>> expected = {
      {"*", 21578},           {"topic:=earn", 3987},   {"topic:=acq", 2448},       {"topic:=money-fx", 801},
      {"topic:=crude", 634},  {"topic:=grain", 628},   {"topic:=trade", 551},      {"topic:=interest", 513},
      {"date:1987-02", 229},  {"date:1987-03", 11544}, {"date:1987-04", 5661},     {"date:1987-06", 2552},
      {"date:1987-10", 1592}, {"date:none", 0},        {"\"interest rates\"", 479}};
  for (const auto& [query, matches] : expected) EXPECT_EQ(count(query), matches) << query;
  const long both = count("=oil =opec");
  EXPECT_GE(both, 138);
  EXPECT_LE(both, 144);
  const auto authors = morgue({"facets", "author", "*", "-n", "0", "-o", "json"});
  EXPECT_NE(authors.out.find("Rich Miller"), std::string::npos);
  expect_sound_index();
  const std::string again = ingest(data("reuters21578"));
  EXPECT_EQ(number(again, "unchanged"), 21578) << again;
}

TEST_F(DataTest, FangCovidGerman) {
  const std::string summary = ingest(data("jsonl/fang-covid-de.jsonl.zst"));
  EXPECT_EQ(number(summary, "records"), 24746) << summary;
  EXPECT_EQ(number(summary, "added"), 24676) << summary;
  EXPECT_EQ(number(summary, "revised") + number(summary, "duplicates"), 70) << summary;
  EXPECT_EQ(count("*"), 24676);
  EXPECT_EQ(count("date:none"), 0);
  EXPECT_EQ(count("date:2020..2021"), 24676);
  EXPECT_GT(count("uberschwemmung"), 0) << "typed without umlaut";
  EXPECT_EQ(count("uberschwemmung"), count("überschwemmung"));
}

TEST_F(DataTest, FakeNewsNetEnglish) {
  const std::string summary = ingest(data("jsonl/fakenewsnet-en.jsonl.zst"), 3);
  EXPECT_EQ(number(summary, "records"), 6445) << summary;
  EXPECT_EQ(number(summary, "added") + number(summary, "revised") + number(summary, "duplicates") +
                number(summary, "rejected"),
            6445)
      << summary;
  EXPECT_GE(count("date:none"), 2100) << "2,256 records have no date";
  for (const char* furniture : {"View All", "Min Read", "January", "Https", "Senior Editor"}) {
    EXPECT_EQ(count(std::string("author:=\"") + furniture + "\""), 0) << furniture;
  }
}

TEST_F(DataTest, CitizenNewsChinese) {
  const std::string summary = ingest(data("jsonl/hkcnews-zh-2016-2018.jsonl.zst"), 3);
  EXPECT_EQ(number(summary, "records"), 13711) << summary;
  EXPECT_EQ(number(summary, "rejected"), 44) << "records with neither title, body nor date";
  EXPECT_EQ(count("*"), 13667);
  EXPECT_EQ(count("date:none"), 221 - 44);
  EXPECT_EQ(count("\"陳曉\""), 6);
  EXPECT_EQ(count("\"林鄭\""), 2684) << "89 more have it in the address of a picture only";
}

TEST_F(DataTest, SmallerDumps) {
  EXPECT_EQ(number(ingest(data("jsonl/News_Category_Dataset_v3.json")), "records"), 9999);
  EXPECT_EQ(number(ingest(data("csv/isot/True.csv")), "records"), 989);
  EXPECT_EQ(number(ingest(data("csv/isot/Fake.csv")), "records"), 1413);
  EXPECT_EQ(number(ingest(data("txt/bbc")), "records"), 1313);
  EXPECT_EQ(number(ingest(data("txt/bbc-sport-tech.zip")), "records"), 912);
  EXPECT_EQ(number(ingest(data("json/fang-covid-raw")), "records"), 200);
  EXPECT_EQ(count("section:=politics"), 3361);
  EXPECT_EQ(count("date:none source:huffpost.com"), 0);
}

TEST_F(DataTest, SavedPage) {
  const std::string seed = data("../seed");
  if (!std::filesystem::exists(seed)) GTEST_SKIP() << "no saved page at " << seed;
  ingest(seed);
  EXPECT_EQ(count("headline:\"Trump says Putin called him to offer help with Iran\""), 1);
  EXPECT_EQ(count("author:=\"Kateryna Hodunova\""), 1);
  EXPECT_EQ(count("section:=\"News Feed\""), 1);
  EXPECT_EQ(count("date:2025-06-24"), 1);
  EXPECT_EQ(count("\"offer help with Iran\""), 1);
  for (const char* elsewhere : {"\"Annabelle Gordon\"", "\"2 min read\"", "\"Special Mentions list\"",
                                "\"ballistic missiles\"", "\"stolen data includes\""}) {
    EXPECT_EQ(count(elsewhere), 0) << elsewhere;
  }
}

}  // namespace
}  // namespace morgue::test
