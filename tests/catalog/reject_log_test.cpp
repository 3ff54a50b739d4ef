// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/reject_log.h"

#include <gtest/gtest.h>

#include "tests/catalog/catalog_fixture.h"

namespace morgue::catalog {
namespace {

class RejectLogTest : public CatalogTest {
 protected:
  void add(std::int64_t run, const Location& where, const std::string& reason, const std::string& excerpt = "") {
    Transaction transaction(catalog_, Transaction::Kind::Write);
    log_.add(run, {where, reason, excerpt});
    transaction.commit();
  }

  RejectLog log_{catalog_};
};

TEST_F(RejectLogTest, ComeBackInOrderWithEveryByte) {
  const std::string odd("cut \xFF\0 short", 12);
  add(run_, {"a.zip!b.json", 3, 5'000'000'000}, "no text in any field", odd);
  add(run_, {"-", 0, 0}, "not JSON");
  const auto rejects = log_.list({run_, {}, {}});
  ASSERT_EQ(rejects.size(), 2U);
  EXPECT_EQ(rejects[0].run, run_);
  EXPECT_EQ(rejects[0].reject.where.dump, "a.zip!b.json");
  EXPECT_EQ(rejects[0].reject.where.record, 3);
  EXPECT_EQ(rejects[0].reject.where.offset, 5'000'000'000);
  EXPECT_EQ(rejects[0].reject.reason, "no text in any field");
  EXPECT_EQ(rejects[0].reject.excerpt, odd);
  EXPECT_EQ(rejects[1].reject.where.dump, "-");
}

TEST_F(RejectLogTest, RenewedOnesReplaceWhatWasSaidOfTheSameRecord) {
  const auto second = runs_.start("reindex", 2000);
  add(run_, {"a.json", 1, 0}, "no text", "x");
  add(run_, {"a.json", 2, 9}, "no text", "x");
  add(run_, {"b.json", 1, 0}, "no text", "x");
  Transaction transaction(catalog_, Transaction::Kind::Write);
  const auto known = [&](const Location& where, const std::string& excerpt) {
    const Reject reject{where, "no text", excerpt};
    return log_.renew(second, reject);
  };
  EXPECT_TRUE(known({"a.json", 7, 70}, "x"));
  EXPECT_TRUE(known({"a.json", 8, 80}, "x"));
  EXPECT_FALSE(known({"a.json", 9, 90}, "x")) << "there were two";
  EXPECT_FALSE(known({"a.json", 9, 90}, "y"));
  EXPECT_TRUE(known({"b.json", 1, 0}, "x"));
  transaction.commit();
  EXPECT_TRUE(log_.list({run_, {}, {}}).empty());
  EXPECT_EQ(log_.list({second, {}, {}}).size(), 5U);
}

TEST_F(RejectLogTest, AreFilteredAndCounted) {
  const auto second = runs_.start("ingest b", 2000);
  add(run_, {"a.json", 1, 0}, "no text");
  add(run_, {"b.json", 1, 0}, "not closed");
  add(second, {"b.json", 2, 9}, "no text");
  EXPECT_EQ(log_.list({0, "b.json", {}}).size(), 2U);
  EXPECT_EQ(log_.list({0, {}, "text"}).size(), 2U);
  EXPECT_EQ(log_.list({second, {}, {}}).size(), 1U);
  EXPECT_EQ(log_.list({second, "a.json", {}}).size(), 0U);

  const auto reasons = log_.counts({}, RejectGroup::Reason);
  ASSERT_EQ(reasons.size(), 2U);
  EXPECT_EQ(reasons[0].value, "no text");
  EXPECT_EQ(reasons[0].count, 2);
  const auto dumps = log_.counts({}, RejectGroup::Dump);
  ASSERT_EQ(dumps.size(), 2U);
  EXPECT_EQ(dumps[0].value, "b.json");
  const auto runs = log_.counts({0, "b", {}}, RejectGroup::Run);
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].value, std::to_string(run_));
}

TEST_F(RejectLogTest, GoBackWithTheirBatch) {
  {
    Transaction transaction(catalog_, Transaction::Kind::Write);
    Reject lost;
    lost.where = {"lost.csv", 1, 0};
    log_.add(run_, lost);
  }
  EXPECT_TRUE(log_.list(RejectFilter()).empty());
}

TEST_F(RejectLogTest, RetryKnowsWhatIsOpenAndForgetsWhatIsDone) {
  add(run_, {"a.json", 7, 0}, "no text");
  add(run_, {"a.json", 2, 0}, "no text");
  add(run_, {"z.json", 1, 0}, "no text");
  auto open = log_.by_dump();
  ASSERT_EQ(open.size(), 2U);
  EXPECT_EQ(open[0].dump, "a.json");
  EXPECT_EQ(open[0].records, (std::vector<std::int64_t>{2, 7}));
  EXPECT_EQ(open[0].last_record, 7);

  const auto second = runs_.start("ingest --retry-rejects", 2000);
  {
    Transaction transaction(catalog_, Transaction::Kind::Write);
    log_.forget_before(second, {"a.json", 2, 0});
    Reject again;
    again.where = {"a.json", 7, 0};
    log_.add(second, again);
    log_.forget_before(second, {"a.json", 7, 0});
    transaction.commit();
  }
  open = log_.by_dump();
  ASSERT_EQ(open.size(), 2U);
  EXPECT_EQ(open[0].records, (std::vector<std::int64_t>{7}));
  ASSERT_EQ(log_.list({0, "a.json", {}}).size(), 1U);
  EXPECT_EQ(log_.list({0, "a.json", {}})[0].run, second);
}

TEST_F(RejectLogTest, RemarksStandApart) {
  {
    Transaction transaction(catalog_, Transaction::Kind::Write);
    log_.add_remark(run_, {"a.json", 4, 0}, "published: \"31 Feb\" is no date");
    transaction.commit();
  }
  EXPECT_TRUE(log_.list(RejectFilter()).empty());
  const auto remarks = log_.remarks({run_, {}, {}});
  ASSERT_EQ(remarks.size(), 1U);
  EXPECT_EQ(remarks[0].reject.where.record, 4);
  EXPECT_EQ(remarks[0].reject.reason, "published: \"31 Feb\" is no date");
  EXPECT_TRUE(log_.remarks({0, {}, "no such remark"}).empty());
}

}  // namespace
}  // namespace morgue::catalog
