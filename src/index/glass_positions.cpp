// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass_positions.h"

#include <bit>
#include <cstddef>

#include "index/glass_pack.h"

namespace morgue::index::glass {
namespace {

class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  /// `value` < `range` <= 2^32.
  void code(std::uint64_t value, std::uint64_t range) {
    const auto bits = static_cast<unsigned>(std::bit_width(range - 1));
    const std::uint64_t spare = (std::uint64_t{1} << bits) - range;  // code words nobody needs
    const std::uint64_t middle = (range - spare) / 2;
    if (spare == 0 || value < middle) {
      put(value, bits);
    } else if (value < middle + spare) {
      put(value, bits - 1);
    } else {
      put(value - middle - spare + (std::uint64_t{1} << (bits - 1)), bits);
    }
  }

  void finish() {
    for (; filled_ > 0; filled_ -= filled_ < 8 ? filled_ : 8) {
      out_.push_back(static_cast<char>(pending_ & 0xFFU));
      pending_ >>= 8;
    }
  }

 private:
  void put(std::uint64_t value, unsigned bits) {
    pending_ |= value << filled_;  // fewer than 32 are waiting, at most 32 come
    filled_ += bits;
    if (filled_ < 32) return;
    char bytes[4];
    for (unsigned i = 0; i < 4; ++i) bytes[i] = static_cast<char>(pending_ >> (8 * i) & 0xFFU);
    out_.append(bytes, 4);
    pending_ >>= 32;
    filled_ -= 32;
  }

  std::string& out_;
  std::uint64_t pending_ = 0;
  unsigned filled_ = 0;
};

/// What lies between the positions numbered `low` and `high`. As deep as the logarithm of their number.
void interpolate(BitWriter& bits, std::span<const std::uint32_t> positions, std::size_t low, std::size_t high) {
  while (low + 1 < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::uint64_t room = std::uint64_t{positions[high]} - positions[low] - (high - low) + 1;
    bits.code(std::uint64_t{positions[middle]} - positions[low] - (middle - low), room);
    interpolate(bits, positions, low, middle);
    low = middle;
  }
}

}  // namespace

void append_positions(std::string& out, std::span<const std::uint32_t> positions) {
  const std::uint64_t last = positions.back();
  append_uint(out, last);
  if (positions.size() == 1) return;
  const std::uint64_t first = positions.front();
  BitWriter bits(out);
  bits.code(first, last);
  bits.code(positions.size() - 2, last - first);
  interpolate(bits, positions, 0, positions.size() - 1);
  bits.finish();
}

}  // namespace morgue::index::glass
