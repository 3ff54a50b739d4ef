// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "webpage/block_context.h"
#include "webpage/page_blocks.h"

namespace morgue::webpage {

/// Which blocks below an article's element stand in a box that leads elsewhere: teasers, lists of links, whatever their
/// class. One flag a block, from the element's first.
std::vector<bool> find_link_boxes(const PageBlocks& page, const BlockContext& context, std::uint32_t body);

}  // namespace morgue::webpage
