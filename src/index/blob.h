// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

namespace morgue::index {

/// Bytes of any length under a name in the metadata of a segment, in pieces of a size that every backend takes. No
/// bytes are the same as no blob.
void write_blob(Xapian::WritableDatabase& segment, const std::string& name, std::string_view bytes);
std::string read_blob(const Xapian::Database& segment, const std::string& name);

/// Numbers of seven bits a byte, the lowest first.
void append_varint(std::string& out, std::uint64_t number);

/// Reads what append_varint() wrote. Whatever the bytes are, nothing is read beyond them: `ok` is false afterwards.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool done() const { return bytes_.empty(); }
  [[nodiscard]] bool ok() const { return ok_; }
  std::uint64_t varint() {
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
  std::string_view take(std::uint64_t size) {
    if (size > bytes_.size()) {
      fail();
      return {};
    }
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }

 private:
  void fail() {
    ok_ = false;
    bytes_ = {};
  }

  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace morgue::index
