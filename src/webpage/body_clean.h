// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "webpage/block_context.h"
#include "webpage/metadata.h"
#include "webpage/page_blocks.h"

namespace morgue::webpage {

/// The blocks below these elements that are the article's text, in order.
std::vector<std::uint32_t> clean_body(const PageBlocks& page, const BlockContext& context,
                                      const std::vector<std::uint32_t>& elements, const Metadata& metadata);

/// A block as text of an article: its lines are paragraphs where they read so.
std::string block_text(const Block& block);

}  // namespace morgue::webpage
