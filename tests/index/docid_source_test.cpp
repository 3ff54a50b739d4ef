// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/docid_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace morgue::index {
namespace {

Xapian::Database make_database(const std::filesystem::path& folder, int documents) {
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  for (int i = 0; i < documents; ++i) {
    Xapian::Document document;
    document.add_term("all");
    document.set_data(folder.filename().string() + std::to_string(i + 1));
    database.add_document(document);
  }
  database.commit();
  return Xapian::Database(folder.string());
}

std::vector<std::string> run(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  const auto matches = enquire.get_mset(0, 1000, 1000);
  EXPECT_EQ(matches.get_matches_estimated(), matches.size());
  std::vector<std::string> out;
  for (auto at = matches.begin(); at != matches.end(); ++at) out.push_back(at.get_document().get_data());
  return out;
}

TEST(DocidSource, EachSegmentHasItsOwn) {
  const morgue::test::TempDir dir;
  const auto a = make_database(dir.path() / "a", 4);
  const auto b = make_database(dir.path() / "b", 3);
  const auto c = make_database(dir.path() / "c", 2);
  Xapian::Database all;
  for (const auto& database : {a, b, c}) all.add_database(database);

  auto sets = std::make_shared<DocidsBySegment>();
  (*sets)[a.get_uuid()] = std::make_shared<const Docids>(Docids{2, 4});
  (*sets)[b.get_uuid()] = std::make_shared<const Docids>(Docids{1});
  const auto source = DocidSource::query(sets);
  const Xapian::Query term("all");
  using testing::IsEmpty;
  using testing::UnorderedElementsAre;
  EXPECT_THAT(run(all, source), UnorderedElementsAre("a2", "a4", "b1"));
  EXPECT_THAT(run(all, Xapian::Query(Xapian::Query::OP_FILTER, term, source)), UnorderedElementsAre("a2", "a4", "b1"));
  const Xapian::Query without(Xapian::Query::OP_AND_NOT, term, source);
  EXPECT_THAT(run(all, without), UnorderedElementsAre("a1", "a3", "b2", "b3", "c1", "c2"));
  // The same query object again, on one segment at a time.
  EXPECT_THAT(run(a, without), UnorderedElementsAre("a1", "a3"));
  EXPECT_THAT(run(c, without), UnorderedElementsAre("c1", "c2"));
  EXPECT_THAT(run(c, source), IsEmpty());
}

}  // namespace
}  // namespace morgue::index
