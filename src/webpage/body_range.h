// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "webpage/block_context.h"
#include "webpage/metadata.h"
#include "webpage/page_blocks.h"

namespace morgue::webpage {

/// The elements whose blocks hold the article, in document order, none inside another. Empty: no prose anywhere.
std::vector<std::uint32_t> find_body_elements(const PageBlocks& page, const BlockContext& context,
                                              const Metadata& metadata);

}  // namespace morgue::webpage
