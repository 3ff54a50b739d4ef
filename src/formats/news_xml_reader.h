// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "formats/reader.h"
#include "markup/xml.h"

namespace morgue::formats {

/// NITF, NewsML 1, NewsML-G2, and stories in agencies' own XML: documents alone, and items in messages of any number.
/// Items that are no text are passed over by their kind.
class NewsXmlReader : public RecordReader {
 public:
  explicit NewsXmlReader(ReaderInput input);
  std::optional<ReadItem> next() override;

 private:
  ReadItem item(const markup::Tree& tree, Location where);

  ReaderInput input_;
  std::string own_;  ///< element of a story in a document of no standard
  std::unique_ptr<markup::XmlRecords> records_;
  std::int64_t count_ = 0;
  bool ended_ = false;
};

/// Whether a document (or its beginning) whose root is of no standard holds items of one, or stories of an agency's
/// own.
bool is_news_xml(const markup::Tree& document);

}  // namespace morgue::formats
