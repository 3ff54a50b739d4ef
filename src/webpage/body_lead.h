// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "webpage/block_context.h"
#include "webpage/metadata.h"
#include "webpage/page_blocks.h"

namespace morgue::webpage {

/// The standfirst of an article whose text begins at block `first`: what stands between the headline and there, often
/// outside of the element that holds the text. In order, without pictures, bylines and dates.
std::vector<std::uint32_t> find_lead(const PageBlocks& page, const BlockContext& context, std::uint32_t first,
                                     const Metadata& metadata);

/// Whether a block is the headline itself: a first heading, or the words that the page gives as its headline.
bool is_headline(const PageBlocks& page, const Block& block, const Metadata& metadata);

/// The same by its words alone.
bool names_headline(std::string_view text, const Metadata& metadata);

/// The same for words behind a kicker, or without one.
bool ends_with_headline(std::string_view text, const Metadata& metadata);

}  // namespace morgue::webpage
