// SPDX-License-Identifier: GPL-2.0-or-later
// An archive as it stood: what every search found after each run is found again, whatever came later.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "archive/ingest.h"
#include "archive/reader.h"
#include "archive/reindex.h"
#include "catalog/catalog.h"
#include "core/error.h"
#include "query/parser.h"
#include "tests/support/temp_dir.h"

namespace morgue::archive {
namespace {

class AsOfTest : public ::testing::Test {
 protected:
  void ingest(const std::string& dump) {
    IngestOptions options;
    options.intake.paths = {dir_.write("dump" + std::to_string(++runs_) + ".jsonl", dump).string()};
    options.command = "morgue ingest";
    IngestObserver observer;
    observer.rejected = [](const Reject&) {};
    observer.skipped = [](const Skipped&) {};
    observer.unreadable = [](const Unreadable&) {};
    observer.progress = [](const IngestProgress&) {};
    observer.stop_wanted = [] { return false; };
    archive::ingest(layout_, options, observer);
  }

  static std::string story(int key, const std::string& title, const std::string& text, const std::string& topic) {
    return R"({"id":")" + std::to_string(key) + R"(","title":")" + title + R"(","text":")" + text + R"(","topic":")" +
           topic + R"(","source":"desk)" + std::to_string(key % 2) + R"(","date":"2020-01-)" +
           std::to_string(10 + key % 15) + "\"}\n";
  }

  static AsOf run(std::int64_t number) {
    AsOf as_of;
    as_of.run = number;
    return as_of;
  }

  /// What a reader sees: matches, counts, texts and facets.
  static std::string seen(Reader& reader) {
    std::string out;
    for (const char* text : {"*", "fog", "rain -fog", "\"thick fog\"", "headline:storm", "topic:sea", "is:revised",
                             "changed:headline", "changed:topics", "words:>4", "date:2020-01-12..2020-01-20", "id:3"}) {
      const auto query = query::parse(text, {});
      out += std::string(text) + ":";
      for (const ArticleId id : reader.matches(query)) out += " " + std::to_string(id);
      out += " = " + std::to_string(reader.count(query)) + "\n";
    }
    const auto all = query::parse("*", {});
    reader.for_each(all, [&out](const StoredArticle& article) {
      out += std::to_string(article.id) + " " + std::to_string(article.revision) + " " + article.headline + "|" +
             article.body + "|" + article.topics.at(0) + "\n";
      return true;
    });
    for (const auto& [topic, count] : reader.facets(all, catalog::FacetField::Topic, 0)) {
      out += topic + " " + std::to_string(count) + "\n";
    }
    return out;
  }

  test::TempDir dir_;
  Layout layout_{dir_.path() / "archive"};
  int runs_ = 0;
};

TEST_F(AsOfTest, EveryRunIsFoundAgainAsItWas) {
  constexpr int kRuns = 12;
  const std::vector<std::string> words = {"fog", "rain", "thick fog", "sun", "snow"};
  std::mt19937 random(20261124);
  const auto pick = [&random](std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most)(random); };
  std::map<std::int64_t, std::string> then;
  for (int round = 1; round <= kRuns; ++round) {
    std::string dump;
    for (std::size_t i = 0; i < 6; ++i) {
      const std::string text = words[pick(4)] + " and " + words[pick(4)] + " on day " + std::to_string(pick(9));
      dump += story(static_cast<int>(pick(20)), pick(2) == 0 ? "Storm warning" : "Calm sea", text,
                    pick(1) == 0 ? "sea" : "land");
    }
    ingest(dump);
    Reader reader(layout_);
    then[round] = seen(reader);
  }
  const auto check = [&](const std::string& when) {
    for (const auto& [number, expected] : then) {
      Reader past(layout_, run(number));
      EXPECT_EQ(seen(past), expected) << "run " << number << when;
    }
  };
  check("");
  IndexOptions again;
  again.full = true;
  reindex(layout_, again, "morgue reindex --full");
  check(", after the whole index was built again");
}

TEST_F(AsOfTest, BeforeTheFirstRunThereWasNothing) {
  ingest(story(1, "Storm", "fog", "sea"));
  AsOf long_ago;
  long_ago.second = 0;
  Reader reader(layout_, long_ago);
  EXPECT_EQ(reader.count(query::parse("*", {})), 0);
  EXPECT_TRUE(reader.begins_later());
  EXPECT_FALSE(reader.find(1));
}

TEST_F(AsOfTest, ARunThatNeverWasIsAnError) {
  ingest(story(1, "Storm", "fog", "sea"));
  EXPECT_THROW(Reader(layout_, run(7)), Error);
}

TEST_F(AsOfTest, WhatIsWithheldTodayWasWithheldThen) {
  ingest(story(1, "Storm", "fog", "sea") + story(2, "Storm", "fog", "sea"));
  std::string withheld = story(2, "Storm", "fog", "sea");
  ingest(withheld.replace(withheld.rfind('}'), 1, R"(,"pubstatus":"withheld"})"));
  Reader past(layout_, run(1));
  EXPECT_EQ(past.matches(query::parse("fog", {})), (std::vector<ArticleId>{1}));
  EXPECT_FALSE(past.find(2));
}

}  // namespace
}  // namespace morgue::archive
