// SPDX-License-Identifier: GPL-2.0-or-later
// Watched searches: what is new, changed and withdrawn, each once, whatever becomes of the deliveries.
#include "jobs/watch.h"

#include <gmock/gmock.h>

#include <array>
#include <map>
#include <random>
#include <stdexcept>

#include "catalog/saved_searches.h"
#include "core/error.h"
#include "tests/jobs/job_fixture.h"

namespace morgue::jobs {
namespace {

using archive::Change;
using archive::Withdrawal;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Told {
  ArticleId id;
  Change change;
  Withdrawal why = Withdrawal::None;
  bool operator==(const Told&) const = default;
};

void PrintTo(const Told& told, std::ostream* out) {
  *out << told.id << " change " << static_cast<int>(told.change) << " why " << static_cast<int>(told.why);
}

class WatchTest : public JobTest {
 protected:
  WatchTest() {
    write("in/README", "no dump");
    collect("folder", {"in"});
  }

  void save(const std::string& name, const std::string& query) {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Write);
    catalog::Transaction transaction(catalog, catalog::Transaction::Kind::Write);
    catalog::SavedSearch search;
    search.name = name;
    search.query = query;
    catalog::SavedSearchTable(catalog).add(search);
    transaction.commit();
  }

  static WatchOptions options() {
    WatchOptions options;
    options.wanted = [](const catalog::SavedSearch& search) { return search.watched; };
    options.today = Day{2026, 11, 30};
    options.command = "morgue watch";
    return options;
  }

  WatchStart start(const std::string& name) { return start_watching(layout_, name, {}, options()); }

  void store(const std::string& lines) {
    write("in/" + std::to_string(++files_) + ".jsonl", lines);
    run();
  }

  /// The entries of the only report; `end` is what becomes of it.
  std::vector<Told> report(Delivery::End end = Delivery::End::Delivered) { return report(options(), end); }
  std::vector<Told> report(const WatchOptions& options, Delivery::End end = Delivery::End::Delivered) {
    std::vector<Told> told;
    watch(layout_, options, [&](const archive::WatchReport& made, archive::Reader&) {
      number_ = made.number;
      for (const auto& entry : made.entries) told.push_back({entry.id, entry.change, entry.why});
      return Delivery{end, end == Delivery::End::Failed ? "no line" : ""};
    });
    return told;
  }

  catalog::SavedSearch saved(const std::string& name) {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Read);
    return *catalog::SavedSearchTable(catalog).find(name);
  }

  static std::string item(const std::string& id, const std::string& word, const std::string& more) {
    std::string line = story(id, word);
    return line.replace(line.rfind('}'), 1, more + "}");
  }

  int files_ = 0;
  std::int64_t number_ = 0;  ///< of the last report
};

TEST_F(WatchTest, ToldOnce) {
  store(story("1", "fog"));
  save("weather", "fog");
  const WatchStart first = start("weather");
  EXPECT_EQ(first.matches, 1);
  EXPECT_FALSE(first.was_watched);
  EXPECT_THAT(report(), IsEmpty()) << "what there was is not reported";
  store(story("2", "fog") + story("3", "rain"));
  EXPECT_THAT(report(), ElementsAre(Told{2, Change::New}));
  EXPECT_EQ(number_, 1);
  EXPECT_THAT(report(), IsEmpty());
  store(story("2", "fog") + story("3", "rain"));
  EXPECT_THAT(report(), IsEmpty()) << "read again, not changed";
  JobOptions full;
  full.full = true;
  run(full);
  EXPECT_THAT(report(), IsEmpty()) << "indexed again, not changed";
  EXPECT_TRUE(start("weather").was_watched);
}

TEST_F(WatchTest, ChangedNewAndGoneByRevision) {
  store(story("1", "fog") + story("2", "fog") + story("3", "rain"));
  save("weather", "fog");
  start("weather");
  store(story("1", "thick fog") + story("2", "sun") + story("3", "fog"));
  EXPECT_THAT(report(), ElementsAre(Told{3, Change::New}, Told{1, Change::Changed},
                                    Told{2, Change::Withdrawn, Withdrawal::Revised}));
  EXPECT_THAT(report(), IsEmpty());
}

TEST_F(WatchTest, CanceledAndWithheldByThePublisher) {
  store(story("1", "fog") + story("2", "fog"));
  save("weather", "fog");
  start("weather");
  store(item("1", "fog", R"(,"pubstatus":"canceled")") + item("2", "fog", R"(,"pubstatus":"withheld")"));
  EXPECT_THAT(report(), ElementsAre(Told{1, Change::Withdrawn, Withdrawal::Canceled},
                                    Told{2, Change::Withdrawn, Withdrawal::Withheld}));
  EXPECT_THAT(report(), IsEmpty());
}

TEST_F(WatchTest, WhatCouldNotBeDeliveredComesAgainUnderTheSameNumber) {
  save("weather", "fog");
  start("weather");
  store(story("1", "fog"));
  EXPECT_THAT(report(Delivery::End::Failed), ElementsAre(Told{1, Change::New}));
  EXPECT_EQ(saved("weather").failures, 1);
  EXPECT_EQ(saved("weather").problem, "no line");
  store(story("2", "fog"));
  EXPECT_THAT(report(Delivery::End::Kept), ElementsAre(Told{2, Change::New}, Told{1, Change::New}));
  EXPECT_THAT(report(), ElementsAre(Told{2, Change::New}, Told{1, Change::New}));
  EXPECT_EQ(number_, 1);
  EXPECT_EQ(saved("weather").failures, 0);
  EXPECT_THAT(report(), IsEmpty());
  store(story("3", "fog"));
  report();
  EXPECT_EQ(number_, 2);
}

TEST_F(WatchTest, EndedInTheMiddleOfADeliveryItComesAgain) {
  save("weather", "fog");
  start("weather");
  store(story("1", "fog"));
  EXPECT_THROW(
      watch(layout_, options(), [](const auto&, auto&) -> Delivery { throw std::runtime_error("the power is off"); }),
      std::runtime_error);
  EXPECT_THAT(report(), ElementsAre(Told{1, Change::New}));
  EXPECT_THAT(report(), IsEmpty());
}

TEST_F(WatchTest, RehearsalsAndAllFromTheStart) {
  store(story("1", "fog"));
  save("weather", "fog");
  start("weather");
  store(story("2", "fog"));
  WatchOptions rehearsal = options();
  rehearsal.dry_run = true;
  EXPECT_THAT(report(rehearsal), ElementsAre(Told{2, Change::New}));
  WatchOptions all = options();
  all.from_start = true;
  EXPECT_THAT(report(all), ElementsAre(Told{2, Change::New}, Told{1, Change::New}));
  EXPECT_THAT(report(), IsEmpty());
}

TEST_F(WatchTest, WhatLeavesByTheClockAloneIsNotWithdrawn) {
  store(story("1", "fog"));
  save("weather", "fog date:2020");
  start("weather");
  {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Write);
    catalog::Transaction transaction(catalog, catalog::Transaction::Kind::Write);
    catalog::SavedSearchTable(catalog).replace(saved("weather").id, "fog date:2021", "");
    transaction.commit();
  }
  EXPECT_THAT(report(), IsEmpty());
}

TEST_F(WatchTest, ABrokenSearchDoesNotStopTheOthers) {
  save("a", "saved:lost");
  save("weather", "fog");
  {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Write);
    catalog::Transaction transaction(catalog, catalog::Transaction::Kind::Write);
    catalog::SavedSearchTable(catalog).watch(catalog::SavedSearchTable(catalog).find("a")->id, "");
    transaction.commit();
  }
  start("weather");
  store(story("1", "fog"));
  EXPECT_THAT(report(), ElementsAre(Told{1, Change::New}));
  EXPECT_EQ(saved("a").failures, 1);
}

/// Many rounds of changes, with deliveries that fail at random: what the reports add up to is what matches.
TEST_F(WatchTest, ReportsAddUpToTheMatches) {
  constexpr int kRounds = 40;
  constexpr int kArticles = 12;
  const std::array<std::string, 3> words = {"fog", "rain", "thick fog"};
  std::mt19937 random(20261130);
  const auto pick = [&random](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
  save("weather", "fog");
  start("weather");
  std::map<int, std::string> texts;    // by the number in the key, as stored
  std::map<int, ArticleId> ids;        // the archive gives them in the order of arrival
  std::map<ArticleId, bool> reported;  // as the reader of the reports knows it
  for (int round = 0; round < kRounds; ++round) {
    std::string lines;
    for (int i = pick(3); i >= 0; --i) {
      const int key = pick(kArticles);
      // Each text is another one: an earlier text that comes back is no revision.
      const std::string word = words[static_cast<std::size_t>(pick(2))];
      texts[key] = word;
      lines += story(std::to_string(key), word + " in round " + std::to_string(round) + "." + std::to_string(i));
      if (!ids.contains(key)) ids.emplace(key, static_cast<ArticleId>(ids.size() + 1));
    }
    store(lines);
    const bool fails = pick(2) == 0;
    const auto told = report(fails ? Delivery::End::Failed : Delivery::End::Delivered);
    if (fails) continue;
    for (const Told& one : told) {
      ASSERT_EQ(one.change != Change::New, reported[one.id]) << "round " << round << ", article " << one.id;
      reported[one.id] = one.change != Change::Withdrawn;
    }
    for (const auto& [key, word] : texts) {
      ASSERT_EQ(reported[ids[key]], word.ends_with("fog")) << "round " << round << ", article " << ids[key];
    }
  }
}

}  // namespace
}  // namespace morgue::jobs
