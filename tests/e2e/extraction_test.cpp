// SPDX-License-Identifier: GPL-2.0-or-later
// How well articles are cut out of real pages, by the scores of a program that is not ours.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace morgue::test {
namespace {

namespace fs = std::filesystem;

const fs::path kData = MORGUE_DATA;
const fs::path kScorer = fs::path(MORGUE_DATA) / "../tools/score_extraction.py";

struct Measure {
  const char* name;
  double least;  ///< a little below what was reached when this was written
};

struct Set {
  const char* name;
  const char* folder;
  std::vector<Measure> measures;
};

class Extraction : public testing::TestWithParam<Set> {};

double value_of(const std::string& json, const std::string& name) {
  const auto at = json.find("\"" + name + "\": ");
  return at == std::string::npos ? -1 : std::stod(json.substr(at + name.size() + 4));
}

TEST_P(Extraction, KeepsItsScores) {
  const Set& set = GetParam();
  const fs::path pages = kData / "html" / set.folder;
  if (!fs::exists(pages) || !fs::exists(kScorer)) GTEST_SKIP() << "no pages or no scorer below " << kData;
  const TempDir folder;
  const Finished extracted = run({MORGUE_BINARY, "extract", pages.string()}, folder.path());
  const fs::path predictions = folder.write("predictions.jsonl", extracted.out);
  const Finished scored = run({"python3", kScorer.string(), "--data", (kData / "html").string(), "--set", set.name,
                               "--predictions", predictions.string(), "--json"},
                              folder.path());
  if (scored.exit_code == 127) GTEST_SKIP() << "no python3";
  ASSERT_EQ(scored.exit_code, 0) << scored.err;
  for (const Measure& measure : set.measures) {
    EXPECT_GE(value_of(scored.out, measure.name), measure.least) << measure.name << "\n" << scored.out;
  }
}

const Set kSets[] = {
    {"benchmark", "article-extraction-benchmark", {{"body_f1", 0.975}}},
    {"fundus",
     "fundus",
     {{"body_f1", 0.96}, {"headline", 0.9}, {"date", 0.98}, {"authors_exact", 0.89}, {"topics_f1", 0.85}}},
    {"trafilatura",
     "trafilatura",
     {{"date", 0.88}, {"authors_f1", 0.79}, {"passages_kept", 0.965}, {"passages_left_out", 0.945}}},
    {"readability", "readability", {{"body_f1", 0.915}}},
};

INSTANTIATE_TEST_SUITE_P(Sets, Extraction, testing::ValuesIn(kSets),
                         [](const auto& set) { return std::string(set.param.name); });

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string between(const std::string& line, const std::string& from, const std::string& to) {
  const auto begin = line.find(from);
  if (begin == std::string::npos) return {};
  const auto end = line.find(to, begin + from.size());
  return line.substr(begin + from.size(), end - begin - from.size());
}

/// The same page gives the same article, whether it was crawled or saved: all but what an address adds.
TEST(Crawls, GiveTheArticlesOfTheSamePagesSaved) {
  const fs::path crawl = kData / "warc/derived";
  if (!fs::exists(crawl)) GTEST_SKIP() << "no crawl at " << crawl;
  const TempDir folder;
  const auto crawled = lines_of(run({MORGUE_BINARY, "extract", crawl.string()}, folder.path()).out);
  EXPECT_EQ(crawled.size(), 50U);
  std::vector<std::string> saved_bodies;
  for (const auto& line :
       lines_of(run({MORGUE_BINARY, "extract", (kData / "html/fundus").string()}, folder.path()).out)) {
    saved_bodies.push_back(between(line, "\"body\":\"", "\",\"authors\":"));
  }
  for (const std::string& line : crawled) {
    const std::string body = between(line, "\"body\":\"", "\",\"authors\":");
    EXPECT_NE(std::find(saved_bodies.begin(), saved_bodies.end(), body), saved_bodies.end()) << line.substr(0, 200);
  }
}

/// Broken on purpose, most of them: each file ends, and says of every record what became of it.
TEST(Crawls, BrokenOnesEndWithCountsThatAddUp) {
  const fs::path crawls = kData / "warc/warcio";
  if (!fs::exists(crawls)) GTEST_SKIP() << "no crawls at " << crawls;
  for (const auto& file : fs::directory_iterator(crawls)) {
    const TempDir folder;
    const Finished done = run({MORGUE_BINARY, "--archive", (folder.path() / "archive").string(), "ingest", "-q", "-o",
                               "json", "--format", "warc", file.path().string()},
                              folder.path());
    EXPECT_TRUE(done.exit_code == 0 || done.exit_code == 2 || done.exit_code == 3) << file.path() << done.err;
    const auto number = [&](const std::string& name) {
      return std::stol("0" + between(done.out, "\"" + name + "\":", ","));
    };
    EXPECT_EQ(number("records"),
              number("added") + number("revised") + number("unchanged") + number("duplicates") + number("rejected"))
        << file.path() << done.out;
  }
}

}  // namespace
}  // namespace morgue::test
