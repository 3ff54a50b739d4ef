// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "formats/reader.h"

namespace morgue::formats {

/// The SGML of Reuters-21578: documents behind each other, without a root element.
class ReutersReader : public RecordReader {
 public:
  explicit ReutersReader(ReaderInput input);
  std::optional<ReadItem> next() override;

 private:
  ReadItem document();
  std::optional<Reject> between();
  void pass_to(std::string_view tag);

  ReaderInput input_;
  std::int64_t records_ = 0;
};

}  // namespace morgue::formats
