// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "formats/reader.h"
#include "markup/xml.h"

namespace morgue::formats {

/// XML of any kind: the elements that ReaderInput::records names, else those that look like records, are records.
class XmlReader : public RecordReader {
 public:
  explicit XmlReader(ReaderInput input);
  std::optional<ReadItem> next() override;

 private:
  ReaderInput input_;
  std::string name_;
  std::unique_ptr<markup::XmlRecords> records_;
  std::int64_t count_ = 0;
  bool ended_ = false;
};

}  // namespace morgue::formats
