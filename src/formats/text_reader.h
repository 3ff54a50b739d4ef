// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "formats/reader.h"

namespace morgue::formats {

/// A file that is one record. Text: first line the headline, the rest the body, the folder the topic, unless it begins
/// with lines that name its fields. Page: all of it.
class TextReader : public RecordReader {
 public:
  TextReader(ReaderInput input, Record::Kind kind);
  std::optional<ReadItem> next() override;

 private:
  void read_fields(Record& record, std::string_view text) const;

  ReaderInput input_;
  Record::Kind kind_;
  bool done_ = false;
};

}  // namespace morgue::formats
