// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <variant>

#include "formats/reader.h"
#include "tests/support/string_source.h"

namespace morgue::fuzz {

/// Reads all of `data` as one dump; the first byte decides the sizes of the pieces it comes in.
inline void read_dump(formats::Format format, const std::uint8_t* data, std::size_t size) {
  if (size == 0) return;
  const std::size_t chunk = 1 + data[0];
  std::string dump;
  for (std::size_t i = 1; i < size; ++i) dump += static_cast<char>(data[i]);
  const auto end = static_cast<std::int64_t>(dump.size());
  test::StringSource source(std::move(dump), chunk);
  io::BufferedInput bytes(source);
  formats::ReaderLimits limits;
  limits.record_bytes = 1U << 10U;
  limits.nesting = 8;
  limits.fields = 100;
  const auto reader = formats::open_reader(format, {bytes, "dump", "folder/dump", limits});
  std::int64_t number = 0;
  std::int64_t offset = 0;
  while (const auto next = reader->next()) {
    const Location& where = std::visit([](const auto& item) -> const Location& { return item.where; }, *next);
    if (where.record != ++number || where.offset < offset || where.offset > end) std::abort();
    offset = where.offset;
  }
}

}  // namespace morgue::fuzz
