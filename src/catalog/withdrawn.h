// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/content_hash.h"
#include "core/article.h"

namespace morgue::catalog {

/// What must not come back: records of articles that were purged, and texts that are withdrawn. Read once, at a moment
/// when the writer's lock is held.
class Withdrawn {
 public:
  /// Does not count what is shown again at `now` (UTC seconds).
  Withdrawn(Catalog& catalog, std::int64_t now);

  /// Why an article must not be stored, a sentence; empty: it may. `key` and `text` are its identity_key() and
  /// text_hash(). An article that is there and has had the text is none that would come back.
  [[nodiscard]] std::string objection(const Article& article, std::string_view key, const ContentHash& text);

 private:
  [[nodiscard]] bool has(const Article& article, std::string_view key, const ContentHash& text);

  Catalog& catalog_;
  std::map<ContentHash, std::int64_t> keys_;  ///< to the number of the takedown
  std::map<ContentHash, std::int64_t> texts_;
  std::map<std::int64_t, std::string> reasons_;
};

/// What a purge must not find any more: hashes of pieces of the texts, and of terms that nothing else has.
struct PurgeTraces {
  std::vector<std::uint64_t> pieces;
  std::vector<std::uint64_t> short_pieces;
  std::vector<std::uint64_t> terms;
};

/// In a transaction of the caller.
void save_traces(Catalog& catalog, std::int64_t takedown, const PurgeTraces& traces);
PurgeTraces load_traces(Catalog& catalog, std::int64_t takedown);

}  // namespace morgue::catalog
