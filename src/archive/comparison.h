// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "archive/reader.h"
#include "catalog/reported.h"
#include "core/article.h"

namespace morgue::archive {

enum class Change : std::uint8_t {
  New,        ///< matches, and was not known before
  Changed,    ///< matches, with another text than the known one
  Withdrawn,  ///< was known, and should no longer count
};

/// Why a known article is withdrawn.
enum class Withdrawal : std::uint8_t {
  None,       ///< it is not
  Removed,    ///< it is no longer in the archive
  Withheld,   ///< it is not to be shown: its publisher or the archive holds it back
  Canceled,   ///< its publisher withdrew it; it can still be found
  Revised,    ///< its text changed, and no longer matches
  Unmatched,  ///< something else about it changed (a collection it was in): it no longer matches
};

struct WatchEntry {
  ArticleId id = 0;
  Change change = Change::New;
  Withdrawal why = Withdrawal::None;
};

/// What an answer was, to be held against what it is.
struct KnownAnswer {
  std::vector<catalog::ReportedArticle> articles;  ///< by id
  std::int64_t segment = 0;  ///< documents of this segment and older ones are as they were; 0: look at all
  bool strict = false;       ///< tell of what left by itself or was known to be withdrawn, too
};

struct Comparison {
  std::vector<WatchEntry> entries;            ///< new and changed ones newest first, then the withdrawn by id
  std::vector<catalog::ReportedArticle> put;  ///< known from now on, or anew
  std::vector<ArticleId> forgotten;           ///< no longer known

  [[nodiscard]] std::int64_t count(Change change) const;
};

/// Compares the matches of a query in the reader's snapshot, newest first, with what was known of them.
Comparison compare(Reader& reader, const std::vector<ArticleId>& matches, const KnownAnswer& known);

}  // namespace morgue::archive
