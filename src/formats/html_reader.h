// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "formats/reader.h"

namespace morgue::formats {

/// A file that is one saved page. What is in truth an image or a document is a Reject that says so.
class HtmlReader : public RecordReader {
 public:
  explicit HtmlReader(ReaderInput input) : input_(std::move(input)) {}
  std::optional<ReadItem> next() override;

 private:
  ReaderInput input_;
  bool done_ = false;
};

}  // namespace morgue::formats
