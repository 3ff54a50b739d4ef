// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/phrase_check.h"

#include <algorithm>

namespace morgue::index {
namespace {

/// Where the phrase would begin if its occurrences of this place belong to it.
std::vector<std::uint32_t> starts(const Xapian::Database& segment, Xapian::docid document, const PhrasePlace& place,
                                  std::uint32_t first_position) {
  std::vector<std::uint32_t> positions;
  for (const auto& term : place.terms) {
    auto at = segment.positionlist_begin(document, term);
    const auto end = segment.positionlist_end(document, term);
    if (at != end) at.skip_to(first_position + place.offset);
    for (; at != end; ++at) positions.push_back(*at - place.offset);
  }
  if (place.terms.size() > 1) std::sort(positions.begin(), positions.end());
  return positions;
}

bool holds(const Xapian::Database& segment, Xapian::docid document, const std::vector<PhrasePlace>& places,
           std::uint32_t first_position) {
  std::vector<std::uint32_t> common = starts(segment, document, places.front(), first_position);
  for (std::size_t i = 1; i < places.size() && !common.empty(); ++i) {
    const auto next = starts(segment, document, places[i], first_position);
    std::vector<std::uint32_t> both;
    std::set_intersection(common.begin(), common.end(), next.begin(), next.end(), std::back_inserter(both));
    common = std::move(both);
  }
  return !common.empty();
}

}  // namespace

Xapian::Query phrase_query(const std::vector<PhrasePlace>& places) {
  std::vector<Xapian::Query> operands;
  for (const auto& place : places) {
    operands.push_back(place.terms.size() == 1
                           ? Xapian::Query(place.terms.front())
                           : Xapian::Query(Xapian::Query::OP_OR, place.terms.begin(), place.terms.end()));
  }
  if (operands.size() == 1) return operands.front();
  return Xapian::Query(Xapian::Query::OP_PHRASE, operands.begin(), operands.end(), places.back().offset + 1);
}

Docids phrase_behind(const Xapian::Database& segment, const std::vector<PhrasePlace>& places,
                     std::uint32_t first_position) {
  Docids found;
  if (segment.get_doccount() == 0) return found;
  Xapian::Enquire enquire(segment);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(phrase_query(places));
  const Xapian::MSet candidates = enquire.get_mset(0, segment.get_doccount());
  for (auto at = candidates.begin(); at != candidates.end(); ++at) {
    if (holds(segment, *at, places, first_position)) found.push_back(*at);
  }
  return found;
}

}  // namespace morgue::index
