// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "index/glass_reader.h"
#include "index/posting_chunks.h"

/// Part of the glass format: posting lists (glass_postings.h), read. Damage is Error{Inconsistent}.
namespace morgue::index::glass {

/// Documents with this term, as the list says.
std::uint32_t frequency(TableReader& postlist, std::string_view term);
/// Of a term that is nowhere: nothing. `postlist` must outlive what is returned.
std::unique_ptr<PostingChunks> read_postings(TableReader& postlist, std::string_view term);
/// Lengths of documents stand for wdf.
std::unique_ptr<PostingChunks> read_lengths(TableReader& postlist);

}  // namespace morgue::index::glass
