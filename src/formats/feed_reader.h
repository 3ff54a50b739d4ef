// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "formats/feed_context.h"
#include "formats/reader.h"
#include "markup/xml.h"

namespace morgue::formats {

/// A feed in XML or JSON, by what the dump begins with.
std::unique_ptr<RecordReader> open_feed(ReaderInput input);

/// RSS, RDF, Atom, CDF and exports of WordPress, entry by entry. Reads some way ahead, because a feed may say who it is
/// behind its entries; in a dump larger than that way, entries know only what stood before them.
class FeedReader : public RecordReader {
 public:
  explicit FeedReader(ReaderInput input);
  std::optional<ReadItem> next() override;

 private:
  struct Waiting {
    markup::Tree entry;
    Location where;
    bool cut = false;  ///< larger than the limit
  };

  std::size_t read(std::span<char> into);
  bool is_record(std::string_view name, int depth);
  void read_ahead();
  ReadItem entry(Waiting waiting) const;
  std::optional<ReadItem> finish();

  ReaderInput input_;
  FeedContext feed_;
  std::vector<int> frames_;  ///< depths of the elements open around entries
  std::string root_;         ///< name of the outermost element
  std::string tail_;         ///< the last bytes of the dump
  std::deque<Waiting> ahead_;
  std::int64_t entries_ = 0;
  bool ended_ = false;
  bool finished_ = false;
  markup::XmlRecords records_;
};

}  // namespace morgue::formats
