// SPDX-License-Identifier: GPL-2.0-or-later
// Families of near-duplicates against comparing every article with every other, by other means than the program's own:
// words by bytes, all shingles of all texts.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace morgue::test {
namespace {

namespace fs = std::filesystem;

struct Text {
  std::int64_t id = 0;
  std::int64_t family = 0;
  std::string key;
  std::string body;
  std::vector<std::uint32_t> shingles;  ///< of five words; sorted, distinct
};

using Pair = std::pair<std::size_t, std::size_t>;

std::vector<std::uint32_t> shingles_of(std::string_view body) {
  std::vector<std::size_t> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::hash<std::string>{}(word));
    word.clear();
  };
  for (std::size_t i = 0; i < body.size(); ++i) {
    const auto byte = static_cast<unsigned char>(body[i]);
    // Quotation marks and dashes, of which each outlet has its own: U+2000 to U+207F, U+00A0 to U+00BF.
    const auto next = static_cast<unsigned char>(i + 1 < body.size() ? body[i + 1] : 0);
    const bool general = byte == 0xE2 && (next == 0x80 || next == 0x81);
    if (general || byte == 0xC2) {
      end_word();
      i += general ? 2 : 1;
    } else if (byte >= 0x80 || std::isalnum(byte) != 0) {
      word += static_cast<char>(std::tolower(byte));
    } else {
      end_word();
    }
  }
  end_word();
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0; i + 5 <= words.size(); ++i) {
    std::size_t state = 0;
    for (std::size_t k = 0; k < 5; ++k) state = (state ^ words[i + k]) * 0x9E3779B97F4A7C15U + (state >> 31U);
    out.push_back(static_cast<std::uint32_t>(state >> 32U));
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<Text> articles_of(const std::vector<std::string>& dump, const TempDir& folder) {
  const std::string archive = (folder.path() / "archive").string();
  std::vector<std::string> ingest{MORGUE_BINARY, "--archive", archive, "-q", "ingest"};
  ingest.insert(ingest.end(), dump.begin(), dump.end());
  EXPECT_LE(run(ingest, folder.path()).exit_code, 3);
  const fs::path all = folder.path() / "all.jsonl";
  run({MORGUE_BINARY, "--archive", archive, "-q", "export", "--to", "jsonl", "--output", all.string(), "*"},
      folder.path());
  std::vector<Text> texts;
  simdjson::dom::parser parser;
  std::ifstream in(all);
  for (std::string line; std::getline(in, line);) {
    const simdjson::dom::element record = parser.parse(line);
    Text text;
    text.id = record["id"].get_int64();
    std::int64_t cluster = 0;
    text.family = record["cluster"].get_int64().get(cluster) == simdjson::SUCCESS ? cluster : text.id;
    text.key = std::string(record["key"].get_string().value());
    text.body = std::string(record["body"].get_string().value());
    text.shingles = shingles_of(text.body);
    texts.push_back(std::move(text));
  }
  return texts;
}

/// How many shingles each pair of texts has in common, of those pairs that have any that is no commonplace.
std::map<Pair, std::size_t> common_shingles(const std::vector<Text>& texts) {
  constexpr std::size_t kCommonplace = 60;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> postings;
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    for (const std::uint32_t shingle : texts[i].shingles) postings.emplace_back(shingle, i);
  }
  std::ranges::sort(postings);
  std::unordered_map<std::uint64_t, std::uint32_t> candidates;
  for (std::size_t begin = 0, end = 0; begin < postings.size(); begin = end) {
    while (end < postings.size() && postings[end].first == postings[begin].first) ++end;
    if (end - begin > kCommonplace) continue;
    for (std::size_t a = begin; a < end; ++a) {
      for (std::size_t b = a + 1; b < end; ++b)
        ++candidates[(std::uint64_t{postings[a].second} << 32U) | postings[b].second];
    }
  }
  std::map<Pair, std::size_t> common;
  for (const auto& [pair, shared] : candidates) {
    const auto& a = texts[pair >> 32U].shingles;
    const auto& b = texts[pair & 0xFFFFFFFFU].shingles;
    if (shared * 4 < std::min(a.size(), b.size())) continue;
    std::vector<std::uint32_t> both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    common[{pair >> 32U, pair & 0xFFFFFFFFU}] = both.size();
  }
  return common;
}

double jaccard(const std::vector<Text>& texts, const Pair& pair, std::size_t common) {
  const auto all = texts[pair.first].shingles.size() + texts[pair.second].shingles.size() - common;
  return static_cast<double>(common) / static_cast<double>(std::max<std::size_t>(all, 1));
}

double containment(const std::vector<Text>& texts, const Pair& pair, std::size_t common) {
  const auto part = std::min(texts[pair.first].shingles.size(), texts[pair.second].shingles.size());
  return static_cast<double>(common) / static_cast<double>(std::max<std::size_t>(part, 1));
}

struct Quality {
  double precision = 0;
  double recall = 0;
  std::int64_t duplicates = 0;
};

/// Recall: of the pairs that are the same story beyond doubt, how many are in one family. Precision: of the articles in
/// somebody else's family, how many have a relative there that is near them.
Quality measure(const std::vector<Text>& texts) {
  const auto common = common_shingles(texts);
  std::int64_t sure = 0;
  std::int64_t found = 0;
  std::set<std::int64_t> near;
  for (const auto& [pair, shared] : common) {
    const Text& a = texts[pair.first];
    const Text& b = texts[pair.second];
    const double alike = jaccard(texts, pair, shared);
    if (alike >= 0.7 && std::min(a.shingles.size(), b.shingles.size()) >= 40) {
      ++sure;
      if (a.family == b.family) ++found;
    }
    if (a.family == b.family && (alike >= 0.5 || containment(texts, pair, shared) >= 0.7)) {
      near.insert(a.id);
      near.insert(b.id);
    }
  }
  std::map<std::pair<std::int64_t, std::string>, int> same;
  for (const Text& text : texts) ++same[{text.family, text.body}];
  Quality quality;
  std::int64_t right = 0;
  for (const Text& text : texts) {
    if (text.family == text.id) continue;
    ++quality.duplicates;
    if (near.contains(text.id) || same[{text.family, text.body}] > 1) ++right;
  }
  quality.recall = sure == 0 ? 1 : static_cast<double>(found) / static_cast<double>(sure);
  quality.precision =
      quality.duplicates == 0 ? 1 : static_cast<double>(right) / static_cast<double>(quality.duplicates);
  std::printf("%lld duplicates, precision %.4f, recall %.4f of %lld pairs\n",
              static_cast<long long>(quality.duplicates), quality.precision, quality.recall,
              static_cast<long long>(sure));
  return quality;
}

void check(const fs::path& dump, std::int64_t least) {
  if (!fs::exists(dump)) GTEST_SKIP() << "no dump at " << dump;
  const TempDir folder;
  const Quality quality = measure(articles_of({dump.string()}, folder));
  EXPECT_GE(quality.duplicates, least);
  EXPECT_GE(quality.precision, 0.99);
  EXPECT_GE(quality.recall, 0.97);
}

TEST(Families, OfBritishTextsWithExactCopies) {
  check(fs::path(MORGUE_DATA) / "txt", 50);
}

TEST(Families, OfGermanNewsOfThirteenOutlets) {
  check(fs::path(MORGUE_DATA) / "jsonl/fang-covid-de.jsonl.zst", 230);
}

/// Stories of sentences of invented words, and copies in which some sentences are others.
class Desk {
 public:
  std::string sentence() {
    std::string out;
    for (int i = 0; i < 12; ++i) {
      if (i > 0) out += ' ';
      for (int k = 0; k < 3; ++k) out += kSyllables[pick(std::size(kSyllables))];
    }
    return out + ". ";
  }
  std::vector<std::string> story() {
    std::vector<std::string> out(20);
    for (std::string& one : out) one = sentence();
    return out;
  }
  std::vector<std::string> edited(std::vector<std::string> story, int sentences) {
    std::vector<std::size_t> places(story.size());
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
    std::ranges::shuffle(places, random_);
    for (int i = 0; i < sentences; ++i) story[places[static_cast<std::size_t>(i)]] = sentence();
    return story;
  }

 private:
  static constexpr const char* kSyllables[] = {"ba", "ke", "li", "mo", "nu",  "ra",
                                               "se", "ti", "vo", "zu", "fen", "gar"};
  std::size_t pick(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }
  std::mt19937 random_{20260224};
};

std::string joined(const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& sentence : sentences) out += sentence;
  return out;
}

/// How many of 100 stories are found again when so many of their 20 sentences are others.
int found_again(Desk& desk, int sentences) {
  const TempDir folder;
  std::string dump;
  const auto add = [&](const std::string& key, const std::string& body) {
    dump += "{\"id\":\"" + key + "\",\"source\":\"desk\",\"headline\":\"Story " + key.substr(1) + "\",\"body\":\"" +
            body + "\"}\n";
  };
  for (int i = 0; i < 100; ++i) {
    const auto story = desk.story();
    add("a" + std::to_string(i), joined(story));
    add("b" + std::to_string(i), joined(desk.edited(story, sentences)));
  }
  std::map<std::string, std::int64_t> family;
  for (const Text& text : articles_of({folder.write("desk.jsonl", dump).string()}, folder))
    family[text.key] = text.family;
  EXPECT_EQ(family.size(), 200U);
  int found = 0;
  for (int i = 0; i < 100; ++i) {
    if (family["a" + std::to_string(i)] == family["b" + std::to_string(i)]) ++found;
  }
  // Nobody may be in a family with another story.
  std::map<std::int64_t, int> members;
  for (const auto& entry : family) ++members[entry.second];
  for (const auto& entry : members) EXPECT_LE(entry.second, 2);
  return found;
}

TEST(Families, BySizeOfTheEdit) {
  Desk desk;
  const auto found = [&desk](int sentences) {
    const int again = found_again(desk, sentences);
    std::printf("%d of 20 sentences changed: %d of 100 found\n", sentences, again);
    return again;
  };
  for (const int sentences : {0, 1, 2, 3}) EXPECT_GE(found(sentences), 97);
  for (const int sentences : {7, 10, 20}) EXPECT_EQ(found(sentences), 0);
}

}  // namespace
}  // namespace morgue::test
