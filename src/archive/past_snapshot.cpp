// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/past_snapshot.h"

#include <algorithm>
#include <limits>
#include <set>
#include <thread>
#include <tuple>

#include "archive/builder_fallback.h"
#include "core/error.h"
#include "index/searcher.h"
#include "index/segment_builder.h"

namespace morgue::archive {
namespace {

// Fewer are built before a second thread has begun, and through Xapian's own interface before the other is ready.
constexpr std::size_t kWorthThreads = 500;

catalog::Moment moment_of(catalog::Catalog& catalog, const AsOf& as_of) {
  if (as_of.second) return catalog::moment_at(catalog, *as_of.second);
  if (const auto moment = catalog::moment_of_run(catalog, as_of.run)) return *moment;
  throw Error(ErrorCode::Usage, "there was no run " + std::to_string(as_of.run), "morgue status lists the last ones");
}

/// What a facet counts of an article, each value once.
std::set<std::string> values_of(const StoredArticle& article, catalog::FacetField field) {
  std::set<std::string> values;
  switch (field) {
    case catalog::FacetField::Author:
      values.insert(article.authors.begin(), article.authors.end());
      break;
    case catalog::FacetField::Topic:
      values.insert(article.topics.begin(), article.topics.end());
      break;
    case catalog::FacetField::Source:
      values.insert(article.source);
      break;
    case catalog::FacetField::Section:
      values.insert(article.section);
      break;
    case catalog::FacetField::Language:
      values.insert(article.language);
      break;
  }
  values.erase("");
  return values;
}

}  // namespace

PastSnapshot::PastSnapshot(catalog::Catalog& catalog, const AsOf& as_of, std::int64_t now)
    : catalog_(catalog), now_(now), moment_(moment_of(catalog, as_of)) {
  if (before_all()) return;
  past_.emplace(catalog, moment_);
  std::vector<ArticleId> ids;
  for (const catalog::ArticleThen& then : past_->changed_since()) {
    then_.emplace(then.id, then);
    ids.push_back(then.id);
  }
  past_->for_each_document(ids,
                           [this](std::int64_t segment, std::uint32_t docid) { since_[segment].push_back(docid); });
  for (auto& [segment, docids] : since_) std::ranges::sort(docids);
}

bool PastSnapshot::has_later(std::int64_t segment, std::uint32_t docid) const {
  const auto found = since_.find(segment);
  return found != since_.end() && std::ranges::binary_search(found->second, docid);
}

bool PastSnapshot::was_hidden(const StoredArticle& article) const {
  if (article.status == ItemStatus::Withheld) return true;
  return article.embargo && article.embargo->utc_seconds() > std::min(now_, moment_.second);
}

bool PastSnapshot::build(const std::filesystem::path& folder) {
  struct Item {
    std::int64_t order = 0;
    catalog::ArticleThen then;
  };
  catalog::ArticleStore articles(catalog_);
  std::vector<Item> items;
  for (const auto& [id, then] : then_) {
    if (then.revision == 0 || articles.hidden_until(id).value_or(now_) > now_) continue;
    const StoredArticle article = past_->metadata(then);
    if (!was_hidden(article)) items.push_back({index::date_order(article), then});
  }
  if (items.empty()) return false;
  std::ranges::sort(items, std::ranges::greater{},
                    [](const Item& item) { return std::tuple(item.order, item.then.id); });
  const unsigned jobs = items.size() < kWorthThreads ? 1 : std::max(1U, std::thread::hardware_concurrency());
  const auto fill = [&](index::SegmentBuilder& builder) {
    for (const Item& item : items) {
      StoredArticle article = past_->article(item.then);
      article.revision = static_cast<int>(item.then.texts);  // what it was then: others may have been put below it
      builder.add(std::move(article), 0);
    }
    return builder.finish();
  };
  const auto with_api = [&] { return fill(*index::make_api_builder(folder, jobs)); };
  if (items.size() < kWorthThreads) {
    with_api();
    return true;
  }
  build_or_fall_back(folder,
                     [&] {
                       index::require_bulk_format(folder);
                       return fill(*index::make_bulk_builder(folder, jobs));
                     },
                     with_api, {});
  return true;
}

bool PastSnapshot::is_later(ArticleId id) const {
  const auto found = then_.find(id);
  return before_all() || (found != then_.end() && found->second.revision == 0);
}

std::optional<StoredArticle> PastSnapshot::find(ArticleId id) {
  const auto found = then_.find(id);
  if (found == then_.end() || found->second.revision == 0) return std::nullopt;
  return past_->article(found->second);
}

std::vector<std::pair<std::string, std::int64_t>> PastSnapshot::facets(catalog::FacetField field,
                                                                       const std::vector<ArticleId>& articles,
                                                                       std::size_t limit) {
  std::vector<ArticleId> as_now;
  std::map<std::string, std::int64_t> counts;
  for (const ArticleId id : articles) {
    const auto found = then_.find(id);
    if (found == then_.end()) {
      as_now.push_back(id);
      continue;
    }
    for (const std::string& value : values_of(past_->metadata(found->second), field)) ++counts[value];
  }
  for (const auto& [value, count] : catalog::facet_counts(catalog_, field, as_now, 0)) counts[value] += count;
  std::vector<std::pair<std::string, std::int64_t>> sorted(counts.begin(), counts.end());
  std::ranges::stable_sort(sorted, std::ranges::greater{}, [](const auto& entry) { return entry.second; });
  if (limit != 0 && sorted.size() > limit) sorted.resize(limit);
  return sorted;
}

}  // namespace morgue::archive
