// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "formats/reader.h"

namespace morgue::formats {

/// A file that is one record. Text: first line the headline, the rest the body, the folder the topic. Page: all of it.
class TextReader : public RecordReader {
 public:
  TextReader(ReaderInput input, Record::Kind kind);
  std::optional<ReadItem> next() override;

 private:
  ReaderInput input_;
  Record::Kind kind_;
  bool done_ = false;
};

}  // namespace morgue::formats
