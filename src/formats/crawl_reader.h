// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "formats/crawl_header.h"
#include "formats/reader.h"

namespace morgue::formats {

/// What a crawler was served: WARC 0.17 to 1.1, and ARC. Pages become records; other things are passed over, error
/// pages and damaged records rejected. Reading goes on at the next place that looks like a record's header.
class CrawlReader : public RecordReader {
 public:
  explicit CrawlReader(ReaderInput input) : input_(std::move(input)) {}
  std::optional<ReadItem> next() override;

 private:
  bool skip_blank();
  [[nodiscard]] std::optional<CrawlHeader> header_at(std::string_view text) const;
  [[nodiscard]] std::size_t next_header(std::string_view text, std::size_t from) const;
  void skip_to_header();
  bool skip(std::uint64_t bytes);
  ReadItem block(const CrawlHeader& header, Location where);
  ReadItem pass_over(const CrawlHeader& header, PassedOver passed);
  std::string_view sound_block(std::uint64_t length, bool& cut);
  Location here();

  ReaderInput input_;
  bool started_ = false;
  bool arc_ = false;
  bool damaged_ = false;  ///< what follows belongs to a record that was spoken of
  std::int64_t records_ = 0;
};

}  // namespace morgue::formats
