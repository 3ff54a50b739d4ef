// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/watch.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace morgue::archive {
namespace {

/// One comparison. Everything is in the order of article ids, so that it takes one walk.
class Comparison {
 public:
  Comparison(Reader& reader, WatchReport& report) : reader_(reader), table_(reader.catalog()), report_(report) {}

  void run(std::vector<ArticleId> matches, bool from_start) {
    if (!from_start) known_ = table_.list(report_.search.id);
    report_.changes.from_start = from_start;
    report_.changes.segment = table_.newest_segment();
    canceled_ = table_.canceled();
    if (!known_.empty()) fresh_ = table_.indexed_since(report_.search.segment);

    std::unordered_map<ArticleId, std::size_t> rank;  // newest first
    for (std::size_t i = 0; i < matches.size(); ++i) rank.emplace(matches[i], i);
    std::ranges::sort(matches);
    compare(matches);
    const auto place = [&rank](const WatchEntry& entry) {
      const auto found = rank.find(entry.id);
      return found == rank.end() || entry.change == Change::Withdrawn ? rank.size() : found->second;
    };
    std::ranges::stable_sort(report_.entries, {},
                             [&place](const WatchEntry& entry) { return std::pair(entry.change, place(entry)); });
  }

 private:
  void compare(const std::vector<ArticleId>& matches) {
    auto known = known_.cbegin();
    for (const ArticleId id : matches) {
      for (; known != known_.cend() && known->id < id; ++known) left(*known);
      if (known != known_.cend() && known->id == id) {
        stayed(*known++);
      } else {
        came(id);
      }
    }
    for (; known != known_.cend(); ++known) left(*known);
  }

  [[nodiscard]] bool is_canceled(ArticleId id) const { return std::ranges::binary_search(canceled_, id); }

  void report(ArticleId id, Change change, Withdrawal why = Withdrawal::None) {
    report_.entries.push_back({id, change, why});
  }

  void keep(ArticleId id, const catalog::PresentArticle& present) {
    report_.changes.put.push_back({id, present.indexed.value_or(present.seq), present.revision, is_canceled(id)});
  }

  void came(ArticleId id) {
    const auto present = table_.present(id);
    if (!present) return;  // a match of the index that the catalog does not have: searches say so
    report(id, Change::New);
    keep(id, *present);
  }

  /// `seq` of the document, if it may have changed since the last report.
  [[nodiscard]] bool is_indexed_anew(const catalog::ReportedArticle& known) const {
    const auto found = std::ranges::lower_bound(fresh_, known.id, {}, &std::pair<ArticleId, std::int64_t>::first);
    return found != fresh_.end() && found->first == known.id && found->second != known.seq;
  }

  void stayed(const catalog::ReportedArticle& known) {
    const bool canceled = is_canceled(known.id);
    if (canceled == known.canceled && !is_indexed_anew(known)) return;
    const auto present = table_.present(known.id);
    if (!present) return;
    if (canceled && !known.canceled) {
      report(known.id, Change::Withdrawn, Withdrawal::Canceled);
    } else if (!canceled && known.canceled) {
      report(known.id, Change::New);  // it is back
    } else if (!canceled && present->revision != known.revision) {
      report(known.id, Change::Changed);
    }
    keep(known.id, *present);
  }

  void left(const catalog::ReportedArticle& known) {
    report_.changes.forgotten.push_back(known.id);
    if (known.canceled) return;  // they know already
    const auto present = table_.present(known.id);
    if (!present) {
      report(known.id, Change::Withdrawn, Withdrawal::Removed);
    } else if (!reader_.shows(known.id)) {
      report(known.id, Change::Withdrawn, Withdrawal::Withheld);
    } else if (present->revision != known.revision) {
      report(known.id, Change::Withdrawn, Withdrawal::Revised);
    } else if (present->seq != known.seq) {
      report(known.id, Change::Withdrawn, Withdrawal::Unmatched);
    }
  }

  Reader& reader_;
  catalog::ReportedTable table_;
  WatchReport& report_;
  std::vector<catalog::ReportedArticle> known_;
  std::vector<ArticleId> canceled_;
  std::vector<std::pair<ArticleId, std::int64_t>> fresh_;  ///< documents that were indexed since the last report
};

}  // namespace

std::int64_t WatchReport::count(Change change) const {
  return std::ranges::count(entries, change, &WatchEntry::change);
}

WatchReport watch(Reader& reader, const catalog::SavedSearch& search, const query::Node& query, bool from_start) {
  WatchReport report;
  report.search = search;
  report.number = search.report + 1;
  Comparison(reader, report).run(reader.matches(query), from_start);
  return report;
}

query::SavedTexts saved_texts(catalog::Catalog& catalog) {
  query::SavedTexts texts;
  for (auto& search : catalog::SavedSearchTable(catalog).list()) texts.emplace(search.name, search.query);
  return texts;
}

query::Node query_of(Reader& reader, const catalog::SavedSearch& search, Day today) {
  const auto load = [&reader] { return saved_texts(reader.catalog()); };
  return query::parse(search.query, {today, query::saved_lookup(load, today, search.name)});
}

}  // namespace morgue::archive
