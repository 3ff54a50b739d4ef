// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <fstream>
#include <map>
#include <mutex>

#include "archive/ingest.h"
#include "browse/count_engine.h"
#include "browse/exporter.h"
#include "browse/facet_columns.h"
#include "browse/search_engine.h"
#include "browse/worker.h"
#include "query/message.h"
#include "tests/support/temp_dir.h"

namespace morgue::browse {
namespace {

using testing::ElementsAre;

constexpr const char* kStories =
    R"({"id":"1","title":"Night ferry","text":"The ferry sails.","topic":"sea","date":"2024-01-05","author":"Jane Doe"}
{"id":"2","title":"Storm","text":"No ferry today.","topic":"weather","date":"2024-01-06","author":"Jane Doe"}
{"id":"3","title":"Budget","text":"Taxes rise.","topic":"money","date":"2024-03-01","author":"Tom Roe"}
)";

class EngineTest : public ::testing::Test {
 protected:
  void SetUp() override {
    archive::IngestOptions options;
    options.intake.paths = {dir_.write("dump.jsonl", kStories).string()};
    options.command = "morgue ingest";
    archive::IngestObserver observer;
    observer.rejected = [](const Reject&) {};
    observer.skipped = [](const archive::Skipped&) {};
    observer.unreadable = [](const archive::Unreadable&) {};
    observer.progress = [](const archive::IngestProgress&) {};
    observer.stop_wanted = [] { return false; };
    archive::ingest(layout_, options, observer);
  }

  Access access() {
    return {[this] {
              ++opened_;
              return std::make_unique<archive::Reader>(layout_);
            },
            [] {
              return query::ParseOptions{Day{2024, 6, 1}};
            }};
  }
  Emit emit() {
    return [this](Answer answer) { answers_.push_back(std::move(answer)); };
  }
  template <typename Kind>
  const Kind& last() {
    return std::get<Kind>(answers_.back());
  }
  static bool never() { return false; }
  static Wanted wanted(std::uint64_t number, const std::string& text, bool typing = false) {
    Wanted out;
    out.number = number;
    out.question.text = text;
    out.question.typing = typing;
    return out;
  }

  test::TempDir dir_;
  archive::Layout layout_{dir_.path() / "archive"};
  std::vector<Answer> answers_;
  int opened_ = 0;
};

TEST_F(EngineTest, FindsHitsAndTheirArticle) {
  SearchEngine engine(access());
  Wanted question = wanted(1, "ferry");
  engine.serve(question, emit(), never);
  ASSERT_EQ(last<Found>().total, 2);
  EXPECT_EQ(last<Found>().hits.size(), 2U);
  question.article = last<Found>().hits[0].id;
  engine.serve(question, emit(), never);
  ASSERT_EQ(answers_.size(), 2U);  // the question is not answered again
  EXPECT_TRUE(last<Read>().there);
  EXPECT_FALSE(last<Read>().body.marks.empty());
  EXPECT_EQ(opened_, 1);
}

TEST_F(EngineTest, TakesNothingForEverything) {
  SearchEngine engine(access());
  engine.serve(wanted(1, " "), emit(), never);
  EXPECT_EQ(last<Found>().total, 3);
}

TEST_F(EngineTest, LetsAnUnfinishedWordGoOnOnlyWhileItIsTyped) {
  SearchEngine engine(access());
  engine.serve(wanted(1, "ferr", true), emit(), never);
  EXPECT_EQ(last<Found>().total, 2);
  EXPECT_EQ(last<Found>().unfinished, "ferr*");
  engine.serve(wanted(2, "ferr", false), emit(), never);
  EXPECT_EQ(last<Found>().total, 0);
  EXPECT_EQ(last<Found>().unfinished, "");
  engine.serve(wanted(3, "ferry", true), emit(), never);
  EXPECT_EQ(last<Found>().unfinished, "");
}

TEST_F(EngineTest, GoesOnWithTheLastResultsAfterAWrongQuery) {
  SearchEngine engine(access());
  engine.serve(wanted(1, "ferry"), emit(), never);
  EXPECT_THROW(engine.serve(wanted(2, "autor:x"), emit(), never), query::QueryError);
  Wanted again = wanted(1, "ferry");
  again.article = std::get<Found>(answers_[0]).hits[0].id;
  engine.serve(again, emit(), never);
  ASSERT_EQ(answers_.size(), 2U);
  EXPECT_TRUE(last<Read>().there);
}

TEST_F(EngineTest, Narrows) {
  SearchEngine engine(access());
  Wanted question = wanted(1, "ferry");
  question.question.narrowings = {{Facet::Topic, "sea"}};
  engine.serve(question, emit(), never);
  EXPECT_EQ(last<Found>().total, 1);
  question.number = 2;
  question.question.narrowings = {{Facet::Author, "Jane Doe"}};
  engine.serve(question, emit(), never);
  EXPECT_EQ(last<Found>().total, 2);
  question.number = 3;
  question.question.narrowings = {narrowing_of(period_of(Day{2024, 3, 1}, PeriodUnit::Month), PeriodUnit::Month)};
  question.question.text = "*";
  engine.serve(question, emit(), never);
  EXPECT_EQ(last<Found>().total, 1);
}

TEST_F(EngineTest, CountsWhatIsOnTheScreenAndNothingTwice) {
  SearchEngine search(access());
  search.serve(wanted(1, "ferry"), emit(), never);
  Wanted question = wanted(1, "ferry");
  question.query = last<Found>().query;
  answers_.clear();
  CountEngine engine(access());
  engine.serve(question, emit(), never);
  EXPECT_TRUE(answers_.empty());
  question.spread = true;
  engine.serve(question, emit(), never);
  ASSERT_EQ(answers_.size(), 1U);
  std::int64_t hits = 0;
  for (const auto& row : last<Spread>().rows) hits += row.hits;
  EXPECT_EQ(hits, 2);
  question.facets = true;
  engine.serve(question, emit(), never);
  EXPECT_EQ(answers_.size(), 4U);
  for (const Answer& answer : answers_) {
    const auto* counts = std::get_if<Counts>(&answer);
    if (counts == nullptr || counts->facet != Facet::Author) continue;
    EXPECT_THAT(counts->values, ElementsAre(std::pair<std::string, std::int64_t>("Jane Doe", 2)));
  }
}

TEST_F(EngineTest, LeavesOffCountingWhenSomethingNewerIsWanted) {
  Wanted question = wanted(1, "*");
  question.query = std::make_shared<query::Node>();
  question.spread = question.facets = true;
  CountEngine engine(access());
  engine.serve(question, emit(), [this] { return !answers_.empty(); });
  EXPECT_EQ(answers_.size(), 1U);
  engine.serve(question, emit(), never);
  EXPECT_EQ(answers_.size(), 4U);
}

TEST_F(EngineTest, ExportsInFullOrNotAtAll) {
  std::mutex mutex;
  std::condition_variable done;
  std::vector<Exported> results;
  const MakeWriter writer_of = [](const std::string& format, const query::Node&) {
    return render::export_writer(format, {});
  };
  Exporter exporter(access(), writer_of, [&](Answer answer) {
    const std::lock_guard lock(mutex);
    results.push_back(std::get<Exported>(answer));
    done.notify_all();
  });
  const auto order = [&](const std::string& name, bool replace) {
    const std::size_t before = results.size();
    while (!exporter.start({std::make_shared<query::Node>(), (dir_.path() / name).string(), replace})) {
    }
    std::unique_lock lock(mutex);
    done.wait(lock, [&] { return results.size() > before; });
    return results.back();
  };
  EXPECT_TRUE(order("all.jsonl", false).done);
  std::ifstream in(dir_.path() / "all.jsonl");
  EXPECT_EQ(std::count(std::istreambuf_iterator<char>(in), {}, '\n'), 3);
  EXPECT_TRUE(order("all.jsonl", false).exists);
  EXPECT_TRUE(order("all.jsonl", true).done);
  EXPECT_FALSE(order("no/such/folder/all.csv", false).done);
}

/// Blocks in its first wish until it is let go.
class SlowEngine : public Engine {
 public:
  void serve(const Wanted& wanted, const Emit& emit, const std::function<bool()>& /*superseded*/) override {
    std::unique_lock lock(mutex_);
    started_ = true;
    changed_.notify_all();
    changed_.wait(lock, [this] { return free_; });
    if (wanted.question.text == "throw") throw std::runtime_error("oh");
    emit(Page{wanted.number, 0, {}});
  }
  void rest() override {}
  void wait_for_start() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return started_; });
  }
  void let_go() {
    const std::lock_guard lock(mutex_);
    free_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool started_ = false;
  bool free_ = false;
};

TEST(WorkerTest, AnswersTheLatestWishOnlyAndSurvivesWhatIsThrown) {
  SlowEngine engine;
  std::mutex mutex;
  std::condition_variable arrived;
  std::vector<Answer> answers;
  Worker worker(engine, [&](Answer answer) {
    const std::lock_guard lock(mutex);
    answers.push_back(std::move(answer));
    arrived.notify_all();
  });
  const auto want = [&](std::uint64_t number, const char* text) {
    Wanted wanted;
    wanted.number = number;
    wanted.question.text = text;
    worker.want(wanted);
  };
  const auto wait_for = [&](std::size_t count) {
    std::unique_lock lock(mutex);
    arrived.wait(lock, [&] { return answers.size() >= count; });
  };
  want(1, "a");
  engine.wait_for_start();
  want(2, "b");
  want(3, "c");
  engine.let_go();
  wait_for(2);
  EXPECT_EQ(std::get<Page>(answers[0]).number, 1U);
  EXPECT_EQ(std::get<Page>(answers[1]).number, 3U);
  want(4, "throw");
  wait_for(3);
  EXPECT_EQ(std::get<Failed>(answers[2]).number, 4U);
  want(5, "d");
  wait_for(4);
  EXPECT_EQ(std::get<Page>(answers[3]).number, 5U);
}

}  // namespace
}  // namespace morgue::browse
