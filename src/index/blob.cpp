// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/blob.h"

#include <cstddef>

namespace morgue::index {
namespace {

constexpr std::size_t kPiece = 1 << 20;

std::string piece_key(const std::string& name, std::size_t number) {
  return name + '/' + std::to_string(number);
}

}  // namespace

void write_blob(SegmentWriter& segment, const std::string& name, std::string_view bytes) {
  for (std::size_t number = 0; !bytes.empty(); ++number) {
    const std::string_view piece = bytes.substr(0, kPiece);
    segment.set_metadata(piece_key(name, number), std::string(piece));
    bytes.remove_prefix(piece.size());
  }
}

std::string read_blob(const Xapian::Database& segment, const std::string& name) {
  std::string bytes;
  for (std::size_t number = 0;; ++number) {
    const std::string piece = segment.get_metadata(piece_key(name, number));
    bytes += piece;
    if (piece.size() < kPiece) return bytes;
  }
}

PositionList positions_of(const Xapian::Database& segment, std::string_view term) {
  return {[segment](const std::string& key) { return segment.get_metadata(key); }, term};
}

void append_varint(std::string& out, std::uint64_t number) {
  for (; number >= 0x80U; number >>= 7) out.push_back(static_cast<char>((number & 0x7FU) | 0x80U));
  out.push_back(static_cast<char>(number));
}

std::uint64_t ByteReader::varint() {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 64 && !bytes_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80U) return number;
  }
  fail();
  return 0;
}

std::string_view ByteReader::take(std::uint64_t size) {
  if (size > bytes_.size()) {
    fail();
    return {};
  }
  const std::string_view taken = bytes_.substr(0, size);
  bytes_.remove_prefix(size);
  return taken;
}

void ByteReader::fail() {
  ok_ = false;
  bytes_ = {};
}

}  // namespace morgue::index
