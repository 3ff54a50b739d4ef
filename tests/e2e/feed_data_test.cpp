// SPDX-License-Identifier: GPL-2.0-or-later
// Feeds written to try out readers of feeds, each with what to expect in a comment.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.h"
#include "extract/html_strip.h"
#include "extract/web_address.h"
#include "formats/reader.h"
#include "tests/e2e/feed_expectation.h"
#include "tests/support/process.h"
#include "tests/support/string_source.h"
#include "text/date_parse.h"
#include "text/language.h"
#include "text/normalise.h"

namespace morgue::test {
namespace {

namespace fs = std::filesystem;
using View = std::string_view;

std::vector<fs::path> feeds_below(const fs::path& folder) {
  std::set<fs::path> found;
  for (const auto& file : fs::recursive_directory_iterator(folder)) {
    if (file.is_regular_file()) found.insert(file.path());
  }
  return {found.begin(), found.end()};
}

struct Entry {
  Article article;
  std::vector<std::string> authors;  ///< as the reader gave them: `Example editor` is nobody's name
};

/// The entries of a feed. Those of one field are made articles by a headline of ours.
std::vector<Entry> entries_of(const std::string& dump) {
  StringSource source(dump);
  io::BufferedInput bytes(source);
  const auto reader = formats::open_reader(formats::Format::Feed, {bytes, "feed.xml", "feed.xml", {}});
  extract::Extractor extractor({});
  std::vector<Entry> entries;
  while (auto next = reader->next()) {
    auto* record = std::get_if<Record>(&*next);
    if (record == nullptr) continue;
    const bool has_text = std::any_of(record->fields.begin(), record->fields.end(),
                                      [](const Field& field) { return field.path == "headline"; });
    if (!has_text) record->fields.push_back({"headline", "(none)", Field::Kind::Text});
    auto made = extractor.extract(*record);
    auto* article = std::get_if<Article>(&made);
    if (article == nullptr) continue;
    entries.push_back({std::move(*article), {}});
    for (const Field& field : record->fields) {
      if (field.path == "authors") entries.back().authors.push_back(field.value);
    }
  }
  return entries;
}

/// A text of an expectation as we show it: without its markup.
std::string shown(View text) {
  return text::clean_line(extract::looks_like_html(text) ? extract::strip_html(text) : std::string(text));
}

/// Names go without the address that is written behind them.
std::string name_of(const std::string& person) {
  const std::size_t open = person.find(" (");
  return open != std::string::npos && person.find('@') != std::string::npos ? person.substr(0, open) : person;
}

bool same_moment(const std::optional<Timestamp>& found, const Expectation& expected) {
  if (!found) return false;
  if (expected.moment.size() < 6) {
    const auto declared = text::parse_date(expected.text);
    return declared && declared->utc_seconds() == found->utc_seconds();
  }
  Timestamp wanted;
  wanted.day = {expected.moment[0], expected.moment[1], expected.moment[2]};
  wanted.second_of_day = expected.moment[3] * 3600 + expected.moment[4] * 60 + expected.moment[5];
  wanted.precision = Precision::Second;
  return wanted.utc_seconds() == found->utc_seconds();
}

std::size_t number_in(const std::string& path) {
  const std::size_t digit = path.find_first_of("0123456789");
  return digit == std::string::npos ? 0 : static_cast<std::size_t>(path[digit] - '0');
}

std::string at(const std::vector<std::string>& list, std::size_t index) {
  return index < list.size() ? list[index] : std::string("(none)");
}

/// The part of an expectation that we have, too: what is found, what should be. Nothing for what articles do not keep.
struct Comparison {
  std::string found;
  std::string wanted;
};

std::optional<Comparison> compare(const Expectation& expected, const Entry& entry) {
  const std::string& path = expected.path;
  const Article& article = entry.article;
  const auto text = [&](const std::string& found) { return Comparison{text::clean_line(found), shown(expected.text)}; };
  const auto moment = [&](const std::optional<Timestamp>& found) {
    const std::string value = found ? found->to_string() : "(none)";
    return Comparison{value, same_moment(found, expected) ? value : "another moment"};
  };
  if (path == "title" || path == "title_detail.value") return text(article.headline);
  if (path == "content.0.value") return text(article.body);
  if (path == "description" || path == "summary" || path == "summary_detail.value")
    return text(article.summary.empty() ? article.body : article.summary);
  if (path == "link") return Comparison{article.url, extract::normal_address(expected.text)};
  if (path == "id" || path == "guid") return text(article.key);
  if (path == "author" || path == "author_detail.name")
    return Comparison{at(entry.authors, 0), name_of(shown(expected.text))};
  if (path.starts_with("authors.") && path.ends_with(".name"))
    return Comparison{at(entry.authors, number_in(path)), shown(expected.text)};
  if (path == "category" || (path.starts_with("tags.") && (path.ends_with(".term") || path.ends_with(".label"))))
    return text(at(article.topics, number_in(path)));
  if (path == "language" || path.ends_with("_detail.language") || path == "content.0.language")
    return Comparison{article.language, text::canonical_language(expected.text)};
  if (path == "source.title" || path == "source.title_detail.value") return text(article.source);
  if (path == "published" || path == "published_parsed" || path == "created_parsed") return moment(article.published);
  if (path == "updated" || path == "updated_parsed")
    return moment(article.updated ? article.updated : article.published);
  return std::nullopt;
}

/// Why a file's expectation is not ours; empty where it is.
std::string difference(View file, const Expectation& expected) {
  if (file.find("Header:") != View::npos || expected.text.find("127.0.0.1") != std::string::npos)
    return "depends on the answer of the server, which a dump does not hold";
  if (expected.text.find("<svg") != std::string::npos || expected.text.find("<math") != std::string::npos)
    return "a drawing or a formula has no words";
  if (expected.path.ends_with(".term") && file.find("label=") != View::npos)
    return "a category is called by its label, where it has one";
  return {};
}

class FeedData : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(folder())) GTEST_SKIP() << "no real feeds at " << folder();
  }
  static fs::path folder() { return fs::path(MORGUE_DATA) / "feeds"; }
};

TEST_F(FeedData, WellFormedFeedsGiveWhatTheyExpect) {
  int compared = 0;
  int agreed = 0;
  std::map<std::string, int> left_out;
  for (const fs::path& path : feeds_below(folder() / "feedparser" / "wellformed")) {
    const std::string file = read_file(path);
    const auto expectations = read_expectations(expect_line(file));
    if (expectations.empty()) continue;
    const auto entries = entries_of(file);
    for (const Expectation& expected : expectations) {
      const auto index = static_cast<std::size_t>(expected.entry);
      const auto comparison = compare(expected, index < entries.size() ? entries[index] : Entry{});
      if (!comparison) continue;
      if (const std::string reason = difference(file, expected); !reason.empty()) {
        ++left_out[reason];
        continue;
      }
      ++compared;
      const bool same = comparison->found == comparison->wanted;
      agreed += same ? 1 : 0;
      if (same) continue;
      std::cout << fs::relative(path, folder()).string() << ": " << expected.path << "\n  found  " << comparison->found
                << "\n  wanted " << comparison->wanted << '\n';
    }
  }
  std::cout << agreed << " of " << compared << " expectations agree\n";
  for (const auto& [reason, count] : left_out) std::cout << count << " left out: " << reason << '\n';
  EXPECT_GE(compared, 170);
  EXPECT_GE(agreed * 100, compared * 98);
}

/// Whatever a feed is like, reading it ends and throws nothing.
TEST_F(FeedData, NoFeedStopsARun) {
  std::map<std::string, std::pair<int, int>> folders;
  for (const fs::path& path : feeds_below(folder())) {
    const std::string file = read_file(path);
    auto& [feeds, with_entries] = folders[fs::relative(path, folder()).parent_path().string()];
    ++feeds;
    EXPECT_NO_THROW(with_entries += entries_of(file).empty() ? 0 : 1) << path;
  }
  for (const auto& [name, counts] : folders)
    std::cout << name << ": " << counts.first << " feeds, " << counts.second << " with entries\n";
}

}  // namespace
}  // namespace morgue::test
