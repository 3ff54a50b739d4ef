// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/term_check.h"

#include <cstdint>

#include "index/blob.h"

namespace morgue::index {

std::string damage_of_term(const Xapian::Database& segment, const std::string& term) {
  PositionList positions = positions_of(segment, term);
  Xapian::doccount documents = 0;
  Xapian::termcount occurrences = 0;
  bool ascending = true;
  for (auto posting = segment.postlist_begin(term); posting != segment.postlist_end(term); ++posting) {
    occurrences += posting.get_wdf();
    ++documents;
    while (!positions.at_end() && positions.document() < *posting) positions.next();
    if (positions.at_end() || positions.document() != *posting) continue;
    std::int64_t last = -1;
    positions.positions([&](std::uint32_t position) {
      ascending = ascending && position > last;
      last = position;
      return ascending;
    });
    if (!ascending) return "the positions of `" + term + "`";
  }
  if (documents == segment.get_termfreq(term) && occurrences == segment.get_collection_freq(term)) return {};
  return "the posting list of `" + term + "`";
}

}  // namespace morgue::index
