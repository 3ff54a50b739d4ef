// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "core/record.h"
#include "formats/format.h"
#include "io/buffered_input.h"

namespace morgue::formats {

struct ReaderLimits {
  std::size_t record_bytes = 64U << 20U;  ///< a larger record is rejected, and reading goes on behind it
  std::size_t page_bytes = 32U << 20U;    ///< of a web page, decompressed: its tree is several times as large
  int nesting = 64;                       ///< of objects and arrays in one record
  std::size_t fields = 100000;            ///< values in one record
};

struct ReaderInput {
  io::BufferedInput& bytes;  ///< at the start of the dump
  std::string dump;          ///< for Location
  std::string inner;         ///< Entry::inner: its parent folder is the topic of the Text format
  ReaderLimits limits;
  std::string records{};  ///< Xml: local name of the elements that are records; empty: those that look like it
};

using ReadItem = std::variant<Record, Reject, PassedOver>;

/// Reads one dump record by record, in order, in memory bounded by one record. A bad record is a Reject and the next
/// call goes on behind it; errors of the byte stream below (a truncated .gz) pass through as Error.
class RecordReader {
 public:
  virtual ~RecordReader() = default;
  /// Nothing at the end of the dump.
  virtual std::optional<ReadItem> next() = 0;
};

std::unique_ptr<RecordReader> open_reader(Format format, ReaderInput input);

}  // namespace morgue::formats
