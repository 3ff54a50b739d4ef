// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "index/docid_source.h"

namespace morgue::index {

/// A place in a phrase: any of the terms, at this distance from the first place.
struct PhrasePlace {
  std::vector<std::string> terms;
  std::uint32_t offset = 0;
};

/// The phrase anywhere, as a query of Xapian's.
Xapian::Query phrase_query(const std::vector<PhrasePlace>& places);

/// Documents of one segment that hold the phrase at `first_position` or behind it. Xapian cannot ask that: the phrase
/// is matched first and its positions are looked at afterwards.
Docids phrase_behind(const Xapian::Database& segment, const std::vector<PhrasePlace>& places,
                     std::uint32_t first_position);

}  // namespace morgue::index
