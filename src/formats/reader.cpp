// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/reader.h"

#include <utility>

#include "formats/csv_reader.h"
#include "formats/json_lines_reader.h"
#include "formats/json_reader.h"
#include "formats/reuters_reader.h"
#include "formats/text_reader.h"

namespace morgue::formats {

std::unique_ptr<RecordReader> open_reader(Format format, ReaderInput input) {
  switch (format) {
    case Format::JsonLines:
      return std::make_unique<JsonLinesReader>(std::move(input));
    case Format::Json:
      return std::make_unique<JsonReader>(std::move(input));
    case Format::Csv:
      return std::make_unique<CsvReader>(std::move(input), ",;\t|");
    case Format::Tsv:
      return std::make_unique<CsvReader>(std::move(input), "\t");
    case Format::Text:
      return std::make_unique<TextReader>(std::move(input), Record::Kind::Fields);
    case Format::Page:
      return std::make_unique<TextReader>(std::move(input), Record::Kind::Page);
    case Format::Reuters21578:
      break;
  }
  return std::make_unique<ReutersReader>(std::move(input));
}

}  // namespace morgue::formats
