// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/comparison.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace morgue::archive {
namespace {

/// One comparison. Everything is in the order of article ids, so that it takes one walk.
class Comparer {
 public:
  Comparer(Reader& reader, const KnownAnswer& known) : reader_(reader), table_(reader.catalog()), known_(known) {
    canceled_ = table_.canceled();
    if (!known_.articles.empty()) fresh_ = table_.indexed_since(known_.segment);
  }

  Comparison run(std::vector<ArticleId> matches) {
    std::unordered_map<ArticleId, std::size_t> rank;  // newest first
    for (std::size_t i = 0; i < matches.size(); ++i) rank.emplace(matches[i], i);
    std::ranges::sort(matches);
    compare(matches);
    const auto place = [&rank](const WatchEntry& entry) {
      const auto found = rank.find(entry.id);
      return found == rank.end() || entry.change == Change::Withdrawn ? rank.size() : found->second;
    };
    std::ranges::stable_sort(out_.entries, {},
                             [&place](const WatchEntry& entry) { return std::pair(entry.change, place(entry)); });
    return std::move(out_);
  }

 private:
  void compare(const std::vector<ArticleId>& matches) {
    auto known = known_.articles.cbegin();
    for (const ArticleId id : matches) {
      for (; known != known_.articles.cend() && known->id < id; ++known) left(*known);
      if (known != known_.articles.cend() && known->id == id) {
        stayed(*known++);
      } else {
        came(id);
      }
    }
    for (; known != known_.articles.cend(); ++known) left(*known);
  }

  [[nodiscard]] bool is_canceled(ArticleId id) const { return std::ranges::binary_search(canceled_, id); }

  void report(ArticleId id, Change change, Withdrawal why = Withdrawal::None) {
    out_.entries.push_back({id, change, why});
  }

  void keep(ArticleId id, const catalog::PresentArticle& present) {
    out_.put.push_back({id, present.indexed.value_or(present.seq), present.revision, is_canceled(id)});
  }

  void came(ArticleId id) {
    const auto present = table_.present(id);
    if (!present) return;  // a match of the index that the catalog does not have: searches say so
    report(id, Change::New);
    keep(id, *present);
  }

  /// `seq` of the document, if it may have changed since then.
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
    } else if ((!canceled || known_.strict) && present->revision != known.revision) {
      report(known.id, Change::Changed);
    }
    keep(known.id, *present);
  }

  void left(const catalog::ReportedArticle& known) {
    out_.forgotten.push_back(known.id);
    if (known.canceled && !known_.strict) return;  // they know already
    const auto present = table_.present(known.id);
    if (!present) {
      report(known.id, Change::Withdrawn, Withdrawal::Removed);
    } else if (!reader_.shows(known.id)) {
      report(known.id, Change::Withdrawn, Withdrawal::Withheld);
    } else if (present->revision != known.revision) {
      report(known.id, Change::Withdrawn, Withdrawal::Revised);
    } else if (present->seq != known.seq || known_.strict) {
      report(known.id, Change::Withdrawn, Withdrawal::Unmatched);
    }
  }

  Reader& reader_;
  catalog::ReportedTable table_;
  const KnownAnswer& known_;
  Comparison out_;
  std::vector<ArticleId> canceled_;
  std::vector<std::pair<ArticleId, std::int64_t>> fresh_;  ///< documents that were indexed since then
};

}  // namespace

std::int64_t Comparison::count(Change change) const {
  return std::ranges::count(entries, change, &WatchEntry::change);
}

Comparison compare(Reader& reader, const std::vector<ArticleId>& matches, const KnownAnswer& known) {
  return Comparer(reader, known).run(matches);
}

}  // namespace morgue::archive
