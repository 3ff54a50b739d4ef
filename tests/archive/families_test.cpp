// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/families.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "catalog/article_store.h"
#include "catalog/run_log.h"
#include "core/error.h"
#include "tests/support/temp_dir.h"

namespace morgue::archive {
namespace {

using testing::ElementsAre;
using Clusters = std::vector<std::optional<std::int64_t>>;

constexpr std::nullopt_t kAlone = std::nullopt;

const std::string kQuay =
    "The harbour board of Kelmouth voted on Tuesday to close the eastern quay for repairs that engineers expect to "
    "last "
    "until the end of next spring. Ferries to the outer islands will leave from the fish market instead, the board "
    "said, "
    "and lorries must use the old customs road past the brewery.";

const std::string kStorm =
    "A storm that crossed the northern counties overnight left a dozen villages without power and many roads blocked "
    "by "
    "fallen trees, the grid company said on Tuesday. Crews from three districts were working to restore the lines, and "
    "schools in the valley stayed closed for the day.";

class FamiliesTest : public ::testing::Test {
 protected:
  ArticleId put(const std::string& key, const std::string& body, const std::string& headline = "Quay closed by board") {
    Article article;
    article.key = key;
    article.headline = headline;
    article.body = body;
    article.source = "Kelmouth Post";
    article.dump = "a.jsonl";
    article.record = 1;
    catalog::Transaction transaction(catalog_, catalog::Transaction::Kind::Write);
    const auto [outcome, id] = store_.put(article, run_);
    if (outcome == catalog::Outcome::Added) families_.added(id, article, sketch(article));
    if (outcome == catalog::Outcome::Revised) families_.revised(id, article, sketch(article));
    transaction.commit();
    return id;
  }

  text::Sketch sketch(const Article& article) {
    fingerprinter_.read(article.headline, article.body);
    return fingerprinter_.sketch();
  }

  Clusters clusters() {
    Clusters all;
    for (ArticleId id = 1; id <= store_.count(); ++id) all.push_back(store_.find(id)->cluster);
    return all;
  }

  test::TempDir dir_;
  catalog::Catalog catalog_{dir_.path() / "catalog.db", catalog::Catalog::Mode::Write};
  catalog::ArticleStore store_{catalog_};
  catalog::RunLog runs_{catalog_};
  std::int64_t run_ = runs_.start("test", 1000);
  text::Fingerprinter fingerprinter_;
  Families families_{catalog_};
};

TEST_F(FamiliesTest, NewcomersJoinTheFirst) {
  put("1", kQuay);
  put("2", kStorm, "Storm cuts power in villages");
  put("3", "KELMOUTH (Northwire) - " + kQuay);
  put("4", kQuay + " Nobody objected.");
  EXPECT_THAT(clusters(), ElementsAre(kAlone, kAlone, 1, 1));
}

TEST_F(FamiliesTest, ARevisionMayJoinAndLeave) {
  put("1", kQuay);
  put("2", kStorm);
  put("2", kQuay + " Nobody objected.");
  EXPECT_THAT(clusters(), ElementsAre(kAlone, 1));
  put("2", kStorm + " Nobody was hurt.");
  EXPECT_THAT(clusters(), ElementsAre(kAlone, kAlone));
  put("3", kQuay + " Somebody objected.");
  EXPECT_THAT(clusters(), ElementsAre(kAlone, kAlone, 1)) << "not found by the text it no longer has";
}

TEST_F(FamiliesTest, AFounderStaysWithItsFamily) {
  put("1", kStorm, "Storm cuts power in villages");
  put("2", kQuay);
  put("3", kQuay + " Nobody objected.");
  put("2", kStorm, "Storm cuts power in villages");
  EXPECT_THAT(clusters(), ElementsAre(kAlone, kAlone, 2));
  put("4", kQuay);
  EXPECT_THAT(clusters(), ElementsAre(kAlone, kAlone, 2, 2)) << "a member leads to the family as well as its founder";
}

TEST_F(FamiliesTest, EmptyAndShortTexts) {
  put("1", "", "No body");
  put("2", "", "No body");
  put("3", "Rates unchanged.", "Bank");
  put("4", "Rates unchanged.", "Board");
  put("5", "Rates unchanged.", "Bank");
  EXPECT_THAT(clusters(), ElementsAre(kAlone, kAlone, kAlone, kAlone, 3));
}

TEST_F(FamiliesTest, RebuildingFindsTheSameAndChangesNothing) {
  put("1", kQuay);
  put("2", kStorm);
  put("3", kQuay + " Nobody objected.");
  const Clusters before = clusters();
  const std::int64_t seq = store_.last_seq();
  rebuild_families(catalog_, {});
  EXPECT_EQ(clusters(), before);
  EXPECT_EQ(store_.last_seq(), seq);
  put("4", kStorm);
  EXPECT_EQ(clusters().back(), 2);
}

TEST_F(FamiliesTest, RebuildingMendsAnArchiveWithoutFamilies) {
  put("1", kQuay);
  put("2", kQuay + " Nobody objected.");
  put("3", kStorm);
  {
    catalog::FamilyTable table(catalog_);
    catalog::Transaction transaction(catalog_, catalog::Transaction::Kind::Write);
    table.clear_sketches();
    table.set_cluster(2, std::nullopt);
    table.set_cluster(3, 1);
    transaction.commit();
  }
  const std::int64_t seq = store_.last_seq();
  rebuild_families(catalog_, [](std::int64_t, std::int64_t) { return true; });
  EXPECT_THAT(clusters(), ElementsAre(kAlone, 1, kAlone));
  EXPECT_EQ(store_.last_seq(), seq + 2) << "both changes are changes";
}

TEST_F(FamiliesTest, RebuildingCanBeInterrupted) {
  put("1", kQuay);
  try {
    rebuild_families(catalog_, [](std::int64_t, std::int64_t) { return false; });
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::Interrupted);
  }
}

}  // namespace
}  // namespace morgue::archive
