// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "formats/json_reader.h"
#include "formats/reader.h"

namespace morgue::formats {

/// Whether a JSON text begins as a JSON Feed does: an object whose `version` is an address of the standard.
bool is_json_feed(std::string_view head);

/// JSON Feed 1 and 1.1: its items are read one by one, with what stands in front of them about the feed.
class JsonFeedReader : public RecordReader {
 public:
  explicit JsonFeedReader(ReaderInput input);
  std::optional<ReadItem> next() override;

 private:
  [[nodiscard]] Record article(Record item) const;

  std::vector<Field> feed_;
  JsonReader items_;
  std::int64_t count_ = 0;
};

}  // namespace morgue::formats
