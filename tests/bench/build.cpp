// SPDX-License-Identifier: GPL-2.0-or-later
// Times building an index alone, texts in memory: morgue's segment (by 1 and 2 threads) and SQLite FTS5 without
// content, by turns. Prints tab-separated lines: what, seconds (median), bytes of text, bytes of the index. Usage:
// morgue_build_bench DUMP ROUNDS, where DUMP is what `morgue extract` wrote.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include "index/segment_builder.h"
#include "tests/bench/dump.h"
#include "tests/bench/measure.h"
#include "tests/bench/sqlite.h"
#include "tests/support/temp_dir.h"

namespace morgue::bench {
namespace {

/// Newest first, as an ingest hands them to a builder.
std::vector<StoredArticle> load(const std::filesystem::path& dump) {
  std::vector<StoredArticle> articles;
  for_each_article(dump, [&](const Article& article) {
    StoredArticle stored;
    static_cast<Article&>(stored) = article;
    stored.id = static_cast<ArticleId>(articles.size()) + 1;
    articles.push_back(std::move(stored));
  });
  const auto seconds = [](const StoredArticle& article) {
    return article.published ? article.published->utc_seconds() : std::numeric_limits<std::int64_t>::min();
  };
  std::ranges::sort(articles, [&](const StoredArticle& a, const StoredArticle& b) {
    return std::pair(seconds(a), a.id) > std::pair(seconds(b), b.id);
  });
  return articles;
}

std::uintmax_t size_of(const std::filesystem::path& path) {
  if (!std::filesystem::is_directory(path)) return std::filesystem::file_size(path);
  std::uintmax_t size = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) size += entry.file_size();
  }
  return size;
}

void build_segment(const std::vector<StoredArticle>& articles, const std::filesystem::path& folder, unsigned jobs) {
  const auto builder = index::make_bulk_builder(folder, jobs);
  std::int64_t seq = 0;
  for (const auto& article : articles) builder->add(article, ++seq);
  builder->finish();
}

void build_fts5(const std::vector<StoredArticle>& articles, const std::filesystem::path& file) {
  Database database(file, Database::Mode::Create);
  database.run("pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -262144");
  database.run(
      "create virtual table news using fts5 (headline, summary, body, content = '', "
      "tokenize = 'porter unicode61 remove_diacritics 2'); begin");
  {
    using View = std::string_view;
    Query insert(database, "insert into news (rowid, headline, summary, body) values (?1, ?2, ?3, ?4)");
    for (const auto& article : articles) {
      insert.start(article.id, View(article.headline), View(article.summary), View(article.body)).next();
    }
  }
  database.run("commit; pragma wal_checkpoint(truncate)");
}

void run(const std::filesystem::path& dump, int rounds) {
  const auto articles = load(dump);
  std::uintmax_t text = 0;
  for (const auto& article : articles) text += article.headline.size() + article.summary.size() + article.body.size();
  const test::TempDir work;
  const auto segment = work.path() / "segment";
  const auto file = work.path() / "fts5.db";
  Samples one, two, fts5;
  std::uintmax_t segment_size = 0;
  std::uintmax_t file_size = 0;
  for (int round = 0; round < rounds; ++round) {
    one.add([&] { build_segment(articles, segment, 1); }, Clock::Wall);
    std::filesystem::remove_all(segment);
    fts5.add([&] { build_fts5(articles, file); }, Clock::Wall);
    file_size = size_of(file);
    std::filesystem::remove(file);
    two.add([&] { build_segment(articles, segment, 2); }, Clock::Wall);
    segment_size = size_of(segment);
    std::filesystem::remove_all(segment);
  }
  const auto print = [&](const char* what, const Samples& samples, std::uintmax_t size) {
    std::printf("%s\t%.3f\t%ju\t%ju\n", what, samples.median() / 1000, text, size);
  };
  print("morgue, 1 thread", one, segment_size);
  print("morgue, 2 threads", two, segment_size);
  print("SQLite FTS5", fts5, file_size);
}

}  // namespace
}  // namespace morgue::bench

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: morgue_build_bench DUMP ROUNDS\n");
    return 2;
  }
  try {
    morgue::bench::run(argv[1], std::stoi(argv[2]));
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
