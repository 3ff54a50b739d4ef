// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "formats/json_flatten.h"
#include "formats/reader.h"

namespace morgue::formats {

/// One JSON object a line; a bad line harms only itself.
class JsonLinesReader : public RecordReader {
 public:
  explicit JsonLinesReader(ReaderInput input);
  std::optional<ReadItem> next() override;

 private:
  ReaderInput input_;
  JsonFlattener flattener_;
  std::int64_t records_ = 0;
};

}  // namespace morgue::formats
