// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace morgue::index::glass {

/// Part of the glass format: the tag of the position table that says where a term stands in a document.
///
/// The last position comes first, as a packed number; if it is the only one, that is all. Then follow bits:
/// the first position (which is below the last), the number of positions between the two, and those by interpolation:
/// the one in the middle of an interval is written knowing both ends, which leaves it only so much room, then both
/// halves likewise. Positions that stand close together take a bit or two, neighbours none at all.
///
/// A number known to be below `range` is written in as few bits as that allows: of the b bits that range - 1 needs, the
/// values in the middle save one. Bits fill a byte from the lowest up, and so do codes.
///
/// Appends to `out`. Positions ascend, each above the one before; there is at least one. They should not be 0: the
/// format cannot tell [0, 1] from [1].
void append_positions(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace morgue::index::glass
