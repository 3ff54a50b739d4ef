// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/micro/corpus.h"

#include "tests/bench/generator/article_maker.h"
#include "tests/bench/generator/json_line.h"

namespace morgue::bench {
namespace {

constexpr std::uint64_t kArticles = 1000;

ArticleMaker maker() {
  ArticleMaker::Options options;
  options.articles = kArticles;
  return ArticleMaker(options);
}

}  // namespace

const std::vector<StoredArticle>& corpus() {
  static const std::vector<StoredArticle> articles = [] {
    const ArticleMaker maker = bench::maker();
    std::vector<StoredArticle> made;
    for (std::uint64_t number = kArticles; number-- > 0;) {
      const MadeArticle source = maker.make(number);
      StoredArticle article;
      article.id = static_cast<ArticleId>(number) + 1;
      article.key = source.id;
      article.headline = source.headline;
      article.summary = source.summary;
      article.body = source.body;
      article.authors = source.authors;
      article.topics = source.topics;
      article.source = source.source;
      article.language = source.language;
      made.push_back(std::move(article));
    }
    return made;
  }();
  return articles;
}

std::size_t corpus_bytes() {
  std::size_t bytes = 0;
  for (const auto& article : corpus()) bytes += article.body.size();
  return bytes;
}

const std::string& json_lines() {
  static const std::string dump = [] {
    const ArticleMaker maker = bench::maker();
    std::string lines;
    for (std::uint64_t number = 0; number < kArticles; ++number) append_json_line(maker.make(number), lines);
    return lines;
  }();
  return dump;
}

}  // namespace morgue::bench
