// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/reader.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <functional>
#include <iterator>
#include <map>
#include <unordered_map>
#include <utility>

#include "archive/highlights.h"
#include "archive/segment_copy.h"
#include "archive/takedown.h"
#include "archive/temporary_folder.h"
#include "catalog/catalog.h"
#include "catalog/families.h"
#include "catalog/segment_table.h"
#include "catalog/takedowns.h"
#include "core/error.h"
#include "index/segment_builder.h"
#include "text/snippet.h"

namespace morgue::archive {
namespace {

// A segment can be superseded and removed between reading the list and opening it; a new snapshot no longer lists it.
constexpr int kSnapshotAttempts = 20;

/// Xapian does not miss a table file that was cut short until a search happens to need what is gone.
void check_files(const std::filesystem::path& folder, const catalog::SegmentRow& row) {
  for (const auto& file : row.files) {
    std::error_code missing;
    const auto size = std::filesystem::file_size(folder / file.name, missing);
    if (missing || size != file.size) {
      throw_damaged_segment(folder.string(), file.name + (missing ? " is missing" : " is not as long as it was"));
    }
  }
}

/// Documents of articles that were stored or revised since.
void add_later(std::vector<std::uint32_t>& dead, const PastSnapshot& past, std::int64_t segment) {
  const auto later = past.documents_since().find(segment);
  if (later == past.documents_since().end()) return;
  std::vector<std::uint32_t> all;
  std::ranges::set_union(dead, later->second, std::back_inserter(all));
  dead = std::move(all);
}

/// Segment folders of the snapshot, as the index room wants them.
std::vector<index::SegmentRef> segment_refs(const Layout& layout, const std::vector<catalog::SegmentRow>& live,
                                            catalog::SegmentTable& segments, std::int64_t now,
                                            const PastSnapshot* past) {
  std::vector<index::SegmentRef> refs;
  if (past != nullptr && past->before_all()) return refs;
  for (const auto& row : live) {
    if (row.analyser != index::current_analyser()) {
      throw Error(ErrorCode::Version, layout.root().string() + ": the index was made by another version of morgue",
                  "build it again from the catalog with: morgue reindex");
    }
    check_files(layout.segment(row.location), row);
    refs.push_back({layout.segment(row.location).string(), segments.left_out(row.number, now)});
    if (past != nullptr) add_later(refs.back().dead, *past, row.number);
  }
  return refs;
}

query::FieldId field_of(catalog::FacetField field) {
  switch (field) {
    case catalog::FacetField::Author:
      return query::FieldId::Author;
    case catalog::FacetField::Topic:
      return query::FieldId::Topic;
    case catalog::FacetField::Source:
      return query::FieldId::Source;
    case catalog::FacetField::Section:
      return query::FieldId::Section;
    case catalog::FacetField::Language:
      break;
  }
  return query::FieldId::Language;
}

/// Equals by name; `limit` 0 is none.
std::vector<std::pair<std::string, std::int64_t>> most_frequent(std::unordered_map<std::string, std::int64_t> counts,
                                                                std::size_t limit) {
  std::vector<std::pair<std::string, std::int64_t>> sorted(std::make_move_iterator(counts.begin()),
                                                           std::make_move_iterator(counts.end()));
  const auto more = [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  };
  const std::size_t kept = limit == 0 ? sorted.size() : std::min(limit, sorted.size());
  std::partial_sort(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(kept), sorted.end(), more);
  sorted.resize(kept);
  return sorted;
}

/// Whether the list of live segments is still the one that could not be opened.
bool still_live(catalog::Catalog& catalog, const std::vector<catalog::SegmentRow>& live) {
  const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  return std::ranges::equal(catalog::SegmentTable(catalog).live(), live, {}, &catalog::SegmentRow::number,
                            &catalog::SegmentRow::number);
}

}  // namespace

struct Reader::State {
  State(const Layout& where, const std::optional<AsOf>& then) : layout(where), as_of(then) { layout.require(); }

  void open_snapshot();
  void look_back();
  std::unique_ptr<index::Searcher> open_searcher(const std::vector<catalog::SegmentRow>& live,
                                                 catalog::SegmentTable& segments);
  StoredArticle fetch(ArticleId id);
  [[nodiscard]] bool hides(ArticleId id) const;
  std::vector<SearchHit> present(const std::vector<index::Hit>& hits, const query::Node& query,
                                 const SearchOptions& options);

  Layout layout;
  std::optional<AsOf> as_of;
  std::int64_t now = std::time(nullptr);  ///< embargoes are judged once, so that counts and hits agree
  // Declared in the order they depend on each other: the snapshot closes before the catalog.
  std::unique_ptr<catalog::Catalog> catalog;
  std::unique_ptr<catalog::Transaction> snapshot;
  std::unique_ptr<catalog::ArticleStore> articles;
  std::optional<PastSnapshot> past;
  std::unique_ptr<index::Searcher> searcher;
  std::vector<std::int64_t> searched;  ///< numbers of the segments, in the order of the searcher
};

void Reader::State::look_back() {
  if (!as_of) return;
  const std::int64_t today = std::time(nullptr);
  past.emplace(*catalog, *as_of, today);
  now = std::min(today, past->second());
}

std::unique_ptr<index::Searcher> Reader::State::open_searcher(const std::vector<catalog::SegmentRow>& live,
                                                              catalog::SegmentTable& segments) {
  auto refs = segment_refs(layout, live, segments, now, past ? &*past : nullptr);
  if (!past) return std::make_unique<index::Searcher>(std::move(refs));
  const TemporaryFolder folder;  // may go once it is open
  const auto segment = folder.path() / "segment";
  if (past->build(segment)) refs.push_back({segment.string(), {}});
  return std::make_unique<index::Searcher>(std::move(refs));
}

void Reader::State::open_snapshot() {
  catalog = std::make_unique<catalog::Catalog>(layout.catalog(), catalog::Catalog::Mode::Read);
  for (int attempt = 1;; ++attempt) {
    snapshot = std::make_unique<catalog::Transaction>(*catalog, catalog::Transaction::Kind::Read);
    catalog::SegmentTable segments(*catalog);
    const auto live = segments.live();
    look_back();
    try {
      searcher = open_searcher(live, segments);
      searched.clear();
      for (const auto& row : live) searched.push_back(row.number);
      break;
    } catch (const Error& error) {
      snapshot.reset();
      if (attempt == kSnapshotAttempts || still_live(*catalog, live)) throw;
    }
  }
  articles = std::make_unique<catalog::ArticleStore>(*catalog);
}

Reader::Reader(const Layout& layout) : Reader(layout, std::nullopt) {}
Reader::Reader(const Layout& layout, const std::optional<AsOf>& as_of)
    : state_(std::make_unique<State>(layout, as_of)) {
  state_->open_snapshot();
}
Reader::~Reader() = default;

bool Reader::State::hides(ArticleId id) const {
  return articles->hidden_until(id).value_or(now) > now;
}

StoredArticle Reader::State::fetch(ArticleId id) {
  if (past) {
    if (auto as_it_was = past->find(id)) return std::move(*as_it_was);
  }
  auto article = articles->find(id);
  if (!article) {
    throw Error(ErrorCode::Inconsistent,
                "the index names article " + std::to_string(id) + ", which the catalog does not have",
                "build the index again from the catalog with: morgue reindex --full");
  }
  return std::move(*article);
}

std::vector<SearchHit> Reader::State::present(const std::vector<index::Hit>& hits, const query::Node& query,
                                              const SearchOptions& options) {
  const Highlights marks = highlights_of(query);
  text::Highlighter in_headline(marks.headline);
  text::Highlighter in_body(marks.body);
  std::vector<SearchHit> presented;
  for (const auto& hit : hits) {
    SearchHit out;
    out.score = hit.score;
    out.more = hit.more;
    if (options.only_ids) {
      out.article.id = hit.id;
      presented.push_back(std::move(out));
      continue;
    }
    out.article = fetch(hit.id);
    const StoredArticle& article = out.article;
    out.headline = in_headline.mark_all(article.headline, article.language);
    if (options.snippet_width) {
      const std::string& passage = article.body.empty() ? article.summary : article.body;
      out.snippet = in_body.snippet(passage, article.language, *options.snippet_width);
    }
    presented.push_back(std::move(out));
  }
  return presented;
}

SearchResult Reader::search(const query::Node& query, const SearchOptions& options) {
  const index::SearchPlan plan{options.sort, options.offset, options.limit, options.collapse};
  SearchResult result;
  if (options.total) {
    const auto page = state_->searcher->search(query, plan);
    result.total = page.total;
    result.groups = page.groups;
    result.hits = state_->present(page.hits, query, options);
  } else {
    result.hits = state_->present(state_->searcher->hits(query, plan), query, options);
  }
  return result;
}

std::vector<ArticleId> Reader::matches(const query::Node& query) {
  return state_->searcher->matches(query);
}

void Reader::for_each(const query::Node& query, const std::function<bool(const StoredArticle&)>& use) {
  for (const ArticleId id : state_->searcher->matches(query)) {
    if (!use(state_->fetch(id))) return;
  }
}

Explanation Reader::explain(const query::Node& query) {
  return state_->searcher->explain(query);
}

std::optional<query::Node> Reader::respell(const query::Node& query) {
  return state_->searcher->respell(query);
}

SearchResult Reader::similar(ArticleId id, const SearchOptions& options) {
  const auto article = state_->articles->find(id);
  if (const std::string reason = embargo_of(id); !reason.empty()) throw Error(ErrorCode::Usage, reason);
  if (!article) {
    throw Error(ErrorCode::Usage, "there is no article " + std::to_string(id), "ids are what search prints");
  }
  auto hits = state_->searcher->similar(*article, options.offset + options.limit);
  SearchResult result;
  result.total = static_cast<std::int64_t>(hits.size());
  hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(std::min(options.offset, hits.size())));
  result.hits = state_->present(hits, query::Node{query::All{}, {}}, options);
  return result;
}

std::int64_t Reader::count(const query::Node& query) {
  return state_->searcher->count(query);
}

std::vector<std::pair<std::string, std::int64_t>> Reader::facets(const query::Node& query, const Facet& facet,
                                                                 std::size_t limit) {
  if (const auto* field = std::get_if<catalog::FacetField>(&facet)) {
    if (state_->past) return state_->past->facets(*field, matches(query), limit);
    return most_frequent(state_->searcher->facets(query, field_of(*field)), limit);
  }
  const auto unit = std::get<PeriodUnit>(facet);
  std::vector<std::pair<std::string, std::int64_t>> counts;
  for (const auto& [period, articles] : periods(query, unit)) counts.emplace_back(period_label(period, unit), articles);
  std::ranges::stable_sort(counts, std::ranges::greater{}, [](const auto& entry) { return entry.second; });
  if (limit != 0 && counts.size() > limit) counts.resize(limit);
  return counts;
}

std::vector<std::pair<std::int64_t, std::int64_t>> Reader::periods(const query::Node& query, PeriodUnit unit) {
  std::map<std::int64_t, std::int64_t> periods;
  auto last = periods.end();  // neighbours are mostly of one period
  for (const auto& count : state_->searcher->dates(query)) {
    const auto period = period_of(count.date, unit);
    if (!period) continue;
    if (last == periods.end() || last->first != *period) last = periods.try_emplace(*period).first;
    last->second += count.articles;
  }
  return {periods.begin(), periods.end()};
}

std::int64_t Reader::withheld(const query::Node& query) {
  const auto withheld = catalog::TakedownTable(*state_->catalog).withheld_documents(state_->now);
  if (withheld.empty() || (state_->past && state_->past->before_all())) return 0;
  std::vector<std::vector<std::uint32_t>> documents(state_->searched.size());
  for (const auto& document : withheld) {
    if (state_->past && state_->past->has_later(document.segment, document.docid)) continue;
    const auto at = std::ranges::find(state_->searched, document.segment) - state_->searched.begin();
    documents.at(static_cast<std::size_t>(at)).push_back(document.docid);
  }
  return state_->searcher->count_among(query, documents);
}

std::string Reader::embargo_of(ArticleId id) {
  if (const auto takedown = catalog::TakedownTable(*state_->catalog).of(id, state_->now)) {
    return withdrawal_sentence(id, *takedown);
  }
  if (!state_->hides(id)) return {};
  const auto article = state_->articles->find(id);
  const bool dated = article && article->embargo && article->status != ItemStatus::Withheld;
  return "article " + std::to_string(id) +
         (dated ? " is under embargo until " + article->embargo->to_string() : " is withheld by its publisher");
}

std::optional<StoredArticle> Reader::find(ArticleId id) {
  if (state_->hides(id)) return std::nullopt;
  if (state_->past) {
    if (state_->past->is_later(id)) return std::nullopt;
    if (auto as_it_was = state_->past->find(id)) return as_it_was;
  }
  return state_->articles->find(id);
}

std::vector<Revision> Reader::revisions(ArticleId id) {
  if (state_->hides(id)) return {};
  return state_->articles->revisions(id);
}

bool Reader::shows(ArticleId id) {
  return !state_->hides(id);
}

catalog::Catalog& Reader::catalog() {
  return *state_->catalog;
}

std::optional<Revision> Reader::revision(ArticleId id, int number) {
  if (state_->hides(id)) return std::nullopt;
  return state_->articles->revision(id, number);
}

std::vector<Carrier> Reader::carriers(ArticleId id) {
  if (state_->hides(id)) return {};
  catalog::FamilyTable families(*state_->catalog);
  auto carriers = families.carriers(families.family(id));
  std::erase_if(carriers, [this](const Carrier& carrier) {
    return state_->hides(carrier.id) || (state_->past && state_->past->is_later(carrier.id));
  });
  if (carriers.size() < 2) carriers.clear();
  return carriers;
}

std::optional<std::int64_t> Reader::begins_later() {
  if (!state_->past || !state_->past->before_all()) return std::nullopt;
  return catalog::first_run_began(*state_->catalog);
}

std::int64_t Reader::index_lag() {
  return catalog::SegmentTable(*state_->catalog).pending_count();
}

}  // namespace morgue::archive
