// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "formats/reader.h"

namespace morgue::formats {

/// One record of a WARC or ARC file, its header read.
struct CrawlRecord {
  std::string type;          ///< `response`, `request` ...
  std::string url;           ///< as stated, without angle brackets
  std::string date;          ///< RFC 3339, empty when unknown
  std::string content_type;  ///< of the block: `application/http`, or that of what is in it
  std::uint64_t length = 0;  ///< of the block
};

/// The kind under which a record is passed over for its header alone; empty: it may hold a page.
std::string kind_passed_over(const CrawlRecord& record);

/// Whether a block holds as much of a body as its own HTTP header promises.
bool holds_whole_body(std::string_view block);

/// A page as it was served, or why there is none to be had.
ReadItem page_of(const CrawlRecord& record, std::string_view block, Location where, const ReaderLimits& limits);

}  // namespace morgue::formats
