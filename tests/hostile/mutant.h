// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace morgue::mutate {

/// `bytes` damaged in one to eight places: bits flipped, bytes replaced, ends cut off, pieces left out, doubled, or
/// taken from `other`, lengths and counts made wrong in decimal, hexadecimal, octal or binary, charsets and compression
/// misnamed. The same seed gives the same mutant.
std::string mutant_of(std::string_view bytes, std::string_view other, std::uint64_t seed);

}  // namespace morgue::mutate
