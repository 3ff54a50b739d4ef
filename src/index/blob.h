// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

#include "index/position_list.h"
#include "index/segment_writer.h"

namespace morgue::index {

/// Bytes of any length under a name in the metadata of a segment, in pieces of a size that every backend takes. No
/// bytes are the same as no blob.
void write_blob(SegmentWriter& segment, const std::string& name, std::string_view bytes);
std::string read_blob(const Xapian::Database& segment, const std::string& name);

/// Where a term stands, document by document.
PositionList positions_of(const Xapian::Database& segment, std::string_view term);

/// Numbers of seven bits a byte, the lowest first.
void append_varint(std::string& out, std::uint64_t number);

/// Reads what append_varint() wrote. Whatever the bytes are, nothing is read beyond them: `ok` is false afterwards.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool done() const { return bytes_.empty(); }
  [[nodiscard]] bool ok() const { return ok_; }
  std::uint64_t varint();
  std::string_view take(std::uint64_t size);

 private:
  void fail();

  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace morgue::index
