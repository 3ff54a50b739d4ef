// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "tests/index/small_archive.h"
#include "tests/support/scan_search.h"

namespace morgue::index {
namespace {

using query::FieldId;
using query::Node;

/// Random articles and queries over few words, so that most things happen.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  int pick(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }

  std::string words(int low, int high) {
    static const std::vector<std::string> kWords = {
        "port",         "ports",         "strike", "strikes", "caf\xC3\xA9", "cafe",     "union",
        "re-elect",     "reelect",       "elect",  "9",       "1,000",       "covid-19", "\xC3\x9Cnion",
        "\xC3\xA9lect", "h\xC3\xA4user", "hauser", "the",     "of",          "harbour"};
    std::string out;
    for (int i = pick(low, high); i > 0; --i) out += kWords[pick(0, static_cast<int>(kWords.size()) - 1)] + " ";
    if (!out.empty()) out.pop_back();
    return out;
  }

  Day day() {
    const int month = pick(1, 12);
    return {pick(2023, 2025), month, pick(0, 1) == 0 ? 1 : pick(1, 28)};
  }

  StoredArticle article(ArticleId id) {
    const int longest = pick(0, 5) == 0 ? 130 : 25;
    StoredArticle out = test::article(id, words(0, 4), words(0, longest), kLanguages[pick(0, 3)]);
    out.words = pick(0, 200);
    out.revision = pick(1, 2);
    if (out.revision > 1) out.changed = {ArticlePart::Body};
    if (out.revision > 1 && pick(0, 1) == 0) out.changed.push_back(ArticlePart::Authors);
    if (pick(0, 2) == 0) out.cluster = pick(1, static_cast<int>(id));
    out.summary = words(0, 6);
    for (int i = pick(0, 3); i > 0; --i) out.authors.push_back(words(1, 3));
    for (int i = pick(0, 2); i > 0; --i) out.topics.push_back(words(1, 2));
    out.section = words(0, 1);
    if (pick(0, 2) == 0) out.collections.push_back("nightly");
    if (pick(0, 2) == 0) out.collections.push_back("wire");
    if (pick(0, 2) == 0) out.user_tags.push_back("Nightly");
    if (pick(0, 2) == 0) out.user_tags.push_back("to check");
    if (pick(0, 3) == 0) out.user_note = words(1, 6);
    if (pick(0, 4) != 0) out.published = date();
    if (pick(0, 2) == 0) out.updated = date();
    return out;
  }

  Timestamp date() {
    Timestamp date;
    date.day = day();
    date.precision = static_cast<Precision>(pick(0, 3));
    if (date.precision == Precision::Second) {
      date.second_of_day = pick(0, 86399);
      date.offset_minutes = static_cast<std::int16_t>(pick(-5, 5) * 60);
    }
    if (date.precision <= Precision::Month) date.day.day = 1;
    if (date.precision == Precision::Year) date.day.month = 1;
    return date;
  }

  /// Something with positions: what may stand near something else.
  Node placed(FieldId field, int depth) {
    static const std::vector<std::string> kPatterns = {"po*",   "str?ke", "*ort", "*ion*",
                                                       "re*ct", "ha?s*",  "s*s",  "1*0"};
    static const std::vector<std::string> kMisspelt = {"prot", "strikke", "uniom", "caff", "hauseer", "elekt"};
    switch (pick(0, depth > 0 ? 6 : 4)) {
      case 0:
        return test::word(words(1, 1), field);
      case 1:
        return test::phrase(words(1, 3), field);
      case 2:
        if (query::spec(field).kind == query::FieldKind::Value) return test::phrase(words(1, 2), field);
        return test::exact(words(1, 2), field);
      case 3:
        return {query::Wildcard{field, kPatterns[static_cast<std::size_t>(pick(0, 7))]}, {}};
      case 4:
        return {query::Fuzzy{field, kMisspelt[static_cast<std::size_t>(pick(0, 5))], pick(1, 2)}, {}};
      case 5: {
        query::Or any;
        for (int i = pick(2, 3); i > 0; --i) any.of.push_back(placed(field, depth - 1));
        return {std::move(any), {}};
      }
      default: {
        query::Near near;
        near.distance = static_cast<std::uint32_t>(pick(1, 5));
        near.ordered = pick(0, 1) == 0;
        near.of.push_back(placed(field, depth - 1));
        near.of.push_back(placed(field, depth - 1));
        return {std::move(near), {}};
      }
    }
  }

  Node node(int depth) {
    const int kind = pick(-4, depth > 0 ? 13 : 9);
    const FieldId field = kFields[pick(0, 9)];
    switch (kind) {
      case -4:
      case -3:
        return placed(field, 2);
      case -2: {
        query::NumberRange range;
        range.from = pick(0, 100);
        if (pick(0, 1) == 0) range.to = pick(50, 200);
        return {range, {}};
      }
      case -1:
        if (pick(0, 2) == 0) return {query::Is{pick(0, 1) == 0 ? query::State::Revised : query::State::Duplicate}, {}};
        if (pick(0, 3) == 0) return {query::Changed{kParts[pick(0, 2)]}, {}};
        return {query::Has{kHas[pick(0, 10)]}, {}};
      case 0:
      case 1:
      case 2:
        return test::word(words(1, 1), field);
      case 3:
      case 4:
        return test::phrase(words(1, 3), field);
      case 5:
      case 6:
        return test::exact(words(1, 3), field);
      case 7: {
        query::DateRange range;
        if (pick(0, 3) == 0) range.field = FieldId::Updated;
        if (pick(0, 3) != 0) range.from = day();
        if (pick(0, 3) != 0) range.to = day();
        return {range, {}};
      }
      case 8:
        return pick(0, 1) == 0 ? Node{query::Undated{}, {}} : Node{query::All{}, {}};
      case 9:
        if (pick(0, 3) == 0) return test::exact(kCollections[pick(0, 2)], FieldId::Collection);
        if (pick(0, 2) == 0) return test::exact(kTags[pick(0, 2)], FieldId::Tagged);
        return pick(0, 1) == 0 ? Node{query::IdIs{pick(1, 300), pick(0, 1) == 0 ? FieldId::Id : FieldId::Cluster}, {}}
                               : test::word(kLanguages[pick(0, 2)], FieldId::Language);
      case 10:
      case 11: {
        query::And all;
        for (int i = pick(2, 3); i > 0; --i) all.of.push_back(node(depth - 1));
        return {std::move(all), {}};
      }
      case 12: {
        query::Or any;
        for (int i = pick(2, 3); i > 0; --i) any.of.push_back(node(depth - 1));
        return {std::move(any), {}};
      }
      default:
        return test::negation(node(depth - 1));
    }
  }

 private:
  static constexpr const char* kLanguages[] = {"en", "de", "xx", ""};
  static constexpr FieldId kFields[] = {FieldId::Text,   FieldId::Text,  FieldId::Headline, FieldId::Body,
                                        FieldId::Author, FieldId::Topic, FieldId::Section,  FieldId::Body,
                                        FieldId::Lead,   FieldId::Lead};
  static constexpr FieldId kHas[] = {FieldId::Headline,   FieldId::Summary, FieldId::Body,     FieldId::Author,
                                     FieldId::Topic,      FieldId::Date,    FieldId::Language, FieldId::Updated,
                                     FieldId::Collection, FieldId::Tagged,  FieldId::Note};
  static constexpr ArticlePart kParts[] = {ArticlePart::Headline, ArticlePart::Body, ArticlePart::Authors};
  static constexpr const char* kCollections[] = {"nightly", "wire", "none"};
  static constexpr const char* kTags[] = {"nightly", "TO CHECK", "check"};
  std::mt19937 random_;
};

struct World {
  test::SmallArchive archive;
  std::vector<StoredArticle> live;
};

/// 300 articles dealt to segments at random; some of them in two, dead in the first.
void make_world(World& world, Generator& generator, int segments) {
  std::vector<std::vector<StoredArticle>> contents(static_cast<std::size_t>(segments));
  std::vector<std::vector<ArticleId>> dead(contents.size());
  for (ArticleId id = 1; id <= 300; ++id) {
    const auto home = static_cast<std::size_t>(generator.pick(0, segments - 1));
    if (home > 0 && generator.pick(0, 3) == 0) {
      const auto old_home = static_cast<std::size_t>(generator.pick(0, static_cast<int>(home) - 1));
      contents[old_home].push_back(generator.article(id));
      dead[old_home].push_back(id);
    }
    contents[home].push_back(generator.article(id));
    if (generator.pick(0, 15) == 0) {
      dead[home].push_back(id);  // withdrawn
    } else {
      world.live.push_back(contents[home].back());
    }
  }
  for (std::size_t i = 0; i < contents.size(); ++i) {
    test::sort_newest_first(contents[i]);
    std::vector<std::uint32_t> docids;
    for (std::size_t j = 0; j < contents[i].size(); ++j) {
      const auto& ids = dead[i];
      if (std::find(ids.begin(), ids.end(), contents[i][j].id) != ids.end()) {
        docids.push_back(static_cast<std::uint32_t>(j + 1));
      }
    }
    world.archive.add_segment(contents[i], docids);
  }
}

std::vector<ArticleId> ids(const HitPage& page) {
  std::vector<ArticleId> out;
  for (const auto& hit : page.hits) out.push_back(hit.id);
  return out;
}

class RandomQueries : public testing::TestWithParam<int> {};

TEST_P(RandomQueries, AgreeWithReadingEveryArticle) {
  Generator generator(static_cast<unsigned>(GetParam()) + 40);
  World world;
  make_world(world, generator, GetParam());
  const Searcher searcher = world.archive.searcher();
  const morgue::test::Corpus corpus(world.live);
  morgue::test::ScanSearch scan(corpus);
  std::set<ArticleId> dated;
  for (const auto& article : world.live) {
    if (article.published) dated.insert(article.id);
  }
  std::map<ArticleId, std::int64_t> family;
  for (const auto& article : world.live) family[article.id] = article.cluster.value_or(article.id);
  std::size_t matched = 0;
  for (int i = 0; i < 500; ++i) {
    const Node node = generator.node(3);
    SCOPED_TRACE(query::print(node));
    const auto newest = scan.search(node);
    auto oldest = newest;
    std::reverse(oldest.begin(), oldest.end());
    std::stable_partition(oldest.begin(), oldest.end(), [&](ArticleId id) { return dated.contains(id); });
    const auto total = static_cast<std::int64_t>(newest.size());
    matched += newest.empty() ? 0 : 1;
    ASSERT_EQ(searcher.matches(node), newest);
    ASSERT_EQ(searcher.count(node), total);

    const auto offset = static_cast<std::size_t>(generator.pick(0, 12));
    const auto limit = static_cast<std::size_t>(generator.pick(0, 25));
    const auto slice = [&](const std::vector<ArticleId>& all) {
      const auto begin = std::min(offset, all.size());
      const auto end = std::min(begin + limit, all.size());
      return std::vector<ArticleId>(all.begin() + static_cast<std::ptrdiff_t>(begin),
                                    all.begin() + static_cast<std::ptrdiff_t>(end));
    };
    const auto by_newest = searcher.search(node, {Sort::Newest, offset, limit, false});
    ASSERT_EQ(by_newest.total, total);
    ASSERT_EQ(ids(by_newest), slice(newest));
    const auto by_oldest = searcher.search(node, {Sort::Oldest, offset, limit, false});
    ASSERT_EQ(by_oldest.total, total);
    ASSERT_EQ(ids(by_oldest), slice(oldest));

    // Relevance: the same articles, best first, ties newest first; pages fit together.
    const auto all = searcher.search(node, {Sort::Relevance, 0, 1000, false});
    ASSERT_EQ(all.total, total);
    ASSERT_THAT(ids(all), testing::UnorderedElementsAreArray(newest));
    std::map<ArticleId, std::size_t> place;
    for (std::size_t j = 0; j < newest.size(); ++j) place[newest[j]] = j;
    for (std::size_t j = 1; j < all.hits.size(); ++j) {
      const auto& before = all.hits[j - 1];
      const auto& after = all.hits[j];
      ASSERT_GE(before.score, after.score - 1e-8);
      if (before.score == after.score) {
        ASSERT_LT(place[before.id], place[after.id]);
      }
    }
    const auto page = searcher.search(node, {Sort::Relevance, offset, limit, false});
    ASSERT_EQ(page.total, total);
    ASSERT_EQ(ids(page), slice(ids(all)));

    // Without a total the hits are the same; collapsed, each family is there once, by its first.
    const auto hits = searcher.hits(node, {Sort::Newest, offset, limit, false});
    ASSERT_EQ(hits.size(), by_newest.hits.size());
    const auto collapsed = searcher.search(node, {Sort::Newest, 0, 1000, true});
    ASSERT_EQ(collapsed.total, total);
    std::map<std::int64_t, std::int64_t> families;
    std::vector<ArticleId> firsts;
    for (const ArticleId id : newest) {
      if (families[family.at(id)]++ == 0) firsts.push_back(id);
    }
    ASSERT_EQ(ids(collapsed), firsts);
    ASSERT_EQ(collapsed.groups, static_cast<std::int64_t>(firsts.size()));
    for (const Hit& hit : collapsed.hits) ASSERT_EQ(hit.more + 1, families.at(family.at(hit.id)));
  }
  EXPECT_GT(matched, 150U);
  EXPECT_LT(matched, 450U);
}

INSTANTIATE_TEST_SUITE_P(Segments, RandomQueries, testing::Values(1, 2, 3, 5));

}  // namespace
}  // namespace morgue::index
