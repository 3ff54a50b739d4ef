// SPDX-License-Identifier: GPL-2.0-or-later
// The archive against reading every article: thousands of queries made from the texts themselves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "archive/reader.h"
#include "query/parser.h"
#include "tests/support/process.h"
#include "tests/support/scan_search.h"
#include "tests/support/temp_dir.h"

namespace morgue::test {
namespace {

using query::FieldId;
using query::Node;

/// Queries about what the articles say, now and then a little wrong.
class QueryMaker {
 public:
  QueryMaker(const Corpus& corpus, unsigned seed) : corpus_(corpus), random_(seed) {}

  Node make(int depth) {
    const int kind = pick(0, depth > 0 ? 15 : 10);
    if (kind <= 5) return placed(text_field(), 2);
    if (kind == 6) return value();
    if (kind == 7) return date();
    if (kind == 8) return {query::NumberRange{FieldId::Words, pick(0, 400), pick(400, 2000)}, {}};
    if (kind == 9) return {query::Has{pick(0, 1) == 0 ? FieldId::Author : FieldId::Topic}, {}};
    if (kind == 10) {
      const std::string& language = entry().article.language;
      if (!language.empty()) return {query::Exact{FieldId::Language, language}, {}};
    }
    if (kind <= 13) {
      query::And all;
      for (int i = pick(2, 3); i > 0; --i) all.of.push_back(make(depth - 1));
      return {std::move(all), {}};
    }
    if (kind == 14) {
      query::Or any;
      for (int i = pick(2, 3); i > 0; --i) any.of.push_back(make(depth - 1));
      return {std::move(any), {}};
    }
    query::Not none;
    none.of.push_back(make(depth - 1));
    return {std::move(none), {}};
  }

 private:
  int pick(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }

  const Corpus::Entry& entry() {
    return corpus_.entries()[static_cast<std::size_t>(pick(0, static_cast<int>(corpus_.entries().size()) - 1))];
  }

  FieldId text_field() {
    static constexpr FieldId kFields[] = {FieldId::Text,     FieldId::Text, FieldId::Text,
                                          FieldId::Headline, FieldId::Body, FieldId::Lead};
    return kFields[pick(0, 5)];
  }

  /// A word of some text and those after it.
  std::vector<std::string> words(int count) {
    for (;;) {
      const Corpus::Entry& from = entry();
      const Corpus::Tokens& tokens = pick(0, 3) == 0 ? from.headline : from.body;
      if (tokens.empty()) continue;
      std::vector<std::string> out;
      auto at = static_cast<std::size_t>(pick(0, static_cast<int>(tokens.size()) - 1));
      for (; at < tokens.size() && out.size() < static_cast<std::size_t>(count); ++at) {
        if (tokens[at].kind == text::TokenKind::Compound) continue;
        if (tokens[at].kind == text::TokenKind::Cjk || tokens[at].kind == text::TokenKind::CjkTail) break;
        out.push_back(corpus_.string(pick(0, 1) == 0 ? tokens[at].exact : tokens[at].term));
      }
      if (!out.empty()) return out;
    }
  }
  std::string word() { return words(1)[0]; }
  static std::string join(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
  }

  Node placed(FieldId field, int depth) {
    switch (pick(0, depth > 0 ? 7 : 4)) {
      case 0:
        return {query::Word{field, word()}, {}};
      case 1:
        return {query::Phrase{field, join(words(pick(1, 4)))}, {}};
      case 2:
        return {query::Exact{field, join(words(pick(1, 3)))}, {}};
      case 3:
        return wildcard(field);
      case 4:
        return fuzzy(field);
      case 5: {
        query::Or any;
        for (int i = pick(2, 3); i > 0; --i) any.of.push_back(placed(field, depth - 1));
        return {std::move(any), {}};
      }
      default: {
        // Words that do stand near each other.
        const auto some = words(pick(2, 8));
        query::Near near;
        near.distance = static_cast<std::uint32_t>(pick(1, 12));
        near.ordered = pick(0, 1) == 0;
        near.of.push_back(pick(0, 3) == 0 ? placed(field, depth - 1) : Node{query::Word{field, some.front()}, {}});
        near.of.push_back(pick(0, 3) == 0 ? placed(field, depth - 1) : Node{query::Word{field, some.back()}, {}});
        return {std::move(near), {}};
      }
    }
  }

  Node wildcard(FieldId field) {
    for (;;) {
      std::string pattern = text::fold_value(word());
      if (pattern.size() < 5 ||
          !std::all_of(pattern.begin(), pattern.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        continue;
      const auto at = static_cast<std::size_t>(pick(2, static_cast<int>(pattern.size()) - 1));
      switch (pick(0, 3)) {
        case 0:
          pattern[at] = '?';
          break;
        case 1:
          pattern = "*" + pattern.substr(1);
          break;
        case 2:
          pattern = pattern.substr(0, at) + "*" + pattern.substr(pattern.size() - 1);
          break;
        default:
          pattern = pattern.substr(0, std::max<std::size_t>(at, 4)) + "*";
      }
      return {query::Wildcard{field, pattern}, {}};
    }
  }

  Node fuzzy(FieldId field) {
    for (;;) {
      std::string text = word();
      if (text.size() < 6 || !std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        continue;
      const auto at = static_cast<std::size_t>(pick(0, static_cast<int>(text.size()) - 2));
      if (pick(0, 1) == 0) std::swap(text[at], text[at + 1]);
      if (pick(0, 2) == 0) text.erase(at, 1);
      return {query::Fuzzy{field, text, pick(1, 2)}, {}};
    }
  }

  Node value() {
    for (int attempt = 0; attempt < 50; ++attempt) {
      const FieldId field = pick(0, 1) == 0 ? FieldId::Author : FieldId::Topic;
      const auto& values = *Corpus::list(field, entry().article);
      if (values.empty() || text::Analyser().analyse(values[0]).empty()) continue;
      if (pick(0, 2) == 0) return {query::Exact{field, values[0]}, {}};
      return {query::Phrase{field, values[0]}, {}};
    }
    return {query::All{}, {}};
  }

  Node date() {
    query::DateRange range;
    const auto& published = entry().article.published;
    if (!published) return {query::Undated{}, {}};
    range.from = published->day;
    if (pick(0, 1) == 0) range.from->day = 1;
    if (pick(0, 2) != 0) range.to = Day::from_days_since_epoch(range.from->days_since_epoch() + pick(0, 200));
    return {range, {}};
  }

  const Corpus& corpus_;
  std::mt19937 random_;
};

std::vector<StoredArticle> everything(archive::Reader& reader) {
  std::vector<StoredArticle> articles;
  reader.for_each({query::All{}, {}}, [&](const StoredArticle& article) {
    articles.push_back(article);
    return true;
  });
  return articles;
}

void compare(const std::vector<std::string>& dumps, int queries) {
  const TempDir dir;
  const std::string where = (dir.path() / "archive").string();
  for (const auto& dump : dumps) {
    const auto done = run({MORGUE_BINARY, "--archive", where, "ingest", "-q", dump}, dir.path());
    ASSERT_TRUE(done.exit_code == 0 || done.exit_code == 3) << done.err;
  }
  archive::Reader reader{archive::Layout(where)};
  const Corpus corpus(everything(reader));
  ASSERT_GT(corpus.entries().size(), 20U);
  ScanSearch scan(corpus);
  QueryMaker maker(corpus, 21578);
  int matched = 0;
  for (int i = 0; i < queries; ++i) {
    const Node node = maker.make(2);
    const std::string written = query::print(node);
    const Node read = query::parse(written, {});  // what is printed must be read as what was meant
    const auto expected = scan.search(node);
    ASSERT_EQ(reader.matches(read), expected) << written;
    ASSERT_EQ(reader.count(read), static_cast<std::int64_t>(expected.size())) << written;
    matched += expected.empty() ? 0 : 1;
  }
  EXPECT_GT(matched, queries / 2);
}

TEST(Differential, Fixtures) {
  const std::string fixtures = MORGUE_FIXTURES;
  compare({fixtures + "/dumps", fixtures + "/pages", fixtures + "/formats"}, 3000);
}

TEST(Differential, Reuters) {
  const std::string dump = std::string(MORGUE_DATA) + "/reuters21578";
  if (!std::filesystem::exists(dump)) GTEST_SKIP() << "no " << dump;
  compare({dump}, 1000);
}

TEST(Differential, German) {
  const std::string dump = std::string(MORGUE_DATA) + "/jsonl/fang-covid-de.jsonl.zst";
  if (!std::filesystem::exists(dump)) GTEST_SKIP() << "no " << dump;
  const TempDir dir;
  const auto part = dir.path() / "part.jsonl";
  ASSERT_EQ(run({"sh", "-c", "zstdcat '" + dump + "' | head -n 4000 > '" + part.string() + "'"}, dir.path()).exit_code,
            0);
  compare({part.string()}, 250);
}

}  // namespace
}  // namespace morgue::test
