// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "formats/crawl_record.h"

namespace morgue::formats {

/// The header in front of a record's block.
struct CrawlHeader {
  CrawlRecord record;
  std::size_t bytes = 0;  ///< of the header itself
  std::string problem;    ///< why the block cannot be found, a sentence for a person; else empty
};

/// Whether the first line of a WARC record's header stands there.
bool begins_warc_record(std::string_view text);

/// Both look at the beginning of `text`, which is all there is or longer than any sound header. Nothing: no header of
/// that kind begins there.
std::optional<CrawlHeader> read_warc_header(std::string_view text);
std::optional<CrawlHeader> read_arc_header(std::string_view text);

}  // namespace morgue::formats
