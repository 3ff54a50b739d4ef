// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/article.h"
#include "index/searcher.h"
#include "index/segment_builder.h"
#include "query/ast.h"
#include "tests/support/temp_dir.h"

namespace morgue::index::test {

/// In the order a segment wants.
inline void sort_newest_first(std::vector<StoredArticle>& articles) {
  std::sort(articles.begin(), articles.end(), [](const StoredArticle& a, const StoredArticle& b) {
    const auto left = date_order(a);
    const auto right = date_order(b);
    return left != right ? left > right : a.id > b.id;
  });
}

inline std::unique_ptr<SegmentBuilder> make_builder(BuilderKind kind, const std::filesystem::path& folder,
                                                    unsigned jobs) {
  return kind == BuilderKind::Api ? make_api_builder(folder, jobs) : make_bulk_builder(folder, jobs);
}

/// Segments in a folder of their own, and a searcher over them.
class SmallArchive {
 public:
  /// Returns what the builder said.
  BuiltSegment add_segment(std::vector<StoredArticle> articles, std::vector<std::uint32_t> dead = {}, unsigned jobs = 2,
                           BuilderKind kind = BuilderKind::Bulk) {
    sort_newest_first(articles);
    const auto folder = dir_.path() / ("seg-" + std::to_string(refs_.size()));
    const auto builder = make_builder(kind, folder, jobs);
    for (const auto& article : articles) builder->add(article, article.id + 100);
    refs_.push_back({folder.string(), std::move(dead)});
    return builder->finish();
  }

  [[nodiscard]] std::filesystem::path folder(std::size_t segment) const { return refs_[segment].location; }
  [[nodiscard]] const std::vector<SegmentRef>& refs() const { return refs_; }
  [[nodiscard]] Searcher searcher() const { return Searcher(refs_); }

 private:
  morgue::test::TempDir dir_;
  std::vector<SegmentRef> refs_;
};

inline StoredArticle article(ArticleId id, std::string headline, std::string body, std::string language = "en") {
  StoredArticle out;
  out.id = id;
  out.headline = std::move(headline);
  out.body = std::move(body);
  out.language = std::move(language);
  return out;
}

inline query::Node word(std::string text, query::FieldId field = query::FieldId::Text) {
  return {query::Word{field, std::move(text)}, {}};
}
inline query::Node phrase(std::string text, query::FieldId field = query::FieldId::Text) {
  return {query::Phrase{field, std::move(text)}, {}};
}
inline query::Node exact(std::string text, query::FieldId field = query::FieldId::Text) {
  return {query::Exact{field, std::move(text)}, {}};
}
inline query::Node negation(query::Node node) {
  query::Not out;
  out.of.push_back(std::move(node));
  return {std::move(out), {}};
}

/// Ids of all matches, ascending.
inline std::vector<ArticleId> found(const Searcher& searcher, const query::Node& node) {
  auto ids = searcher.matches(node);
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace morgue::index::test
