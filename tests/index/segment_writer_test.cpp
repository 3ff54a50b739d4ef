// SPDX-License-Identifier: GPL-2.0-or-later
// The two ways to write a database, told the same, write the same.
#include "index/segment_writer.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <fstream>
#include <functional>
#include <limits>
#include <random>

#include "core/error.h"
#include "index/position_list.h"
#include "tests/index/same_database.h"
#include "tests/support/temp_dir.h"

namespace morgue::index {
namespace {

using std::string_literals::operator""s;

/// Fills one batch; called once a writer, with the same results each time.
using Fill = std::function<void(BatchWriter&, Document&, std::size_t batch)>;

struct Plan {
  std::vector<std::uint32_t> batches;  ///< documents in each
  Fill fill;
  std::vector<std::pair<std::string, std::string>> metadata;
};

void write(SegmentWriter& writer, const Plan& plan) {
  std::uint32_t docid = 1;
  for (std::size_t i = 0; i < plan.batches.size(); ++i) {
    const auto batch = writer.batch_writer();
    TermTable terms;
    Document document(terms);
    batch->begin(i, docid);
    plan.fill(*batch, document, i);
    batch->finish(terms);
    docid += plan.batches[i];
  }
  writer.join();
  for (const auto& [key, value] : plan.metadata) writer.set_metadata(key, value);
  writer.finish();
}

class Twins {
 public:
  void compare(const Plan& plan, std::size_t memory = 1 << 20) {
    const auto api = make("api");
    const auto glass = make("glass");
    write(*make_api_writer(api, 1), plan);
    write(*make_glass_writer(glass, 2, memory), plan);
    test::expect_same(api.string(), glass.string());
  }

  [[nodiscard]] std::filesystem::path glass() const { return dir_.path() / "glass"; }

 private:
  std::filesystem::path make(const std::string& name) {
    std::filesystem::remove_all(dir_.path() / name);
    std::filesystem::create_directory(dir_.path() / name);
    return dir_.path() / name;
  }

  morgue::test::TempDir dir_;
};

/// Documents that have something of everything, from a seed.
class RandomDocuments {
 public:
  explicit RandomDocuments(unsigned seed) : seed_(seed) {}

  void operator()(BatchWriter& batch, Document& document, std::size_t number, std::uint32_t documents) const {
    std::mt19937 random(seed_ * 1000 + static_cast<unsigned>(number));
    const auto below = [&random](std::uint32_t limit) {
      return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random);
    };
    for (std::uint32_t i = 0; i < documents; ++i) {
      document.clear();
      for (std::uint32_t words = below(8) == 0 ? 0 : below(300); words > 0; --words) {
        const auto term = random_term(random);
        switch (below(6)) {
          case 0:
            document.add_boolean_term(term);
            break;
          case 1:
            document.add_term(term, below(4) == 0 ? below(100'000) : below(4));
            break;
          case 2:
            document.add_posting(term, 1 + below(std::numeric_limits<std::uint32_t>::max()), below(3));
            break;
          default:
            document.add_posting(term, 1 + below(below(2) == 0 ? 40 : 5000));
        }
      }
      for (const std::uint32_t slot : {0U, 5U, 299U, 70'000U}) {
        if (below(3) == 0) continue;
        document.add_value(slot, std::string(1 + below(slot == 299 ? 900 : 12), static_cast<char>(below(256))));
      }
      if (below(4) != 0) {
        std::string data(below(10) == 0 ? 20'000 : below(60), ' ');
        for (char& c : data) c = static_cast<char>(below(256));
        document.set_data(data);
      }
      document.finish();
      batch.add_document(document);
    }
    for (int i = 0; i < 20; ++i)
      batch.add_synonym("stem" + std::to_string(below(9)), "form" + std::to_string(below(99)));
  }

 private:
  static std::string random_term(std::mt19937& random) {
    // Common words, rare words, words that begin alike, zero bytes, the longest.
    const auto kind = static_cast<unsigned>(random() % 40);
    if (kind < 20) return "w" + std::to_string(random() % 30);
    if (kind < 36) return "rare" + std::to_string(random() % 20'000);
    if (kind == 36) return "\0"s + static_cast<char>(random() % 3);
    if (kind == 37) return "a"s + "\0b\0"s.substr(0, random() % 4);
    if (kind == 38) return std::string(240 + random() % 6, static_cast<char>('a' + random() % 26));
    return std::string(1, static_cast<char>(1 + random() % 255));
  }

  unsigned seed_;
};

class SegmentWriterTwins : public testing::TestWithParam<unsigned> {};

TEST_P(SegmentWriterTwins, RandomDocuments) {
  const RandomDocuments documents(GetParam());
  Plan plan;
  plan.batches = {1, 300, 20, 150};
  plan.fill = [&](BatchWriter& batch, Document& document, std::size_t i) {
    documents(batch, document, i, plan.batches[i]);
  };
  plan.metadata = {{"a", "b"}, {"long", std::string(3'000'000, 'm') + std::to_string(GetParam())}, {"\xFF", "\0"s}};
  // Memory for everything, and for next to nothing: runs go through a file.
  Twins twins;
  twins.compare(plan, std::size_t{1} << (GetParam() % 2 == 0 ? 26 : 10));
}

INSTANTIATE_TEST_SUITE_P(Seeds, SegmentWriterTwins, testing::Range(1U, 7U));

TEST(SegmentWriter, NothingAtAll) {
  Twins().compare({});
  Twins().compare({{}, {}, {{"key", "value"}}});
}

TEST(SegmentWriter, OneDocument) {
  const auto with = [](const std::function<void(Document&)>& make) {
    Twins().compare({{1},
                     [&](BatchWriter& batch, Document& document, std::size_t) {
                       document.clear();
                       make(document);
                       document.finish();
                       batch.add_document(document);
                     },
                     {}});
  };
  with([](Document&) {});
  with([](Document& d) { d.set_data("data"); });
  with([](Document& d) { d.add_value(3, "value"); });
  with([](Document& d) { d.add_boolean_term("Q7"); });
  with([](Document& d) { d.add_posting("word", 4'294'967'295U); });
  with([](Document& d) { d.add_term("word", 4'294'967'294U); });  // one more is a deletion to Xapian's API
  with([](Document& d) { d.add_term(std::string(245, 'x')); });
  with([](Document& d) { d.add_term(std::string(3, '\0') + std::string(239, 'x')); });
  with([](Document& d) {
    for (const std::uint32_t position : {9U, 3U, 9U, 4'294'967'295U, 5U, 3U}) d.add_posting("word", position);
  });
}

TEST(SegmentWriter, MillionWordsInOneDocument) {
  Twins().compare({{3},
                   [](BatchWriter& batch, Document& document, std::size_t) {
                     for (int i = 0; i < 3; ++i) {
                       document.clear();
                       for (std::uint32_t p = 1; i == 1 && p <= 1'000'000; ++p) {
                         document.add_posting("w" + std::to_string(p % 1000 == 0 ? p : p % 7), p);
                       }
                       document.add_posting("end", 1'000'001);
                       document.finish();
                       batch.add_document(document);
                     }
                   },
                   {}});
}

TEST(SegmentWriter, LongPostingLists) {
  // Chunks end in the middle of batches, and between them.
  Plan plan;
  plan.batches = {999, 1, 1000, 3000, 2, 2};
  plan.fill = [&](BatchWriter& batch, Document& document, std::size_t i) {
    for (std::uint32_t n = 0; n < plan.batches[i]; ++n) {
      document.clear();
      document.add_term("common");
      if (n % 3 == 0) document.add_term("often", n);
      document.add_value(0, std::to_string(n));
      document.finish();
      batch.add_document(document);
    }
  };
  Twins().compare(plan);
}

TEST(SegmentWriter, DeepTree) {
  // Long keys that share their beginnings make many branches.
  Plan plan;
  plan.batches = {1};
  plan.fill = [](BatchWriter& batch, Document& document, std::size_t) {
    document.clear();
    for (int i = 0; i < 60'000; ++i) {
      const auto digits = std::to_string(1'000'000 + i);
      document.add_posting(std::string(230, 'k') + digits, static_cast<std::uint32_t>(i) + 1);
    }
    document.finish();
    batch.add_document(document);
  };
  Twins().compare(plan);
}

TEST(SegmentWriter, SameBytesHoweverBatched) {
  const auto tables = [](const std::vector<std::uint32_t>& batches, std::size_t memory) {
    Plan plan;
    plan.batches = batches;
    std::uint32_t number = 0;
    plan.fill = [&](BatchWriter& batch, Document& document, std::size_t i) {
      for (std::uint32_t n = 0; n < batches[i]; ++n, ++number) {
        document.clear();
        for (std::uint32_t w = 1; w < 60; ++w) document.add_posting("w" + std::to_string(number * 7919 % (w * 31)), w);
        document.add_value(number % 2, "value" + std::to_string(number));
        document.set_data(std::to_string(number));
        document.finish();
        batch.add_document(document);
        batch.add_synonym("s" + std::to_string(number % 13), "w" + std::to_string(number % 17));
      }
    };
    const morgue::test::TempDir dir;
    write(*make_glass_writer(dir.path(), 1, memory), plan);
    std::string all;
    for (const char* name : {"postlist", "position", "docdata", "synonym"}) {
      std::ifstream file(dir.path() / (name + ".glass"s), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
  };
  const auto whole = tables({3000}, 1 << 28);
  EXPECT_EQ(tables({1000, 1500, 500}, 1 << 28), whole);
  EXPECT_EQ(tables({1, 2000, 999}, 1 << 10), whole);
}

TEST(SegmentWriter, DocidsUpToTheLast) {
  // Xapian itself, told the docids.
  const std::vector<std::uint32_t> starts = {1, 126, 254, 32'766, 4'194'302, 536'870'910, 4'294'967'290};
  const morgue::test::TempDir dir;
  std::filesystem::create_directory(dir.path() / "glass");
  const auto writer = make_glass_writer(dir.path() / "glass", 1, 1 << 20);
  Xapian::WritableDatabase database((dir.path() / "api").string(), Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST);
  TermTable terms;
  Document document(terms);
  const auto batch = writer->batch_writer();
  std::string entries;
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    batch->begin(i, starts[i]);
    for (std::uint32_t docid = starts[i]; docid < starts[i] + 4; ++docid) {
      document.clear();
      Xapian::Document other;
      const std::vector<std::uint32_t> positions = {1U, docid % 1000 + 2};
      for (const std::uint32_t position : positions) document.add_posting("everywhere", position);
      other.add_term("everywhere", 2);
      append_entry(entries, last == 0 ? docid : docid - last - 1, positions);
      last = docid;
      const auto own = "Q" + std::to_string(docid);
      document.add_boolean_term(own);
      other.add_boolean_term(own);
      document.add_value(1, own);
      other.add_value(1, own);
      document.set_data(own);
      other.set_data(own);
      document.finish();
      batch->add_document(document);
      database.replace_document(docid, other);
    }
    batch->finish(terms);
  }
  writer->join();
  writer->finish();
  PositionListWriter lists(
      [&](const std::string& key, const std::string& value) { database.set_metadata(key, value); });
  lists.begin("everywhere");
  lists.append(entries, last);
  lists.end();
  database.commit();
  database.close();
  test::expect_same((dir.path() / "api").string(), (dir.path() / "glass").string());
}

TEST(SegmentWriter, UpdatesThroughXapian) {
  const RandomDocuments documents(99);
  Plan plan;
  plan.batches = {400};
  plan.fill = [&](BatchWriter& batch, Document& document, std::size_t i) { documents(batch, document, i, 400); };
  plan.metadata = {{"key", "value"}};
  Twins twins;
  twins.compare(plan);
  const auto path = twins.glass().string();
  try {
    // Without term lists Xapian adds documents, but cannot delete or replace what it cannot read back.
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST);
    for (int i = 0; i < 500; ++i) {
      Xapian::Document document;
      document.set_data("added " + std::to_string(i));
      for (unsigned p = 1; p < 50; ++p) document.add_posting("w" + std::to_string((p * i) % 40), p);
      document.add_value(0, "v" + std::to_string(i));
      EXPECT_EQ(database.add_document(document), 401U + static_cast<unsigned>(i));
    }
    database.set_metadata("key", "other");
    database.add_synonym("stem1", "new");
    database.commit();
    EXPECT_THROW(database.delete_document(7), Xapian::FeatureUnavailableError);
  } catch (const Xapian::Error& error) {
    FAIL() << error.get_description();
  }
  EXPECT_EQ(Xapian::Database::check(path, 0, nullptr), 0U);
  const Xapian::Database database(path);
  EXPECT_EQ(database.get_doccount(), 900U);
  EXPECT_EQ(database.get_document(900).get_data(), "added 499");
  EXPECT_EQ(database.get_metadata("key"), "other");
}

TEST(SegmentWriter, CompactsThroughXapian) {
  const RandomDocuments documents(5);
  Plan plan;
  plan.batches = {200};
  plan.fill = [&](BatchWriter& batch, Document& document, std::size_t i) { documents(batch, document, i, 200); };
  Twins twins;
  twins.compare(plan);
  const morgue::test::TempDir dir;
  const auto compacted = (dir.path() / "compacted").string();
  Xapian::Database(twins.glass().string()).compact(compacted);
  test::expect_same(twins.glass().string(), compacted);
}

TEST(SegmentWriter, RefusesImpossibleTerms) {
  const auto write_term = [](const std::string& term) {
    const morgue::test::TempDir dir;
    write(*make_glass_writer(dir.path(), 1, 0), {{1},
                                                 [&](BatchWriter& batch, Document& document, std::size_t) {
                                                   document.clear();
                                                   document.add_term(term);
                                                   document.finish();
                                                   batch.add_document(document);
                                                 },
                                                 {}});
  };
  EXPECT_NO_THROW(write_term(std::string(245, 'x')));
  EXPECT_THROW(write_term(std::string(246, 'x')), Error);
  EXPECT_THROW(write_term(std::string(130, '\0')), Error);
  EXPECT_THROW(write_term(""), Error);
}

}  // namespace
}  // namespace morgue::index
