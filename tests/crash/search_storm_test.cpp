// SPDX-License-Identifier: GPL-2.0-or-later
// Thousands of searches while the program, as another process, builds the index anew, merges, takes articles down and
// shows them again: every search ends, and finds each article once, of a change all or nothing.
// MORGUE_STORM_SEARCHES asks for more than CI has time for.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "archive/layout.h"
#include "archive/reader.h"
#include "core/error.h"
#include "query/parser.h"
#include "tests/support/process.h"
#include "tests/support/tally.h"
#include "tests/support/temp_dir.h"

namespace morgue::test {
namespace {

constexpr int kSearches = 2000;
constexpr int kStable = 600;  ///< articles that stay from the beginning to the end
constexpr int kHidden = 20;   ///< withheld and shown, together
constexpr int kBatch = 40;    ///< that come with each ingest, together

std::string stories(int from, int to, const std::string& word) {
  static const std::vector<std::string> words = {"harbour", "ferry", "council", "strike", "grain", "storm"};
  std::string dump;
  for (int i = from; i < to; ++i) {
    std::string text = "fog " + word;
    for (int w = 0; w < 20; ++w) text += " " + words[static_cast<std::size_t>(i * 7 + w * w + i * w) % words.size()];
    const std::string number = std::to_string(i);
    dump += R"({"id":"k)" + number + R"(","title":"Story )" + number + R"(","text":")" + text + " number" + number +
            R"(","date":")" + std::to_string(1990 + i % 30) + "-05-0" + std::to_string(1 + i % 9) + "\"}\n";
  }
  return dump;
}

class SearchStormTest : public ::testing::Test {
 protected:
  Finished morgue(std::vector<std::string> arguments) const {
    std::vector<std::string> all = {MORGUE_BINARY, "--archive", layout_.root().string(), "-q"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return run(all, dir_.path());
  }
  void ingest(int from, int to, const std::string& word) const {
    const auto dump = dir_.write("dump" + std::to_string(from) + ".jsonl", stories(from, to, word));
    const auto end = morgue({"ingest", dump.string()});
    ASSERT_EQ(end.exit_code, 0) << end.err;
  }

  /// One search after the other, each with a snapshot of its own. Returns what was wrong.
  std::string search(std::atomic<int>& left) const {
    const auto everything = query::parse("fog", {});
    const auto stable = query::parse("stable", {});
    const auto hidden = query::parse("hidden", {});
    const auto coming = query::parse("coming", {});
    archive::SearchOptions options;
    options.limit = 100'000;
    options.only_ids = true;
    while (left-- > 0) {
      options.sort = left % 2 == 0 ? index::Sort::Newest : index::Sort::Relevance;
      try {
        archive::Reader reader(layout_);
        const auto found = reader.search(everything, options);
        std::vector<ArticleId> ids;
        for (const auto& hit : found.hits) ids.push_back(hit.article.id);
        std::ranges::sort(ids);
        if (std::ranges::adjacent_find(ids) != ids.end()) return "an article is found twice";
        if (found.total != static_cast<std::int64_t>(ids.size())) return "the total is not that of the hits";
        const auto kept = reader.count(stable);
        const auto withheld = reader.count(hidden);
        const auto come = reader.count(coming);
        if (kept != kStable) return std::to_string(kept) + " of the articles that stay";
        if (withheld != 0 && withheld != kHidden) return std::to_string(withheld) + " of a takedown";
        if (reader.withheld(hidden) + withheld != kHidden) return "withheld and shown are not all of them";
        if (come % kBatch != 0) return std::to_string(come) + " articles of batches";
        if (kept + withheld + come != found.total) return "the parts are not the whole";
      } catch (const Error& error) {
        return error.message();
      }
    }
    return {};
  }

  TempDir dir_;
  archive::Layout layout_{dir_.path() / "archive"};
};

TEST_F(SearchStormTest, NothingIsMissingOrDoubledWhateverWritersDo) {
  const char* asked = std::getenv("MORGUE_STORM_SEARCHES");  // NOLINT(concurrency-mt-unsafe)
  const int searches = asked != nullptr ? std::stoi(asked) : kSearches;
  ingest(0, kStable, "stable");
  ingest(kStable, kStable + kHidden, "hidden");
  std::atomic<int> left = searches;
  std::string wrong;
  std::thread searcher([&] { wrong = search(left); });

  int rounds = 0;
  Tally tally("searches in a storm of writers", "rounds");
  int next = kStable + kHidden;
  std::string failed;
  const auto must = [&](const std::vector<std::string>& arguments) {
    const auto end = morgue(arguments);
    if (end.exit_code == 0 || !failed.empty()) return;
    for (const std::string& argument : arguments) failed += argument + " ";
    failed += "ended with " + std::to_string(end.exit_code) + ": " + end.out + end.err;
  };
  for (; (left > 0 && failed.empty()) || rounds == 0; ++rounds) {
    must({"takedown", "hidden", "--reason", "a letter", "--yes"});
    ingest(next, next + kBatch, "coming");  // and merges
    next += kBatch;
    must({"reindex", "--full"});
    must({"takedown", "--undo", std::to_string(rounds * 2 + 1)});
    // A whole batch, for ever; searches that began before may hold it up, and a later command finishes it.
    std::vector<std::string> purge = {"takedown", "--purge", "--reason", "a letter"};
    for (int i = 0; i < kBatch; ++i) purge.push_back(std::to_string(next - kBatch + i + 1));
    must(purge);
    must({"compact"});
  }
  searcher.join();
  EXPECT_EQ(wrong, "");
  EXPECT_EQ(failed, "");
  tally.add(rounds);
  EXPECT_GE(rounds, 1);
  const auto sound = morgue({"verify"});
  EXPECT_EQ(sound.exit_code, 0) << sound.out;
  RecordProperty("rounds", rounds);
}

}  // namespace
}  // namespace morgue::test
